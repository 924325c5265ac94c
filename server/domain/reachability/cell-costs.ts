import { type ReachedCells, unreached } from "./reachability.ts";

/** Lowest cost per cell while a search goes on; cleared by what was touched, not as a whole. */
export interface CellCosts {
  /** Keeps the lower of the cell's cost so far and this one. */
  offer(cell: number, cost: number): void;
  /** Cells offered so far whose cost passes, in ascending order; forgets everything. */
  take(passes: (cell: number, cost: number) => boolean): ReachedCells;
}

export function cellCosts(cellCount: number): CellCosts {
  const costs = new Uint32Array(cellCount).fill(unreached);
  const touched = new Uint32Array(cellCount);
  let count = 0;
  return {
    offer(cell, cost) {
      const known = costs[cell]!;
      if (cost >= known) return;
      if (known === unreached) touched[count++] = cell;
      costs[cell] = cost;
    },
    take(passes) {
      let kept = 0;
      for (let i = 0; i < count; i++) {
        const cell = touched[i]!;
        if (passes(cell, costs[cell]!)) touched[kept++] = cell;
        else costs[cell] = unreached;
      }
      count = 0;
      const cells = touched.slice(0, kept).sort();
      const reached = new Uint32Array(kept);
      for (let i = 0; i < kept; i++) {
        reached[i] = costs[cells[i]!]!;
        costs[cells[i]!] = unreached;
      }
      return { cells, costs: reached };
    },
  };
}
