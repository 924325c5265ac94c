import { type Savings, totalSaving } from "./savings.ts";

/**
 * The first of these candidates that together save `wanted`, without those that later ones made needless; null where
 * all of them do not.
 */
export function enoughInOrder(problem: Savings, wanted: number, ordered: readonly number[]): number[] | null {
  const best = new Float64Array(problem.cellCount);
  let count = 0;
  let saved = 0;
  for (; saved < wanted && count < ordered.length; count++) {
    const j = ordered[count]!;
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++) {
      const i = problem.cells[k]!;
      saved += Math.max(0, problem.savings[k]! - best[i]!);
      best[i] = Math.max(best[i]!, problem.savings[k]!);
    }
  }
  return saved < wanted ? null : withoutNeedless(problem, wanted, ordered.slice(0, count));
}

/** A choice of covering without sites whose loss leaves enough, the latest first. */
export function withoutNeedless(problem: Savings, wanted: number, chosen: readonly number[]): number[] {
  const times = new Uint16Array(problem.cellCount);
  const each = (j: number, visit: (cell: number, saving: number) => void) => {
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++)
      visit(problem.cells[k]!, problem.savings[k]!);
  };
  for (const j of chosen) each(j, (cell) => times[cell]!++);
  let spare = totalSaving(problem, chosen) - wanted;
  const kept = new Set(chosen);
  for (const j of [...chosen].reverse()) {
    let loss = 0;
    each(j, (cell, saving) => {
      if (times[cell] === 1) loss += saving;
    });
    if (loss > spare) continue;
    spare -= loss;
    kept.delete(j);
    each(j, (cell) => times[cell]!--);
  }
  return [...kept];
}
