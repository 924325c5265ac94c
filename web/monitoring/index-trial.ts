import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { demoStatusClassification } from "#domain/priority-index/index-classification.ts";
import type { IndexComponent } from "#domain/priority-index/index-definition.ts";
import type { IndexRules } from "#domain/priority-index/priority-index.ts";
import type { IndexTrial } from "../state/monitoring-slice.ts";

/** As many burdens as an index usually starts with; METHODS §4.1 has four to eight. */
const usualComponents = 5;
/** The smallest area Hamburg classes (METHODS §4.4). */
const usualMinResidents = 300;

/**
 * Indicators an index can be made of on a level: rates, means and indices that say what is better. NEUTRAL ones
 * are no burden without a resolution (MODEL §7), cohesion is told by Stadtbezirk and never scored (METHODS §4.6).
 */
export function indexIndicators(
  indicators: readonly IndicatorAnswer[],
  level: string,
): readonly IndicatorAnswer[] {
  return indicators.filter(
    ({ kind, direction, theme, levels }) =>
      kind !== "count" &&
      direction !== "NEUTRAL" &&
      theme !== "cohesion" &&
      (levels as readonly string[]).includes(level),
  );
}

export function componentOf({ code, direction }: IndicatorAnswer): IndexComponent {
  return {
    indicatorCode: code,
    weight: 1,
    direction: direction === "HIGH_IS_RESOURCE" ? "HIGH_IS_RESOURCE" : "HIGH_IS_BURDEN",
    transform: "Z",
  };
}

/** The first burdens of the social situation with equal weights: a start, nothing anybody agreed. */
export function usualTrial(offered: readonly IndicatorAnswer[]): IndexTrial {
  return {
    components: offered
      .filter(({ theme, direction }) => theme === "social-situation" && direction === "HIGH_IS_BURDEN")
      .slice(0, usualComponents)
      .map(componentOf),
    minResidents: usualMinResidents,
    winsorize: false,
    isPopulationWeighted: false,
  };
}

export function rulesOf(trial: IndexTrial): IndexRules {
  return {
    components: trial.components,
    minResidents: trial.minResidents,
    winsorize: trial.winsorize,
    standardisation: trial.isPopulationWeighted ? "POPULATION_WEIGHTED" : "UNWEIGHTED",
    classification: demoStatusClassification,
  };
}
