/** Count and base of a rate, such as recipients and residents of one age. */
export interface RateParts {
  numerator: number;
  denominator: number;
}

export interface CompositionEffect {
  /** Change of the number of people counted. */
  countChange: number;
  /** Change of the share, later less earlier, as a fraction of 1. */
  rateChange: number;
  /**
   * True when count and rate move in opposite directions, which only another denominator can bring about: neither may
   * be told without the other (METHODS §4.6).
   */
  isOpposed: boolean;
  /** What the changed rate alone did to the count: Δrate · mean of both denominators (Kitagawa 1955). */
  countByRate: number;
  /** What the changed denominator alone did: Δdenominator · mean of both rates. Both add up to `countChange`. */
  countByDenominator: number;
}

/** Count beside rate between two periods; null where a denominator is not above zero. */
export function compositionEffect(from: RateParts, to: RateParts): CompositionEffect | null {
  if (!(from.denominator > 0) || !(to.denominator > 0)) return null;
  const [before, after] = [from.numerator / from.denominator, to.numerator / to.denominator];
  const countChange = to.numerator - from.numerator;
  const rateChange = after - before;
  return {
    countChange,
    rateChange,
    isOpposed: countChange * rateChange < 0,
    countByRate: (rateChange * (from.denominator + to.denominator)) / 2,
    countByDenominator: ((to.denominator - from.denominator) * (before + after)) / 2,
  };
}
