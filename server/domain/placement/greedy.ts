import type { Savings } from "./savings.ts";

/**
 * Opens the candidate that adds most, again and again, until `count` are open or none adds anything. What a
 * candidate adds only falls while others open, so only those are counted anew whose last known figure is
 * still the highest. Ties go to the earlier candidate. Worth at least 63 % of the best (Nemhauser et al. 1978),
 * usually above 95 %.
 */
export function greedy(problem: Savings, count: number): number[] {
  const { start, cells, savings } = problem;
  const best = new Float64Array(problem.cellCount);
  const gain = new Float64Array(problem.candidateCount);
  const added = (j: number) => {
    let sum = 0;
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const more = savings[k]! - best[cells[k]!]!;
      if (more > 0) sum += more;
    }
    return sum;
  };
  for (const j of problem.usable) gain[j] = added(j);
  const isBefore = (a: number, b: number) => gain[a]! > gain[b]! || (gain[a]! === gain[b]! && a < b);
  const heap = Array.from(problem.usable).sort((a, b) => (isBefore(a, b) ? -1 : 1));

  const chosen: number[] = [];
  while (chosen.length < count && heap.length > 0) {
    const top = heap[0]!;
    const fresh = added(top);
    if (fresh < gain[top]!) {
      gain[top] = fresh;
      sinkTop(heap, isBefore);
      continue;
    }
    if (fresh === 0) break;
    chosen.push(top);
    for (let k = start[top]!; k < start[top + 1]!; k++)
      if (savings[k]! > best[cells[k]!]!) best[cells[k]!] = savings[k]!;
    gain[top] = 0;
    sinkTop(heap, isBefore);
  }
  return chosen;
}

/** Moves the first of a binary heap down to where it belongs. */
function sinkTop(heap: number[], isBefore: (a: number, b: number) => boolean): void {
  const item = heap[0]!;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, item)) break;
    heap[hole] = heap[child]!;
    hole = child;
  }
  heap[hole] = item;
}
