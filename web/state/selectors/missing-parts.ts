import type { Visibility } from "#domain/access/visibility.ts";
import { periodYear } from "#domain/indicator/observation.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import type { Tab } from "#domain/view/view-words.ts";
import type { PageState } from "../page-state.ts";
import type { Offered } from "../show-view.ts";

export type MissingPart = "indicator" | "period" | "layer" | "tab" | "scenario" | "selection";

/** What there is for this person in this Sicht. */
export interface Known extends Offered {
  tabs: readonly Tab[];
  sight: Visibility | null;
  /** Ids of the scenarios this person reads; null while they are not known. */
  scenarios: ReadonlySet<string> | null;
  /** Whether the server said that what is selected is not there. */
  isSelectionGone: boolean;
}

/**
 * Kinds of things a view was kept with that do not show here. Whether they are gone or not for this person is the same
 * to it, and no name is in it.
 */
export function missingParts(view: Partial<PageState>, known: Known): MissingPart[] {
  const { indicators, layers, tabs, sight, scenarios } = known;
  const indicator = indicators.find(({ code }) => code === view.indicator);
  const isThere = (code: string) => indicators.some((one) => one.code === code);
  const named = [
    ...(view.indicator ? [view.indicator] : []),
    ...(view.reading === "pair" && view.pairedWith ? [view.pairedWith] : []),
    ...(view.indexTrial?.components.map(({ indicatorCode }) => indicatorCode) ?? []),
  ];
  // A layer nothing of which may be seen is announced all the same, with nothing in it.
  const shows = new Set(
    layers.flatMap(({ layer, kind, count }) => (kind === "records" && count === 0 ? [] : [layer])),
  );
  const asked = scenariosOf(view);
  const isHidden = (id: string) => sight !== null || scenarios?.has(id) === false;
  const checks: [MissingPart, boolean][] = [
    ["indicator", !named.every(isThere)],
    ["period", !!view.period && indicator?.periods.some(isOfYear(view.period)) === false],
    ["layer", !(view.layers ?? []).every(({ layer }) => shows.has(layer))],
    ["tab", !!view.tab && !tabs.includes(view.tab)],
    ["scenario", asked.some(isHidden)],
    ["selection", known.isSelectionGone],
  ];
  return checks.flatMap(([part, isMissing]) => (isMissing ? [part] : []));
}

const isOfYear = (period: string) => (other: string) => periodYear(other) === periodYear(period);

/** Ids of the scenarios a view shows; the present is none. */
export function scenariosOf({ scenarioId, comparison }: Partial<PageState>): string[] {
  const ids = [scenarioId, comparison?.first, comparison?.second];
  return ids.filter((id): id is string => id !== undefined && id !== presentScenario.id);
}
