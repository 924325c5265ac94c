import type { GapScale } from "#domain/drawing/gap-scale.ts";

/** Scale of the squares; the printed map takes the same one from the core. */
export { gapColours, gapScale } from "#domain/drawing/gap-scale.ts";

/** How many squares lie in each class. */
export function countsByClass(people: readonly number[], { breaks }: Pick<GapScale, "breaks">): number[] {
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const count of people) counts[breaks.filter((limit) => count >= limit).length]! += 1;
  return counts;
}
