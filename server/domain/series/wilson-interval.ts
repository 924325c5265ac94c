/** Interval of a share, both between 0 and 1. */
export interface ShareInterval {
  low: number;
  high: number;
}

/** Normal quantile of 97.5 %: intervals of 95 %. */
const z95 = 1.959963984540054;

/** Wider than this a rate is marked "unsicher": 10 points (METHODS §7). */
export const uncertainWidth = 0.1;

/**
 * Wilson's score interval of 95 % for `numerator` of `denominator` people (Wilson 1927, without continuity correction):
 * (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Null unless 0 ≤ numerator ≤ denominator and denominator > 0.
 */
export function wilsonInterval(numerator: number, denominator: number): ShareInterval | null {
  if (!(denominator > 0) || !(numerator >= 0) || numerator > denominator) return null;
  const share = numerator / denominator;
  const square = z95 ** 2 / denominator;
  const middle = share + square / 2;
  const half = z95 * Math.sqrt((share * (1 - share)) / denominator + square / (4 * denominator));
  return {
    // At the ends the formula gives 0 and 1 but for the last digit of the machine.
    low: numerator === 0 ? 0 : (middle - half) / (1 + square),
    high: numerator === denominator ? 1 : (middle + half) / (1 + square),
  };
}

/** "unsicher": the interval is wider than ten percentage points. */
export function isUncertain({ low, high }: ShareInterval): boolean {
  return high - low > uncertainWidth;
}
