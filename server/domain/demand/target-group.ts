import { z } from "zod";
import type { AgeGroup, PopulationGrid } from "./population-grid.ts";

/** Ages a standard or question is about: from the birthday `from` on, before the birthday `to`; null is open. */
export const agesSchema = z.strictObject({
  from: z.number().int().min(0).max(120),
  to: z.number().int().min(1).max(130).nullable(),
});
export type Ages = z.infer<typeof agesSchema>;

/** Weights count thousandths of a person, so that a share of an age group stays a whole number. */
export const perPerson = 1000;

/** Up to this age an open age group counts as evenly spread. */
const oldestAge = 100;

/**
 * People of these ages in every cell, in thousandths of a person. An age group that is only partly asked for
 * counts with the share of its years, as if ages were spread evenly in it; `isEstimated` then says so.
 */
export function demandWeights(
  grid: PopulationGrid,
  ages: Ages,
): { weights: Uint32Array; isEstimated: boolean } {
  const weights = new Uint32Array(grid.cellCount);
  let isEstimated = false;
  grid.ageGroups.forEach((group, position) => {
    const share = sharedYears(group, ages);
    if (share === 0) return;
    if (share < 1) isEstimated = true;
    const thousandths = Math.round(share * perPerson);
    const counts = grid.counts[position]!;
    for (let cell = 0; cell < grid.cellCount; cell++) weights[cell]! += counts[cell]! * thousandths;
  });
  return { weights, isEstimated };
}

/** Share of an age group's years that lie within the ages asked for, 0 to 1. */
function sharedYears(group: AgeGroup, ages: Ages): number {
  const end = Math.max(group.to ?? oldestAge, group.from + 1);
  const from = Math.max(group.from, ages.from);
  const to = Math.min(end, ages.to ?? Number.POSITIVE_INFINITY);
  return Math.max(0, to - from) / (end - group.from);
}
