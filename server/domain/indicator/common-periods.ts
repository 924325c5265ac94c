import { periodYear } from "./observation.ts";

/** A period all parts of a formula tell, and what each part calls it. */
export interface CommonPeriod {
  period: string;
  /** One entry for each of the given series, in their order. */
  own: readonly string[];
}

/**
 * Periods every series has, ascending. A Stichtag and a calendar year are the same period where each series has just one
 * in that year: dwellings completed in 2024 and residents at its end. It is then called by the year. School years meet
 * only themselves.
 */
export function commonPeriods(series: readonly (readonly string[])[]): CommonPeriod[] {
  const [first = [], ...others] = series;
  const exact = first
    .filter((period) => others.every((own) => own.includes(period)))
    .map((period) => ({ period, own: series.map(() => period) }));
  const covered = new Set(exact.map(({ period }) => periodYear(period)));
  const years = [...new Set(first.map(periodYear))].filter((year) => !covered.has(year));
  const byYear = years.flatMap((year) => {
    const own = series.map((periods) => periods.filter((period) => periodYear(period) === year));
    const isOneEach = own.every(([period, ...more]) => period && more.length === 0 && !period.includes("/"));
    return isOneEach ? [{ period: String(year), own: own.map(([period]) => period!) }] : [];
  });
  return [...exact, ...byYear].sort((a, b) => a.period.localeCompare(b.period));
}
