/**
 * People of one group and of everybody, in the same order of areas: all of one level, one boundary version and one
 * period, because every index here depends on the size of the areas (METHODS §5). Areas with an unknown or hidden count
 * are left out beforehand, and named beside the result.
 */
export interface GroupCounts {
  /** Members of the group, x_i. */
  group: readonly number[];
  /** All residents, t_i ≥ x_i; the rest is y_i = t_i − x_i. */
  total: readonly number[];
}

/** X, T and P = X / T of the whole city; null where the group or the rest has nobody, and no index says anything. */
export function cityShare({ group, total }: GroupCounts): { X: number; T: number; P: number } | null {
  const X = group.reduce((sum, x) => sum + x, 0);
  const T = total.reduce((sum, t) => sum + t, 0);
  return X > 0 && X < T ? { X, T, P: X / T } : null;
}
