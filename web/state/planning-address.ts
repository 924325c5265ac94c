import { z } from "zod";
import {
  heaviestWeight,
  type SuitabilityWeights,
  suitabilityCriterionCodes,
} from "#domain/placement/suitability.ts";
import { presentScenario } from "#domain/scenario/present-scenario.ts";
import { supplyLayers } from "#domain/site/site-fields.ts";
import { planningViewParts } from "#domain/view/view-parts.ts";
import { comparisonModes } from "#domain/view/view-words.ts";
import type { PageState } from "./page-state.ts";
import { type PlanningFacts, untouchedPlanning } from "./planning-slice.ts";

/**
 * The part of an address that belongs to planning: `&scenario=…` wherever figures belong to one, and in the tab
 * itself `&tab=planning&kind=KITA&supply=BESTAND,BESCHLOSSEN&profile=CHILD&way=500m&view=gaps&site=…`.
 */
/** Import job in the tab of data; "new" while a file is being chosen. It is work at hand, not a view. */
export const importParts = { job: z.string().regex(/^[\w-]{1,60}$/) };
const planningParts = { ...planningViewParts, ...importParts };
type Written = { [P in keyof typeof planningParts]: string | undefined };
type Read = { [P in keyof typeof planningParts]: z.infer<(typeof planningParts)[P]> | undefined };

const allSupplyLayers = Object.keys(supplyLayers) as (keyof typeof supplyLayers)[];

export function planningAddress(state: PageState): Partial<Written> {
  const scenario = state.scenarioId === presentScenario.id ? undefined : state.scenarioId;
  const { comparison } = state;
  const compare = comparison ? `${comparison.first},${comparison.second},${comparison.mode}` : undefined;
  if (state.tab === "data") return { tab: state.tab, job: state.importJob ?? undefined };
  if (state.tab === "monitoring") return { tab: state.tab, scenario };
  if (state.tab === "quarters") return { tab: state.tab, dossier: state.dossier ?? undefined };
  if (state.tab === "district") return { tab: state.tab, district: state.district ?? undefined };
  if (state.tab !== "planning") return { scenario, compare, ...(comparison && kindOf(state)) };
  const { supplyLayersCounted: counted, wayLimit: limit } = state;
  return {
    tab: state.tab,
    scenario,
    compare,
    ...kindOf(state),
    supply: counted.join() === untouchedPlanning.supplyLayersCounted.join() ? undefined : counted.join(","),
    profile: state.wayProfile ?? undefined,
    way: limit ? (limit.measure === "metres" ? `${limit.metres}m` : `${limit.minutes}min`) : undefined,
    view: state.planningView === untouchedPlanning.planningView ? undefined : state.planningView,
    site: state.siteInHand ?? undefined,
    sites: state.sitesCompared.join(",") || undefined,
    weights: weightsWord(state.suitabilityWeights),
  };
}

const kindOf = (state: PageState) => ({ kind: state.planningKind ?? undefined });

/** What an address says about planning; everything else is as before any choice. */
export function planningOf(
  read: Read,
): Pick<PageState, "tab" | "district" | "dossier" | "importJob" | "scenarioId" | "comparison"> &
  Omit<PlanningFacts, "planningShown" | "sketchMode" | "planningSize" | "planningLayers" | "wayBreaks"> {
  const counted = read.supply?.split(",") ?? [];
  const layers = allSupplyLayers.filter((layer) => counted.includes(layer));
  return {
    tab: read.tab ?? "map",
    district: read.district ?? null,
    dossier: read.dossier ?? null,
    importJob: read.job ?? null,
    scenarioId: read.scenario ?? presentScenario.id,
    comparison: comparisonOf(read.compare),
    planningKind: read.kind ?? null,
    supplyLayersCounted: layers.length > 0 ? layers : untouchedPlanning.supplyLayersCounted,
    wayProfile: read.profile ?? null,
    wayLimit: wayOf(read.way),
    planningView: read.view ?? untouchedPlanning.planningView,
    siteInHand: read.site ?? null,
    planningResult: read.site ? "site" : "none",
    sitesCompared: read.sites?.split(",").filter((one) => one !== "") ?? [],
    suitabilityWeights: weightsOf(read.weights),
  };
}

/** Nothing to say about weights nobody touched. */
function weightsWord(weights: SuitabilityWeights): string | undefined {
  const listed = (of: SuitabilityWeights) => suitabilityCriterionCodes.map((code) => of[code]).join(",");
  const word = listed(weights);
  return word === listed(untouchedPlanning.suitabilityWeights) ? undefined : word;
}

/** A list that is too short, too long or too heavy belongs to other criteria: none of it is taken. */
function weightsOf(word: string | undefined): SuitabilityWeights {
  const figures = word?.split(",").map(Number) ?? [];
  if (figures.length !== suitabilityCriterionCodes.length || Math.max(...figures) > heaviestWeight)
    return untouchedPlanning.suitabilityWeights;
  const pairs = suitabilityCriterionCodes.map((code, place) => [code, figures[place]]);
  return Object.fromEntries(pairs) as SuitabilityWeights;
}

function comparisonOf(word: string | undefined): PageState["comparison"] {
  const [first, second, mode] = word?.split(",") ?? [];
  const known = comparisonModes.find((one) => one === mode);
  return first && second && known ? { first, second, mode: known } : null;
}

function wayOf(word: string | undefined): PageState["wayLimit"] {
  if (!word) return null;
  const figure = Number.parseFloat(word);
  if (word.endsWith("min"))
    return figure >= 1 && figure <= 120 ? { measure: "minutes", minutes: figure } : null;
  return Number.isInteger(figure) && figure >= 50 && figure <= 20_000
    ? { measure: "metres", metres: figure }
    : null;
}
