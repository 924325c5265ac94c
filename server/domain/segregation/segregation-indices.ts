import { cityShare, type GroupCounts } from "./group-counts.ts";

/** Indices of METHODS §5 for one group against all others. */
export interface SegregationIndices {
  /** P: share of the group among all residents, 0 to 1. */
  share: number;
  /** Segregation index IS: dissimilarity against all others, 0 to 1; the share that would have to move. */
  dissimilarity: number;
  /** xPx*: share of the own group among the neighbours of a member, on average. */
  isolation: number;
  /** xPy*: share of all others; isolation and exposure are 1 together. */
  exposure: number;
  /** η² = (xPx* − P) / (1 − P): isolation beyond what the group's size alone brings. */
  adjustedIsolation: number;
}

/** All indices, or null where the group or the rest has nobody (Duncan and Duncan 1955; Bell 1954). */
export function segregationIndices(counts: GroupCounts): SegregationIndices | null {
  const city = cityShare(counts);
  if (!city) return null;
  const { group, total } = counts;
  const rest = total.map((t, i) => t - group[i]!);
  let [isolation, exposure] = [0, 0];
  group.forEach((x, i) => {
    if (total[i] === 0) return;
    isolation += (x / city.X) * (x / total[i]!);
    exposure += (x / city.X) * (rest[i]! / total[i]!);
  });
  return {
    share: city.P,
    dissimilarity: dissimilarity(group, rest)!,
    isolation,
    exposure,
    adjustedIsolation: (isolation - city.P) / (1 - city.P),
  };
}

/**
 * D = ½ Σ |x_i / X − y_i / Y| of two groups over the same areas, 0 to 1; null where one of them has nobody.
 */
export function dissimilarity(one: readonly number[], other: readonly number[]): number | null {
  const X = one.reduce((sum, x) => sum + x, 0);
  const Y = other.reduce((sum, y) => sum + y, 0);
  if (X === 0 || Y === 0) return null;
  const halved = one.reduce((sum, x, i) => sum + Math.abs(x / X - other[i]! / Y), 0) / 2;
  return Math.min(1, halved);
}

/** LQ_i = (x_i / t_i) / P: 1 is the city's own share; null for areas without residents, all null without a group. */
export function locationQuotients(counts: GroupCounts): (number | null)[] {
  const city = cityShare(counts);
  return counts.group.map((x, i) => (city && counts.total[i]! > 0 ? x / counts.total[i]! / city.P : null));
}
