import type { Savings } from "./savings.ts";

/**
 * Swaps one open candidate for one closed, the best pair each time, until no swap saves more (Teitz and Bart
 * 1968, with the bookkeeping of Resende and Werneck 2007: what opening j gains, what closing r loses, and
 * what the two share). Returns the improved choice; the given one stays as it was.
 */
export function interchange(problem: Savings, start: readonly number[]): number[] {
  const chosen = [...start];
  for (;;) {
    const swap = bestSwap(problem, chosen);
    if (!swap) return chosen;
    chosen[swap.position] = swap.candidate;
  }
}

function bestSwap(problem: Savings, chosen: readonly number[]) {
  const { cells, savings } = problem;
  const { first, second, by } = firstAndSecond(problem, chosen);
  const loss = new Float64Array(chosen.length);
  for (let i = 0; i < problem.cellCount; i++) if (by[i]! >= 0) loss[by[i]!]! += first[i]! - second[i]!;

  const shared = new Float64Array(chosen.length);
  const isOpen = new Set(chosen);
  let best = 0;
  let found: { candidate: number; position: number } | null = null;
  for (const j of problem.usable) {
    if (isOpen.has(j)) continue;
    shared.fill(0);
    let gain = 0;
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++) {
      const i = cells[k]!;
      const saving = savings[k]!;
      if (saving > first[i]!) {
        gain += saving - first[i]!;
        if (by[i]! >= 0) shared[by[i]!]! += first[i]! - second[i]!;
      } else if (saving > second[i]!) shared[by[i]!]! += saving - second[i]!;
    }
    for (let r = 0; r < chosen.length; r++) {
      const profit = gain - loss[r]! + shared[r]!;
      if (profit > best) {
        best = profit;
        found = { candidate: j, position: r };
      }
    }
  }
  return found;
}

/** Best and second best saving of every cell, and the position in `chosen` of who gives the best, -1 for none. */
function firstAndSecond({ start, cells, savings, cellCount }: Savings, chosen: readonly number[]) {
  const first = new Float64Array(cellCount);
  const second = new Float64Array(cellCount);
  const by = new Int32Array(cellCount).fill(-1);
  chosen.forEach((j, position) => {
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const i = cells[k]!;
      const saving = savings[k]!;
      if (saving > first[i]!) {
        second[i] = first[i]!;
        first[i] = saving;
        by[i] = position;
      } else if (saving > second[i]!) second[i] = saving;
    }
  });
  return { first, second, by };
}
