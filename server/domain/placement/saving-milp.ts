import { MilpBuilder, type MilpProblem } from "./milp.ts";
import type { Savings } from "./savings.ts";

export interface SavingMilp {
  problem: MilpProblem;
  /** The candidate of each of the first columns. */
  candidates: readonly number[];
  /** The problem's unit in savings. */
  unit: number;
}

/** Largest cost the solver sees: it calculates with tolerances of about a millionth. */
const largestCost = 1e4;

/**
 * The problem of savings for the solver, after Elloumi (2010): a cell's savings become steps, and a step is
 * reached where a candidate that saves at least as much is open. Cells with the same candidates in the same
 * order share their steps, so for covering all cells with equal cover sets become one. Only `candidates` may
 * be chosen; those of `needed` are open from the start.
 */
export function savingMilp(
  problem: Savings,
  count: number,
  candidates: readonly number[],
  needed: readonly number[],
  chosen: readonly number[],
): SavingMilp {
  const steps = shareSteps(problem, candidates);
  let unit = 1;
  for (const weight of steps.weight) unit = Math.max(unit, weight / largestCost);
  const builder = new MilpBuilder();
  const isNeeded = new Set(needed);
  for (const j of candidates) builder.column(0, isNeeded.has(j) ? 1 : 0, 1, true);
  const all = candidates.map((_, position) => position);
  builder.row(Number.NEGATIVE_INFINITY, count, all, new Array(all.length).fill(1));
  const isChosen = new Set(chosen);
  const start: number[] = candidates.map((j) => (isChosen.has(j) ? 1 : 0));
  steps.members.forEach((members, step) => {
    const column = builder.column(steps.weight[step]! / unit, 0, 1, false);
    const parent = steps.parent[step]!;
    const columns = [column, ...members];
    const values = [1, ...members.map(() => -1)];
    if (parent >= 0) {
      columns.push(candidates.length + parent);
      values.push(-1);
    }
    const isReached = members.some((position) => start[position] === 1);
    start.push(isReached || (parent >= 0 && start[candidates.length + parent] === 1) ? 1 : 0);
    builder.row(Number.NEGATIVE_INFINITY, 0, columns, values);
  });
  const isComplete = chosen.every((j) => candidates.includes(j)) && needed.every((j) => isChosen.has(j));
  return { problem: builder.problem("max", isComplete ? Float64Array.from(start) : null), candidates, unit };
}

interface Steps {
  weight: number[];
  /** The step above, which reaches this one too; -1 for none. Parents come first. */
  parent: number[];
  /** Positions of the candidates that reach this step but not the one above. */
  members: number[][];
}

function shareSteps(problem: Savings, candidates: readonly number[]): Steps {
  const perCell: { position: number; saving: number }[][] = Array.from(
    { length: problem.cellCount },
    () => [],
  );
  candidates.forEach((j, position) => {
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++)
      perCell[problem.cells[k]!]!.push({ position, saving: problem.savings[k]! });
  });
  const steps: Steps = { weight: [], parent: [], members: [] };
  const known = new Map<string, number>();
  for (const entries of perCell) {
    entries.sort((a, b) => b.saving - a.saving || a.position - b.position);
    let parent = -1;
    for (let from = 0, to = 0; from < entries.length; from = to) {
      while (to < entries.length && entries[to]!.saving === entries[from]!.saving) to++;
      const members = entries.slice(from, to).map((entry) => entry.position);
      const key = `${parent}:${members.join(",")}`;
      let step = known.get(key);
      if (step === undefined) {
        step = steps.weight.push(0) - 1;
        steps.parent.push(parent);
        steps.members.push(members);
        known.set(key, step);
      }
      steps.weight[step]! += entries[from]!.saving - (entries[to]?.saving ?? 0);
      parent = step;
    }
  }
  return steps;
}
