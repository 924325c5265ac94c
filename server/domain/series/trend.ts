import type { Indicator } from "../indicator/indicator.ts";
import { periodYear } from "../indicator/observation.ts";
import type { AreaValue } from "../indicator/period-values.ts";
import { type MannKendall, mannKendall } from "./mann-kendall.ts";
import { breaksBetween, type MethodBreak } from "./method-break.ts";
import { theilSen } from "./theil-sen.ts";

/** Fewest figures for any statement about a series, and for a test of its trend (METHODS §7). */
export const leastForStatement = 3;
export const leastForTest = 6;

export type Trend =
  /** Too few known figures since the last method break: nothing is said. */
  | { kind: "TOO_FEW"; points: number; since: MethodBreak | null }
  /** Enough for a direction, not for a test. Slope in the indicator's unit per year. */
  | { kind: "DESCRIBED"; points: number; since: MethodBreak | null; slopePerYear: number }
  | { kind: "TESTED"; points: number; since: MethodBreak | null; slopePerYear: number; test: MannKendall };

export interface DatedValue extends Pick<AreaValue, "value"> {
  period: string;
}

/**
 * Trend of one area's series, one figure per year at most. Figures before the newest method break are left out, because a
 * slope across it would be the method's; missing figures are gaps, not zeros.
 */
export function trendOf(indicator: Pick<Indicator, "breaks">, series: readonly DatedValue[]): Trend {
  const sorted = series.toSorted((a, b) => a.period.localeCompare(b.period));
  const last = sorted.at(-1);
  const crossed = (period: string) => (last ? breaksBetween(indicator, period, last.period) : []);
  const known = sorted.flatMap(({ period, value }) =>
    value === null || crossed(period).length > 0 ? [] : [{ at: periodYear(period), value }],
  );
  const since = sorted.length > 0 ? (crossed(sorted[0]!.period).toSorted(byDate).at(-1) ?? null) : null;
  const line = theilSen(known);
  if (known.length < leastForStatement || !line) return { kind: "TOO_FEW", points: known.length, since };
  const described = { points: known.length, since, slopePerYear: line.slope };
  if (known.length < leastForTest) return { kind: "DESCRIBED", ...described };
  return { kind: "TESTED", ...described, test: mannKendall(known.map(({ value }) => value)) };
}

const byDate = (a: MethodBreak, b: MethodBreak) => a.date.localeCompare(b.date);
