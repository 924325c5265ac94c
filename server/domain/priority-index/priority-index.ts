import { type ComponentColumn, componentColumn } from "./component-column.ts";
import { type CorrelationMatrix, correlationMatrix } from "./correlation-matrix.ts";
import { type ClassCuts, classBounds, indexClassOf } from "./index-classification.ts";
import type { IndexComponent, IndexDefinition } from "./index-definition.ts";
import { type CountedAreas, countedAreas, type IndexExclusion, type IndexInput } from "./index-input.ts";

/** A score needs figures for at least this share of the weight; it is then divided by the weight there is (METHODS §4.1). */
export const leastWeightShare = 0.8;

/** Shares of weights are sums of fractions: 4 of 5 equal weights must not fail at the last digit. */
export const weightTolerance = 1e-9;

export type IndexState = "COMPUTED" | "NOT_COMPUTABLE" | IndexExclusion;

export interface AreaScore {
  areaNumber: string;
  state: IndexState;
  /** Σ w z / Σ w over the components with a figure; high is a burden. Null unless COMPUTED. */
  score: number | null;
  /** From 0, the least burdened; null unless COMPUTED. */
  classIndex: number | null;
  /** Share of the weight with a figure, 0 to 1; null for excluded areas. */
  weightShare: number | null;
  /** What each component adds to the score, in their order; null where it has no figure. They add up to the score. */
  contributions: (number | null)[] | null;
}

export interface IndexScores {
  /** In the order of the input. */
  areas: AreaScore[];
  /** What each component was measured against, to be printed: mean and deviation, or smallest and range. */
  basis: Pick<ComponentColumn, "centre" | "spread">[];
  correlation: CorrelationMatrix;
}

/** The part of a definition scores depend on. */
export interface IndexRules extends Pick<IndexDefinition, "minResidents" | "winsorize" | "standardisation"> {
  components: readonly Pick<IndexComponent, "weight" | "direction" | "transform">[];
  classification: ClassCuts;
}

/** Scores, classes and contributions of all areas by METHODS §4.1; input values in the order of the components. */
export function priorityIndex(rules: IndexRules, input: IndexInput): IndexScores {
  const counted = countedAreas(rules, input);
  const { scored, columns } = scoredAreas(rules, input, counted);
  const byPosition = new Map(scored.map((one, index) => [counted.positions[index]!, one]));
  return {
    areas: input.areaNumbers.map(
      (areaNumber, position) =>
        byPosition.get(position) ?? excludedArea(areaNumber, counted.excluded.get(position)!),
    ),
    basis: columns.map(({ centre, spread }) => ({ centre, spread })),
    correlation: correlationMatrix(columns.map(({ values }) => values)),
  };
}

/** The counted areas alone, in the order of their positions, and the columns their scores are made of. */
export function scoredAreas(
  rules: IndexRules,
  input: IndexInput,
  counted: CountedAreas,
): { scored: AreaScore[]; columns: ComponentColumn[] } {
  const columns = rules.components.map((component, index) =>
    componentColumn(counted.raw[index]!, component, { ...rules, residents: counted.residents }),
  );
  const weights = rules.components.map(({ weight }) => weight);
  const scored = counted.positions.map((position, index) =>
    scoreOf(
      input.areaNumbers[position]!,
      columns.map(({ values }) => values[index]!),
      weights,
    ),
  );
  const bounds = classBounds(
    scored.flatMap(({ score }) => (score === null ? [] : [score])),
    rules.classification,
  );
  return {
    scored: scored.map((one) => ({
      ...one,
      classIndex: one.score === null ? null : indexClassOf(one.score, bounds),
    })),
    columns,
  };
}

function scoreOf(areaNumber: string, figures: readonly number[], weights: readonly number[]): AreaScore {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const present = figures.reduce((sum, figure, k) => (Number.isNaN(figure) ? sum : sum + weights[k]!), 0);
  const weightShare = present / total;
  if (weightShare < leastWeightShare - weightTolerance) {
    const state = "NOT_COMPUTABLE";
    return { areaNumber, state, score: null, classIndex: null, weightShare, contributions: null };
  }
  const contributions = figures.map((figure, k) =>
    Number.isNaN(figure) ? null : (weights[k]! * figure) / present,
  );
  const score = contributions.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return { areaNumber, state: "COMPUTED", score, classIndex: null, weightShare, contributions };
}

function excludedArea(areaNumber: string, state: IndexExclusion): AreaScore {
  return { areaNumber, state, score: null, classIndex: null, weightShare: null, contributions: null };
}
