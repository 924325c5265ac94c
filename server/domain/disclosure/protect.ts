import type { MilpSolver } from "../placement/milp.ts";
import { exactBounds, type Interval, impliedBy, sumBounds, unknownGroups } from "./bounds.ts";
import { type Count, type CountTable, type Figure, isTold, type Sum, wantedWidth } from "./count-table.ts";

export interface Protection {
  /** Bounds of every guarded count that is not told, at the end. */
  bounds: Map<Count, Interval>;
  /** Guarded counts that stay more narrowly bounded than wanted, whatever is hidden. */
  unprotected: Count[];
}

/** Width below which a difference is a rounding error of the solver. */
const tolerance = 1e-6;

/**
 * Hides further figures (sekundäre Sperrung), smallest first, until no count that is not told can be bounded more
 * narrowly than wanted. Each round looks at what the sums give away; once they give away nothing, groups with
 * circles are put to the solver. Hiding only ever widens bounds, so it ends.
 */
export async function protect(table: CountTable, solver: MilpSolver): Promise<Protection> {
  const hopeless = new Set<Count>();
  for (;;) {
    const bounds = sumBounds(table);
    const open = guardedCounts(table);
    const tooNarrow = open.filter((count) => !hopeless.has(count) && isTooNarrow(count, bounds.get(count)!));
    if (tooNarrow.length > 0) {
      hideFor(tooNarrow, table, bounds, hopeless);
      continue;
    }
    const narrow: Count[] = [];
    for (const group of unknownGroups(table)) {
      if (!group.hasCircle) continue;
      const exact = await exactBounds(group, bounds, solver);
      for (const [count, interval] of exact) {
        bounds.set(count, interval);
        if (!hopeless.has(count) && isTooNarrow(count, interval)) narrow.push(count);
      }
    }
    if (narrow.length === 0) {
      const unprotected = open.filter((count) => isTooNarrow(count, bounds.get(count)!));
      return { bounds: new Map(open.map((count) => [count, bounds.get(count)!])), unprotected };
    }
    hideFor(narrow, table, bounds, hopeless);
  }
}

function guardedCounts(table: CountTable): Count[] {
  return table.counts.filter((count) => count.guarded > 0 && !isTold(count));
}

function isTooNarrow(count: Count, { low, high }: Interval): boolean {
  return high - low < wantedWidth(count) - tolerance;
}

/**
 * Hides one figure for the first of the counts in each group that hangs together, since it may widen the bounds of
 * all the others; counts for which nothing is left to hide join the hopeless.
 */
function hideFor(
  counts: readonly Count[],
  table: CountTable,
  bounds: Map<Count, Interval>,
  hopeless: Set<Count>,
): void {
  const waiting = new Set(counts);
  for (const group of unknownGroups(table)) {
    const narrow = group.counts.filter((one) => waiting.has(one));
    const count = narrow.find(({ tellers }) => tellers.some(({ isDerived }) => isDerived)) ?? narrow[0];
    if (!count) continue;
    const telling = count.sums.filter((sum) => {
      const interval = impliedBy(sum, [sum.total, ...sum.parts].indexOf(count), bounds);
      return isTooNarrow(count, {
        low: Math.max(interval.low, count.least),
        high: Math.min(interval.high, count.most),
      });
    });
    const figure = bestToHide(telling.length > 0 ? telling : count.sums);
    if (figure) figure.isHidden = true;
    else hopeless.add(count);
  }
}

/**
 * The figure to hide next: in the sums themselves, else in the nearest sums that share an unknown count with them.
 * Derived figures go first (a running total itself before the one it goes on from), then parts before totals and the
 * smallest first; nobody at all hides nobody, so 0 comes last.
 */
function bestToHide(sums: readonly Sum[]): Figure | undefined {
  const seen = new Set(sums);
  let nearest = [...sums];
  while (nearest.length > 0) {
    const found = nearest
      .flatMap((sum) => [sum.total, ...sum.parts].flatMap((count) => candidates(sum, count)))
      .sort((a, b) => a.rank - b.rank || a.value - b.value);
    if (found[0]) return found[0].figure;
    const further = new Set<Sum>();
    for (const sum of nearest) {
      for (const count of [sum.total, ...sum.parts]) {
        if (isTold(count)) continue;
        for (const other of count.sums) if (!seen.has(other)) further.add(other);
      }
    }
    for (const sum of further) seen.add(sum);
    nearest = [...further];
  }
  return undefined;
}

function candidates(sum: Sum, count: Count): { figure: Figure; rank: number; value: number }[] {
  const shown = count.tellers.filter(({ isHidden }) => !isHidden);
  if (shown.length === 0 || shown.some(({ mayBeHidden }) => !mayBeHidden)) return [];
  return shown.map((figure) => ({
    figure,
    value: Math.abs(count.value),
    rank: rankOf(figure, count === sum.total, count.value),
  }));
}

function rankOf({ isDerived }: Figure, isTotal: boolean, value: number): number {
  if (isDerived) return isTotal ? 0 : 1;
  if (value === 0) return 4;
  return isTotal ? 3 : 2;
}
