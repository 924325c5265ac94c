import type { AreaValue } from "../indicator/period-values.ts";

/**
 * Place of every area with a figure, the highest first; equal figures share a place and the next is left out
 * (1, 2, 2, 4). For use inside the administration only: what the public reads are classes (METHODS §4.6).
 */
export function ranksOf(values: ReadonlyMap<string, AreaValue>): Map<string, number> {
  const known = [...values].flatMap(([number, { value }]) => (value === null ? [] : [{ number, value }]));
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const ranks = new Map<string, number>();
  sorted.forEach(({ number, value }, place) => {
    const before = sorted[place - 1];
    ranks.set(number, before?.value === value ? (ranks.get(before.number) ?? place) : place + 1);
  });
  return ranks;
}
