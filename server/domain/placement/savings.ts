/**
 * What each candidate would save for each cell if it were open: people covered, or people times shortened
 * way. A cell is served by the best open candidate, so a choice S is worth Σᵢ max over j in S of sᵢⱼ. Covering
 * (MCLP) and short ways (p-median) are both this one problem, because existing places stay open: a cell can
 * only gain. All savings are whole numbers and their sum stays below 2⁵³, so sums are exact in any order.
 */
export interface Savings {
  cellCount: number;
  candidateCount: number;
  /** Candidates that may be chosen, ascending. */
  usable: Uint32Array;
  /** Entries of candidate j are `start[j]` up to `start[j + 1]`, cells ascending. */
  start: Uint32Array;
  cells: Uint32Array;
  savings: Float64Array;
}

/** What one candidate saves: cells ascending, savings above 0. */
export interface CandidateSavings {
  cells: ArrayLike<number>;
  savings: ArrayLike<number>;
}

/** Puts the candidates' savings one behind the other. `usable` are those that may be chosen, ascending. */
export function makeSavings(
  cellCount: number,
  candidates: readonly CandidateSavings[],
  usable: Uint32Array = Uint32Array.from(candidates.keys()),
): Savings {
  const start = new Uint32Array(candidates.length + 1);
  candidates.forEach((candidate, j) => {
    start[j + 1] = start[j]! + candidate.cells.length;
  });
  const cells = new Uint32Array(start[candidates.length]!);
  const savings = new Float64Array(cells.length);
  candidates.forEach((candidate, j) => {
    cells.set(candidate.cells, start[j]);
    savings.set(candidate.savings, start[j]);
  });
  return {
    cellCount,
    candidateCount: candidates.length,
    usable: usable.filter((j) => start[j + 1]! > start[j]!),
    start,
    cells,
    savings,
  };
}

/** The best saving of every cell. */
export function bestOf({ start, cells, savings, cellCount }: Savings, chosen: readonly number[]) {
  const best = new Float64Array(cellCount);
  for (const j of chosen)
    for (let k = start[j]!; k < start[j + 1]!; k++)
      if (savings[k]! > best[cells[k]!]!) best[cells[k]!] = savings[k]!;
  return best;
}

/** What a choice saves in total. */
export function totalSaving(problem: Savings, chosen: readonly number[]): number {
  let sum = 0;
  for (const saving of bestOf(problem, chosen)) sum += saving;
  return sum;
}

/** The same problem without some candidates. */
export function without(problem: Savings, isBanned: (candidate: number) => boolean): Savings {
  return { ...problem, usable: problem.usable.filter((j) => !isBanned(j)) };
}

/** What is left to save once these candidates are open; they cannot be chosen again. */
export function afterOpening(problem: Savings, opened: readonly number[]): Savings {
  const floor = bestOf(problem, opened);
  const { start, cells, savings, candidateCount } = problem;
  const left: Savings = {
    ...problem,
    start: new Uint32Array(candidateCount + 1),
    cells: new Uint32Array(cells.length),
    savings: new Float64Array(cells.length),
  };
  const isUsable = new Uint8Array(candidateCount);
  for (const j of problem.usable) isUsable[j] = 1;
  for (const j of opened) isUsable[j] = 0;
  let end = 0;
  for (let j = 0; j < candidateCount; j++) {
    if (isUsable[j])
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        const saving = savings[k]! - floor[cells[k]!]!;
        if (saving <= 0) continue;
        left.cells[end] = cells[k]!;
        left.savings[end++] = saving;
      }
    left.start[j + 1] = end;
  }
  left.cells = left.cells.slice(0, end);
  left.savings = left.savings.slice(0, end);
  left.usable = problem.usable.filter((j) => left.start[j + 1]! > left.start[j]!);
  return left;
}
