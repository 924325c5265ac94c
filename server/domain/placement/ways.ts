/**
 * Costs of ways (whole millimetres or milliseconds) from cells to candidates, kept only where a candidate lies
 * nearer than every place that exists. Cells without people of the target group have no entries.
 */
export interface Ways {
  /** To the nearest place that exists; `unreached` where there is none. */
  present: Uint32Array;
  /** People of the target group, in thousandths. */
  weights: Uint32Array;
  candidateCount: number;
  /** Candidates that may be chosen, ascending. */
  usable: Uint32Array;
  /** Entries of candidate j are `start[j]` up to `start[j + 1]`, cells ascending. */
  start: Uint32Array;
  cells: Uint32Array;
  costs: Uint32Array;
}

/** Cost from every cell once these candidates are open, and which of them is nearest (-1: an existing place). */
export function nearestWays(ways: Ways, chosen: readonly number[]) {
  const costs = ways.present.slice();
  const nearest = new Int32Array(costs.length).fill(-1);
  chosen.forEach((j, position) => {
    for (let k = ways.start[j]!; k < ways.start[j + 1]!; k++) {
      const i = ways.cells[k]!;
      if (ways.costs[k]! >= costs[i]!) continue;
      costs[i] = ways.costs[k]!;
      nearest[i] = position;
    }
  });
  return { costs, nearest };
}

/** The longest way anybody has, of the cells given. */
export function longestWay(ways: Ways, cells: ArrayLike<number>, chosen: readonly number[]): number {
  const { costs } = nearestWays(ways, chosen);
  let longest = 0;
  for (let n = 0; n < cells.length; n++) longest = Math.max(longest, costs[cells[n]!]!);
  return longest;
}
