import type { Savings } from "./savings.ts";

/**
 * Drops candidates that another one can always stand in for: it saves at least as much in every cell. Of
 * equal ones the earliest stays. Whatever the dropped ones reach, a choice without them reaches too, as long
 * as the number of sites does not have to be different.
 */
export function undominated(problem: Savings, candidates: readonly number[]): number[] {
  const { start, cells, savings } = problem;
  const of = candidatesByCell(problem, candidates);
  const saved = new Map<number, Map<number, number>>();
  const savingsOf = (j: number) => {
    let entry = saved.get(j);
    if (!entry) {
      entry = new Map();
      for (let k = start[j]!; k < start[j + 1]!; k++) entry.set(cells[k]!, savings[k]!);
      saved.set(j, entry);
    }
    return entry;
  };
  const size = (j: number) => start[j + 1]! - start[j]!;
  return candidates.filter((j) => {
    if (size(j) === 0) return false;
    let rarest = cells[start[j]!]!;
    for (let k = start[j]!; k < start[j + 1]!; k++)
      if (of[cells[k]!]!.length < of[rarest]!.length) rarest = cells[k]!;
    return !of[rarest]!.some((other) => {
      if (other === j || size(other) < size(j)) return false;
      const others = savingsOf(other);
      let isEqual = size(other) === size(j);
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        const saving = others.get(cells[k]!);
        if (saving === undefined || saving < savings[k]!) return false;
        if (saving > savings[k]!) isEqual = false;
      }
      return !isEqual || other < j;
    });
  });
}

function candidatesByCell(problem: Savings, candidates: readonly number[]): number[][] {
  const of: number[][] = Array.from({ length: problem.cellCount }, () => []);
  for (const j of candidates)
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++) of[problem.cells[k]!]!.push(j);
  return of;
}
