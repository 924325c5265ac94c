import type { AreaLevel } from "../area/area.ts";
import type { AreaAnswer, IndicatorAnswer, Value } from "../contract/contract.ts";
import { periodUpTo } from "../indicator/nearest-period.ts";
import { periodYear } from "../indicator/observation.ts";
import { type AreaValue, periodValues } from "../indicator/period-values.ts";
import { presentScenario } from "../scenario/present-scenario.ts";
import { breaksBetween } from "../series/method-break.ts";
import { changesBetween } from "../series/period-change.ts";
import type { IndexAnswer, IndexIngredient, NamedDefinition } from "./index-answer.ts";
import type { IndexDefinition } from "./index-definition.ts";
import type { IndexInput } from "./index-input.ts";
import { indexRobustness, type RobustnessOptions } from "./index-robustness.ts";
import { indexWarnings } from "./index-warnings.ts";
import { priorityIndex } from "./priority-index.ts";
import { statusDynamics } from "./status-dynamics.ts";

/** An indicator as its reader knows it, with all figures of the level asked for. */
export interface IndexFigures {
  indicator: Pick<IndicatorAnswer, "code" | "name" | "unit" | "kind" | "direction" | "breaks" | "provenance">;
  values: readonly Value[];
}

export interface IndexQuestion {
  named: NamedDefinition;
  level: AreaLevel;
  period: string | null;
  robustness: RobustnessOptions | null;
}

/** What a component counts with: its figures, and their change where the definition asks for dynamics. */
interface Part {
  ingredient: IndexIngredient;
  now: ReadonlyMap<string, AreaValue>;
  change: ReadonlyMap<string, number | null>;
}

/**
 * Scores, classes, contributions, correlation, robustness and dynamics of one definition on one level, with where
 * everything comes from. `figures` in the order of the components; areas in the order they shall be told.
 */
export function answerIndex(
  { named, level, period, robustness }: IndexQuestion,
  { areas, figures }: { areas: readonly AreaAnswer[]; figures: readonly IndexFigures[] },
): IndexAnswer {
  const { definition } = named;
  const parts = definition.components.map((_, index) => partOf(definition, index, figures[index]!, period));
  const inputOf = (read: (part: Part, area: string) => number | null): IndexInput => ({
    areaNumbers: areas.map(({ number }) => number),
    residents: areas.map(({ residents }) => residents),
    values: parts.map((part) => areas.map(({ number }) => read(part, number))),
  });
  const input = inputOf(({ now }, area) => now.get(area)?.value ?? null);
  const scores = priorityIndex(definition, input);
  const dynamics = definition.dynamics && {
    years: definition.dynamics.years,
    classes: definition.dynamics.classification.labels.length,
    scores: priorityIndex(
      { ...definition, classification: definition.dynamics.classification },
      inputOf(({ change }, area) => change.get(area) ?? null),
    ),
  };
  const { components: _, note: _note, ...told } = definition;
  const ingredients = parts.map(({ ingredient }) => ingredient);
  return {
    scenario: { id: presentScenario.id, name: presentScenario.name.de },
    result: {
      level,
      ...scores,
      robustness: robustness && indexRobustness(definition, input, robustness),
      dynamics: dynamics
        ? {
            years: dynamics.years,
            areas: dynamics.scores.areas,
            combinations: statusDynamics(scores, dynamics.scores, {
              status: definition.classification.labels.length,
              dynamics: dynamics.classes,
            }),
          }
        : null,
    },
    ingredients: {
      definition: { id: named.id, state: named.state, ...told },
      boundaryVersion: areas[0]?.boundaryVersion ?? "",
      components: ingredients,
    },
    warnings: indexWarnings({
      named,
      ingredients,
      scores,
      kinds: figures.map(({ indicator }) => indicator.kind),
    }),
  };
}

function partOf(
  { components, dynamics }: IndexDefinition,
  index: number,
  { indicator, values }: IndexFigures,
  wanted: string | null,
): Part {
  const periods = [...new Set(values.map(({ period }) => period))].sort();
  const period = periodUpTo(periods, wanted);
  const from =
    period !== null && dynamics
      ? (periods.find((one) => periodYear(one) === periodYear(period) - dynamics.years) ?? null)
      : null;
  const crossed = period !== null && from !== null ? breaksBetween(indicator, from, period) : [];
  const comparedWith = crossed.length > 0 ? null : from;
  const now = period === null ? new Map<string, AreaValue>() : periodValues(values, period);
  const change = new Map<string, number | null>();
  if (period !== null && comparedWith !== null) {
    const found = changesBetween(
      indicator,
      { from: comparedWith, to: period },
      {
        from: { areas: periodValues(values, comparedWith), city: null },
        to: { areas: now, city: null },
      },
    );
    for (const [area, moved] of found.byArea) change.set(area, moved.change);
  }
  const { source, referenceDate } = indicator.provenance;
  return {
    ingredient: {
      ...components[index]!,
      ...{ name: indicator.name, unit: indicator.unit, indicatorDirection: indicator.direction },
      ...{ period, comparedWith, source, referenceDate },
      breaks: [...indicator.breaks],
      hidden: [...now.values()].filter(({ state }) => state === "SUPPRESSED").length,
    },
    now,
    change,
  };
}
