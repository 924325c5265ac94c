import { periodYear } from "./observation.ts";

/** The same period, or one of the same year, or the latest before it, or simply the latest there is. */
export function nearestPeriod(periods: readonly string[], wanted: string | null): string | null {
  if (wanted === null) return periods.at(-1) ?? null;
  const year = periodYear(wanted);
  return (
    periods.find((period) => period === wanted) ??
    periods.findLast((period) => periodYear(period) <= year) ??
    periods.at(-1) ??
    null
  );
}

/** The same period, or the latest of its year or before: figures of 2020 know nothing of 2022. */
export function periodUpTo(periods: readonly string[], wanted: string | null): string | null {
  const nearest = nearestPeriod(periods, wanted);
  return nearest !== null && wanted !== null && periodYear(nearest) > periodYear(wanted) ? null : nearest;
}
