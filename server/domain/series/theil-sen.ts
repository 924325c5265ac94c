import { median } from "simple-statistics";

/** A figure of one moment; `at` in years, or in any unit the slope shall be told per. */
export interface SeriesPoint {
  at: number;
  value: number;
}

/**
 * Theil–Sen line: the slope is the median of the slopes of all pairs of points with different moments, the intercept
 * the median of value − slope · at over all points (Sen 1968; intercept of Conover). Slope in units per `at`. Null when no
 * two moments differ.
 */
export function theilSen(points: readonly SeriesPoint[]): { slope: number; intercept: number } | null {
  const slopes: number[] = [];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [one, other] = [points[i]!, points[j]!];
      if (one.at !== other.at) slopes.push((other.value - one.value) / (other.at - one.at));
    }
  }
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  return { slope, intercept: median(points.map(({ at, value }) => value - slope * at)) };
}
