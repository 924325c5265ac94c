import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import type { IndexComponent, IndexDefinition } from "#domain/priority-index/index-definition.ts";
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
    years: null,
  };
}

/** What can be tried out of a definition that is kept. */
export function trialOf({
  components,
  minResidents,
  winsorize,
  standardisation,
  dynamics,
}: Pick<
  IndexDefinition,
  "components" | "minResidents" | "winsorize" | "standardisation" | "dynamics"
>): IndexTrial {
  return {
    ...{ components, minResidents, winsorize },
    isPopulationWeighted: standardisation === "POPULATION_WEIGHTED",
    years: dynamics?.years ?? null,
  };
}
