import type { ReachedCells } from "../reachability/reachability.ts";

/** Who reaches which place within a limit, told from both sides. */
export interface Catchments {
  /** For each place the cells that reach it and their ways. */
  reached: readonly ReachedCells[];
  /** For each cell the places it reaches: those of cell c are `places[start[c]]` up to `places[start[c + 1]]`. */
  start: Uint32Array;
  places: Uint32Array;
}

/** Catchments (Einzugsbereiche) of places, from the cells within the limit of each. */
export function catchmentsOf(reached: readonly ReachedCells[], cellCount: number): Catchments {
  const start = new Uint32Array(cellCount + 1);
  for (const { cells } of reached) for (const cell of cells) start[cell + 1]! += 1;
  for (let cell = 0; cell < cellCount; cell++) start[cell + 1]! += start[cell]!;
  const places = new Uint32Array(start[cellCount]!);
  const next = start.slice();
  reached.forEach(({ cells }, place) => {
    for (const cell of cells) places[next[cell]!++] = place;
  });
  return { reached, start, places };
}

/** Sum of the cells' weights. */
export function weightOf(cells: Uint32Array, weights: Uint32Array): number {
  let sum = 0;
  for (const cell of cells) sum += weights[cell]!;
  return sum;
}
