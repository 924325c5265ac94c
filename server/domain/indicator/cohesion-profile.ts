import type { IndicatorAnswer, Value } from "../contract/contract.ts";
import { shareFactor } from "./share-factor.ts";

/** One dimension of the study in one Stadtbezirk; all figures in the unit of the indicator. */
export interface CohesionDimension {
  indicator: IndicatorAnswer;
  /** The newest edition with an entry for the Stadtbezirk. */
  period: string;
  told: Value;
  /** Of 95 %; null where the figures carry none. */
  interval: { low: number; high: number } | null;
  /** The city's mean of the same edition; null where there is none. */
  cityMean: number | null;
  /**
   * Whether the interval holds the city's mean: "within" says not surely different, "apart" surely different, "unknown" that
   * without interval or mean nobody can say.
   */
  against: "within" | "apart" | "unknown";
}

/** The figures an indicator of the family has, of all areas and periods. */
export interface CohesionFigures {
  indicator: IndicatorAnswer;
  districts: readonly Value[];
  city: readonly Value[];
}

/** The profile of a Stadtbezirk in the order of `study` whatever the values are (the catalogue's, by code); dimensions without an entry are left out. */
export function cohesionProfile(study: readonly CohesionFigures[], areaNumber: string): CohesionDimension[] {
  return study.flatMap(({ indicator, districts, city }): CohesionDimension[] => {
    const told = districts
      .filter((value) => value.areaNumber === areaNumber)
      .reduce<Value | null>((newest, one) => (newest && newest.period >= one.period ? newest : one), null);
    if (!told) return [];
    const factor = shareFactor(indicator.unit);
    const share = told.value === null ? null : told.parts?.interval;
    const interval = share && factor !== null ? { low: share.low * factor, high: share.high * factor } : null;
    const cityMean = city.find(({ period }) => period === told.period)?.value ?? null;
    const against =
      interval === null || cityMean === null
        ? "unknown"
        : interval.low <= cityMean && cityMean <= interval.high
          ? "within"
          : "apart";
    return [{ indicator, period: told.period, told, interval, cityMean, against }];
  });
}
