import { errorFunction } from "simple-statistics";

export interface MannKendall {
  /** Rising pairs less falling pairs. */
  s: number;
  /** S over √(pairs · pairs without ties): Kendall's tau-b against time, −1 to 1; null when all values are alike. */
  tauB: number | null;
  /** Variance of S without a trend, corrected for tied values. */
  variance: number;
  /** (S ∓ 1) / √variance: with continuity correction; 0 where S or the variance is 0. */
  z: number;
  /** Two-sided, from the normal approximation; off by less than 2 · 10⁻⁷ (error function of Numerical Recipes). */
  p: number;
}

/**
 * Mann–Kendall test for a trend in one direction; values in the order of time, moments all different (Mann 1945,
 * Kendall 1975). Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over groups of t tied values. The approximation needs some ten
 * values to be good; fewer than `leastForTest` of `trend.ts` are not tested at all.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  }
  const ties = tieSizes(values);
  const corrected = ties.reduce((sum, t) => sum - t * (t - 1) * (2 * t + 5), n * (n - 1) * (2 * n + 5));
  const variance = corrected / 18;
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return {
    s,
    tauB: untied === 0 ? null : s / Math.sqrt(pairs * untied),
    variance,
    z,
    // The approximation is a hair below 0 at 0.
    p: Math.min(1, 1 - errorFunction(Math.abs(z) / Math.SQRT2)),
  };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}
