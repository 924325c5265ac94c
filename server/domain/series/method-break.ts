import type { Indicator } from "../indicator/indicator.ts";

export type MethodBreak = Indicator["breaks"][number];

/**
 * Last day a period speaks of: a Stichtag itself, 31 December of a year, 31 July of a school year. A figure counts as
 * made by the new method when its last day is on or after the break.
 */
export function lastDayOf(period: string): string {
  if (period.length === 4) return `${period}-12-31`;
  if (period.length === 7) return `${Number(period.slice(0, 4)) + 1}-07-31`;
  return period;
}

/** Method breaks between two periods, whichever is earlier: figures on either side are not comparable (METHODS §4.3). */
export function breaksBetween(
  { breaks }: Pick<Indicator, "breaks">,
  one: string,
  other: string,
): MethodBreak[] {
  const [before, after] = [lastDayOf(one), lastDayOf(other)].sort() as [string, string];
  return breaks.filter(({ date }) => date > before && date <= after);
}
