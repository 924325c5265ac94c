import { sampleCorrelation } from "simple-statistics";

/** Pearson's r of each pair of components, −1 to 1; null where fewer than three areas know both, or one does not vary. */
export type CorrelationMatrix = (number | null)[][];

const leastPairs = 3;

/**
 * Correlation of the columns as they count in the index (transformed, high is a burden), over the areas with a figure in
 * both. High ones mean that the same thing is counted more than once (METHODS §4.1).
 */
export function correlationMatrix(columns: readonly Float64Array[]): CorrelationMatrix {
  return columns.map((one) => columns.map((other) => correlationOf(one, other)));
}

function correlationOf(one: Float64Array, other: Float64Array): number | null {
  const [x, y]: [number[], number[]] = [[], []];
  one.forEach((value, index) => {
    if (Number.isNaN(value) || Number.isNaN(other[index]!)) return;
    x.push(value);
    y.push(other[index]!);
  });
  const varies = (values: number[]) => values.some((value) => value !== values[0]);
  if (x.length < leastPairs || !varies(x) || !varies(y)) return null;
  // Rounding may leave a column a hair beyond 1 against itself.
  return Math.max(-1, Math.min(1, sampleCorrelation(x, y)));
}
