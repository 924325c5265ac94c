/** Steps of the table: weight k is that of a way of k / `weightSteps` of the longest way. */
export const weightSteps = 1000;

/** A weight of one; weights are whole millionths. */
export const fullWeight = 1_000_000;

/**
 * Weights of a way in the floating catchment method (METHODS §2–3): w(x) = (e^(−x²/2) − e^(−1/2)) / (1 − e^(−1/2))
 * for a way of x times the longest, in whole millionths, 1001 of them. Made once with a grid release and read from
 * it ever after: `Math.exp` may differ in its last digit between machines, and answers must not.
 */
export function gaussianWeights(): Int32Array {
  const end = Math.exp(-0.5);
  return Int32Array.from({ length: weightSteps + 1 }, (_, step) => {
    const x = step / weightSteps;
    return Math.round((fullWeight * (Math.exp(-0.5 * x * x) - end)) / (1 - end));
  });
}
