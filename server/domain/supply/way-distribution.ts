import type { CoverageFigures } from "../analysis/answers.ts";
import { perPerson } from "../demand/target-group.ts";
import { unreached, type WayMeasure } from "../reachability/reachability.ts";

/** Ways are told in whole metres, or in tenths of a minute: this many of a way's own units make one step. */
const unitsPerStep = { metres: 1000, minutes: 6000 } as const satisfies Record<WayMeasure, number>;
const stepsPerUnitTold = { metres: 1, minutes: 10 } as const satisfies Record<WayMeasure, number>;

/** A quantile as a fraction of whole numbers, so that no rounding decides which way it is. */
const median = { numerator: 1, denominator: 2 } as const;
const ninetieth = { numerator: 9, denominator: 10 } as const;
type Quantile = typeof median | typeof ninetieth;

interface Pointer {
  quantile: Quantile;
  /** Step of every group where the quantile was last found, and people up to and with it. */
  step: Int32Array;
  below: Float64Array;
}

/** Step of who reaches nothing: longer than any way. */
const beyondAll = 0x7fffffff;

export interface Ways {
  /** People per cell, in thousandths. */
  weights: Uint32Array;
  /** Way of each cell, in whole millimetres or milliseconds. */
  costs: Uint32Array;
  /** Group of each cell, -1 for none; null where only the whole city is asked for. */
  groupOf: Int32Array | null;
  groupCount: number;
  /** Longest way that still counts as covered, in the costs' units. */
  limit: number;
  measure: WayMeasure;
}

/**
 * How long the ways of people are, for each area and for the city (group `groupCount`), kept so that moving a few
 * people to another way costs little: a count of people per step of way, and pointers to the quantiles that walk
 * only as far as a quantile moves. A weighted quantile q is the shortest way that at least the share q of all
 * people need at most, where those who reach nothing count as people.
 */
export class WayDistribution {
  readonly city: number;
  readonly #limit: number;
  readonly #unit: number;
  readonly #stepsPerUnit: number;
  readonly #people: Float64Array;
  readonly #reached: Float64Array;
  readonly #covered: Float64Array;
  readonly #counts: Float64Array[];
  readonly #pointers: readonly [Pointer, Pointer];

  constructor({ weights, costs, groupOf, groupCount, limit, measure }: Ways) {
    const groups = groupCount + 1;
    this.city = groupCount;
    this.#limit = limit;
    this.#unit = unitsPerStep[measure];
    this.#stepsPerUnit = stepsPerUnitTold[measure];
    this.#people = new Float64Array(groups);
    this.#reached = new Float64Array(groups);
    this.#covered = new Float64Array(groups);
    this.#counts = Array.from({ length: groups }, () => new Float64Array(0));
    const pointer = (quantile: Quantile) => ({
      quantile,
      step: new Int32Array(groups).fill(-1),
      below: new Float64Array(groups),
    });
    this.#pointers = [pointer(median), pointer(ninetieth)];
    for (let cell = 0; cell < weights.length; cell++) {
      const weight = weights[cell]!;
      if (weight === 0) continue;
      const group = groupOf ? groupOf[cell]! : -1;
      this.#people[groupCount]! += weight;
      this.move(groupCount, weight, unreached, costs[cell]!);
      if (group < 0) continue;
      this.#people[group]! += weight;
      this.move(group, weight, unreached, costs[cell]!);
    }
  }

  /** Lets people of a group need the way `to` instead of `from`; the same with both swapped takes it back. */
  move(group: number, weight: number, from: number, to: number): void {
    const fromStep = this.#stepOf(from);
    const toStep = this.#stepOf(to);
    if (from === unreached) this.#reached[group]! += weight;
    else this.#counts[group]![fromStep]! -= weight;
    if (to === unreached) this.#reached[group]! -= weight;
    else this.#countsUpTo(group, toStep)[toStep]! += weight;
    if (from <= this.#limit) this.#covered[group]! -= weight;
    if (to <= this.#limit) this.#covered[group]! += weight;
    keepUp(this.#pointers[0], group, weight, fromStep, toStep);
    keepUp(this.#pointers[1], group, weight, fromStep, toStep);
  }

  figures(group: number): CoverageFigures {
    return {
      people: this.#people[group]! / perPerson,
      covered: this.#covered[group]! / perPerson,
      medianWay: this.#way(group, this.#pointers[0]),
      ninetiethWay: this.#way(group, this.#pointers[1]),
    };
  }

  #way(group: number, { quantile, step, below }: Pointer): number | null {
    const { numerator, denominator } = quantile;
    const wanted = this.#people[group]! * numerator;
    if (wanted === 0 || this.#reached[group]! * denominator < wanted) return null;
    const counts = this.#counts[group]!;
    let at = step[group]!;
    let sum = below[group]!;
    while (sum * denominator < wanted) sum += counts[++at]!;
    while ((sum - counts[at]!) * denominator >= wanted) sum -= counts[at--]!;
    step[group] = at;
    below[group] = sum;
    return at / this.#stepsPerUnit;
  }

  /** Steps keep the order of ways, so the quantile of the steps is the step of the quantile. */
  #stepOf(cost: number): number {
    return cost === unreached ? beyondAll : ((cost + this.#unit / 2) / this.#unit) | 0;
  }

  #countsUpTo(group: number, step: number): Float64Array {
    const counts = this.#counts[group]!;
    if (step < counts.length) return counts;
    const longer = new Float64Array(Math.max(step + 1, counts.length * 2, 64));
    longer.set(counts);
    this.#counts[group] = longer;
    return longer;
  }
}

/** People up to and with the pointer's step, after some of them moved. */
function keepUp({ step, below }: Pointer, group: number, weight: number, from: number, to: number): void {
  const at = step[group]!;
  if (from <= at) below[group]! -= weight;
  if (to <= at) below[group]! += weight;
}
