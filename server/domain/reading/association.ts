import { sampleCorrelation, sampleRankCorrelation } from "simple-statistics";

/** How two indicators go together over areas. */
export interface Association {
  /** Areas with a figure of both. */
  areas: number;
  /** Pearson's r, from −1 to 1. */
  linear: number;
  /** Spearman's ρ: the same of the ranks, which single extreme areas do not bend. */
  rank: number;
}

/** Fewer areas say nothing about an association. */
export const fewestForAssociation = 10;

/**
 * Pearson's and Spearman's correlation of pairs of figures; null with too few areas, or where one of the two
 * figures is the same everywhere. Says how areas differ, never why, and nothing about people (METHODS §4.6).
 */
export function association(pairs: readonly (readonly [number, number])[]): Association | null {
  if (pairs.length < fewestForAssociation) return null;
  const [first, second] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  if (new Set(first).size < 2 || new Set(second).size < 2) return null;
  return {
    areas: pairs.length,
    linear: sampleCorrelation(first, second),
    rank: sampleRankCorrelation(first, second),
  };
}
