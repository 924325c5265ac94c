import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { periodUpTo } from "#domain/indicator/nearest-period.ts";
import { periodYear } from "#domain/indicator/observation.ts";
import type { IndexComponent } from "#domain/priority-index/index-definition.ts";
import { leastWeightShare, weightTolerance } from "#domain/priority-index/priority-index.ts";
import { breaksBetween } from "#domain/series/method-break.ts";

/** Hamburg looks back three years, Berlin two (METHODS §4.3, §4.4). */
const usualYears = [3, 2] as const;
const mostYears = 10;

/** How many components, and which share of their weight, can be compared over so many years. */
export interface Comparable {
  years: number;
  count: number;
  weightShare: number;
}

/**
 * From one year on as far back as any component reaches: how much of an index can be compared. A break of method in between
 * leaves a component out.
 */
export function comparableYears(
  components: readonly IndexComponent[],
  indicators: readonly Pick<IndicatorAnswer, "code" | "periods" | "breaks">[],
  wanted: string | null,
): Comparable[] {
  const weight = components.reduce((sum, one) => sum + one.weight, 0);
  const reach = Array.from({ length: mostYears }, (_, place): Comparable => {
    const years = place + 1;
    const able = components.filter(({ indicatorCode }) => {
      const indicator = indicators.find(({ code }) => code === indicatorCode);
      return indicator !== undefined && isComparable(indicator, wanted, years);
    });
    return {
      ...{ years, count: able.length },
      weightShare: able.reduce((sum, one) => sum + one.weight, 0) / weight,
    };
  });
  return reach.slice(0, reach.findLastIndex(({ count }) => count > 0) + 1);
}

/** As long as is usual, if enough can be compared over so long; otherwise the longest time that allows it, or one year. */
export function usualYearsOf(reach: readonly Comparable[]): number {
  return (
    usualYears.find((years) => (reach[years - 1]?.weightShare ?? 0) >= leastWeightShare - weightTolerance) ??
    1
  );
}

function isComparable(
  { periods, breaks }: Pick<IndicatorAnswer, "periods" | "breaks">,
  wanted: string | null,
  years: number,
): boolean {
  const now = periodUpTo(periods, wanted);
  if (now === null) return false;
  const before = periods.find((period) => periodYear(period) === periodYear(now) - years);
  return before !== undefined && breaksBetween({ breaks }, before, now).length === 0;
}
