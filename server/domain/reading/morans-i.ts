import { type Chance, seededChance } from "../chance/seeded-chance.ts";
import { fewestForAssociation } from "./association.ts";

/** How much neighbouring areas resemble each other in a figure. */
export interface SpatialAssociation {
  /** Moran's I: above `expected` neighbours resemble each other, below it they differ. */
  i: number;
  /** Mean of I when the same figures lie anywhere by chance, −1 / (areas − 1). */
  expected: number;
  /** How often chance lies at least as far from `expected`, to either side: (hits + 1) / (runs + 1). */
  p: number;
  areas: number;
  /** Left out: areas without a figure, and areas none of whose neighbours has one. */
  withoutValue: number;
  withoutNeighbour: number;
  runs: number;
  seed: number;
}

/**
 * Moran's I with weights that sum to 1 for every area (METHODS §5; Cliff and Ord 1981), and a p by shuffling the figures over
 * the areas, the same for the same seed. `neighbours` are indices into `values`. Null with fewer than ten areas or where
 * the figure is the same everywhere.
 */
export function moransI(
  values: readonly (number | null)[],
  neighbours: readonly (readonly number[])[],
  { runs, seed }: { runs: number; seed: number },
): SpatialAssociation | null {
  const told = values.map((value, index) => ({
    value,
    near: neighbours[index]!.filter((other) => values[other] !== null),
  }));
  const kept = told.flatMap(({ value, near }, index) =>
    value === null || near.length === 0 ? [] : [{ index, value, near }],
  );
  if (kept.length < fewestForAssociation) return null;
  const placeOf = new Map(kept.map(({ index }, place) => [index, place]));
  const near = kept.map((one) => one.near.map((other) => placeOf.get(other)!));
  const mean = kept.reduce((sum, { value }) => sum + value, 0) / kept.length;
  const deviations = kept.map(({ value }) => value - mean);
  const squares = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  if (new Set(kept.map(({ value }) => value)).size < 2) return null;

  const i = lagged(deviations, near) / squares;
  const expected = -1 / (kept.length - 1);
  const chance = seededChance(seed);
  const shuffled = [...deviations];
  let hits = 0;
  for (let run = 0; run < runs; run++) {
    shuffle(shuffled, chance);
    if (Math.abs(lagged(shuffled, near) / squares - expected) >= Math.abs(i - expected)) hits++;
  }
  return {
    ...{ i, expected, p: (hits + 1) / (runs + 1), areas: kept.length, runs, seed },
    withoutValue: told.filter(({ value }) => value === null).length,
    withoutNeighbour: told.filter(({ value, near: others }) => value !== null && others.length === 0).length,
  };
}

/** Σ z_i · mean of z over the neighbours of i. As the weights of an area sum to 1, n and their sum cancel out. */
function lagged(deviations: readonly number[], near: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [place, others] of near.entries()) {
    let beside = 0;
    for (const other of others) beside += deviations[other]!;
    sum += (deviations[place]! * beside) / others.length;
  }
  return sum;
}

/** Fisher and Yates. */
function shuffle(values: number[], chance: Chance): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
}
