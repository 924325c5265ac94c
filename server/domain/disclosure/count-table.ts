/** A count of people somebody might work out, told by figures or not. */
export interface Count {
  /** The true number; where the source itself hides it, a number that keeps all sums. */
  value: number;
  /** What anyone knows without being told: at least, at most. */
  least: number;
  most: number;
  /** Narrowest width an attacker may be left with while it is not told; 0 where it needs no protection. */
  guarded: number;
  /** Figures that tell it. */
  tellers: Figure[];
  sums: Sum[];
}

/** A published figure: telling it tells all its counts. */
export interface Figure {
  counts: Count[];
  isHidden: boolean;
  /** False for figures that are out already, in another release. */
  mayBeHidden: boolean;
  /** Derived figures (a change, a running total) are hidden before those they derive from. */
  isDerived: boolean;
}

/** `total = parts + rest`, where the rest is what the data leave over and an attacker is taken to know. */
export interface Sum {
  total: Count;
  parts: Count[];
  rest: number;
}

/** Counts, the figures that tell them and the sums between them: all an attacker can calculate with. */
export class CountTable {
  readonly counts: Count[] = [];
  readonly figures: Figure[] = [];
  readonly sums: Sum[] = [];

  count(given: Pick<Count, "value"> & Partial<Pick<Count, "least" | "most" | "guarded">>): Count {
    const count: Count = {
      least: 0,
      most: Number.POSITIVE_INFINITY,
      guarded: 0,
      tellers: [],
      sums: [],
      ...given,
    };
    this.counts.push(count);
    return count;
  }

  figure(
    counts: Count[],
    given: Partial<Pick<Figure, "isHidden" | "mayBeHidden" | "isDerived">> = {},
  ): Figure {
    const figure: Figure = { counts, isHidden: false, mayBeHidden: true, isDerived: false, ...given };
    for (const count of counts) count.tellers.push(figure);
    this.figures.push(figure);
    return figure;
  }

  sum(
    total: Count,
    parts: Count[],
    rest = total.value - parts.reduce((all, { value }) => all + value, 0),
  ): Sum {
    const sum: Sum = { total, parts, rest };
    for (const count of [total, ...parts]) count.sums.push(sum);
    this.sums.push(sum);
    return sum;
  }
}

export function isTold(count: Count): boolean {
  return count.tellers.some(({ isHidden }) => !isHidden);
}

/** Width the rule wants for a count that is not told: none can be wider than what is known of it anyway. */
export function wantedWidth({ guarded, least, most }: Count): number {
  return Math.min(guarded, most - least);
}
