/**
 * What a site is weighed by, and whether more or less of it is better. All values are plain numbers: people, whole
 * percent, metres or minutes, 1 and 0 for yes and no, and 0 to 2 for the worst constraint (none, minor, major).
 */
export const suitabilityCriteria = {
  NEWLY_SERVED: "more",
  OVERLAP: "less",
  MEDIAN_WAY: "less",
  OUTDOOR: "more",
  LAND: "more",
  CONSTRAINTS: "less",
} as const;
export type SuitabilityCriterion = keyof typeof suitabilityCriteria;
export const suitabilityCriterionCodes = Object.keys(suitabilityCriteria) as SuitabilityCriterion[];

/** Whole numbers from 0, where 0 leaves the criterion out. */
export type SuitabilityWeights = Readonly<Record<SuitabilityCriterion, number>>;
export const heaviestWeight = 3;
export const equalWeights: SuitabilityWeights = {
  NEWLY_SERVED: 1,
  OVERLAP: 1,
  MEDIAN_WAY: 1,
  OUTDOOR: 1,
  LAND: 1,
  CONSTRAINTS: 1,
};

export interface SuitabilityCandidate {
  id: string;
  /** A constraint rules the site out, whatever else speaks for it. */
  isExcluded: boolean;
  /** Null where the value is unknown. */
  values: Readonly<Record<SuitabilityCriterion, number | null>>;
}

export interface Suitability {
  id: string;
  outcome: "SCORED" | "EXCLUDED" | "TOO_LITTLE_KNOWN" | "NO_WEIGHT";
  /** 0 to 100, whole; null for every outcome but SCORED. */
  score: number | null;
  contributions: SuitabilityContribution[];
  /** Sum of points × weight, and of the weights that stand behind it: their quotient is the score. */
  sum: number;
  knownWeight: number;
}
export interface SuitabilityContribution {
  criterion: SuitabilityCriterion;
  value: number | null;
  weight: number;
  /** 0 to 100, whole; null where the value is unknown or the site is excluded. */
  points: number | null;
}

/** Points where the criterion tells no candidates apart [design]: neither for nor against any of them. */
const pointsOfEquals = 50;
/** Share of all weight that has to be known, in percent (METHODS §4.1, 6). */
const leastKnownPercent = 80;

/**
 * Weighted suitability of candidates against each other, in their order; it says nothing about a site on its own.
 *
 * Each criterion gives the best of the known values 100 points, the worst 0 and the others what lies between in
 * proportion, whole so that the sum can be done again on paper [design]. Excluded sites set no scale. The score is
 * the weighted mean of the points; an unknown value leaves its criterion out for that candidate, and where less
 * than 80 % of the weight is known there is no score. Points depend on who is compared: one candidate more may
 * move the others, which is why the result is a comparison and never a rank.
 */
export function weighSuitability(
  candidates: readonly SuitabilityCandidate[],
  weights: SuitabilityWeights,
): Suitability[] {
  const pointsOf = Object.fromEntries(
    suitabilityCriterionCodes.map((criterion) => [criterion, scaleOf(criterion, candidates)]),
  ) as Record<SuitabilityCriterion, (value: number) => number>;
  return candidates.map(({ id, isExcluded, values }) => {
    const contributions = suitabilityCriterionCodes.map((criterion) => {
      const value = values[criterion];
      const points = isExcluded || value === null ? null : pointsOf[criterion](value);
      return { criterion, value, weight: weights[criterion], points };
    });
    const known = contributions.filter(({ points }) => points !== null);
    const sum = total(known.map(({ points, weight }) => (points ?? 0) * weight));
    const knownWeight = total(known.map(({ weight }) => weight));
    const outcome = isExcluded ? "EXCLUDED" : outcomeOf(knownWeight, total(Object.values(weights)));
    const score = outcome === "SCORED" ? Math.round(sum / knownWeight) : null;
    return { id, outcome, score, contributions, sum, knownWeight };
  });
}

function outcomeOf(knownWeight: number, weight: number): Suitability["outcome"] {
  if (weight === 0) return "NO_WEIGHT";
  return knownWeight * 100 >= weight * leastKnownPercent ? "SCORED" : "TOO_LITTLE_KNOWN";
}

/** Points of a value among the known values of all candidates that are not excluded. */
function scaleOf(criterion: SuitabilityCriterion, candidates: readonly SuitabilityCandidate[]) {
  const known = candidates.flatMap(({ isExcluded, values }) => {
    const value = values[criterion];
    return isExcluded || value === null ? [] : [value];
  });
  const least = Math.min(...known);
  const most = Math.max(...known);
  return (value: number) => {
    if (least === most) return pointsOfEquals;
    const ahead = suitabilityCriteria[criterion] === "more" ? value - least : most - value;
    return Math.round((100 * ahead) / (most - least));
  };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
