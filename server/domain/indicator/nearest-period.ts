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
