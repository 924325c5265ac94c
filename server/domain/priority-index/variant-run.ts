import { type ClassCuts, noSpread } from "./index-classification.ts";
import { leastWeightShare, weightTolerance } from "./priority-index.ts";

/** Components are weighted four at a time, which keeps four products in flight for each area. */
const block = 4;

/** Transformed figures of the counted areas, component after component. */
export interface StackedColumns {
  /** 0 where there is no figure; filled up with components of zeros to a multiple of `block`. */
  values: Float64Array;
  /** Areas that miss a figure, ascending, and the components they miss: few, so that all others need no second look. */
  incomplete: readonly { area: number; missing: Uint8Array }[];
}

/** Columns of single components put together. */
export function stackedColumns(columns: readonly Float64Array[]): StackedColumns {
  const areas = columns[0]?.length ?? 0;
  const values = new Float64Array(Math.ceil(columns.length / block) * block * areas);
  const incomplete: { area: number; missing: Uint8Array }[] = [];
  for (let area = 0; area < areas; area++) {
    const missing: number[] = [];
    for (let k = 0; k < columns.length; k++) {
      const value = columns[k]![area]!;
      if (Number.isNaN(value)) missing.push(k);
      else values[k * areas + area] = value;
    }
    if (missing.length > 0) incomplete.push({ area, missing: Uint8Array.from(missing) });
  }
  return { values, incomplete };
}

/**
 * Tallies classes over many variants of one index. All room is taken once: counting a variant allocates nothing,
 * which is what makes a thousand of them a matter of milliseconds.
 */
export class VariantRun {
  /** Class range per area over all variants with a score. */
  readonly lowest: Int8Array;
  readonly highest: Int8Array;
  /** Variants with the area's own class, family after family. */
  readonly same: Uint32Array;
  readonly #base: Int8Array;
  readonly #scores: Float64Array;
  readonly #sorted: Float64Array;
  /** Class c reaches from `#bounds[c]` to below `#bounds[c + 1]`. */
  readonly #bounds: Float64Array;
  readonly #cuts: ClassCuts;
  /** What turns a score into its place among the bounds, as `classBounds` does it for the definition itself. */
  #shift = 0;
  #scale = 1;

  /** `base` holds the class by the definition itself, −1 where there is none; the range starts from it. */
  constructor({ base, cuts, families }: { base: Int8Array; cuts: ClassCuts; families: number }) {
    const areas = base.length;
    this.#base = base;
    this.lowest = base.slice();
    this.highest = base.slice();
    this.same = new Uint32Array(areas * families);
    this.#scores = new Float64Array(areas);
    this.#sorted = new Float64Array(areas);
    this.#bounds = Float64Array.from([Number.NEGATIVE_INFINITY, ...cuts.breaks, Number.POSITIVE_INFINITY]);
    this.#cuts = cuts;
  }

  /** One variant: weights per component, 0 for one left out. */
  count(columns: StackedColumns, weights: Float64Array, family: number): void {
    this.#score(columns, weights);
    if (this.#cuts.method === "STANDARD_DEVIATIONS") this.#placeByDeviation();
    if (this.#cuts.method === "QUANTILES") this.#placeByQuantiles();
    const lowest = this.lowest;
    const highest = this.highest;
    const same = this.same;
    const scores = this.#scores;
    const base = this.#base;
    const bounds = this.#bounds;
    const shift = this.#shift;
    const scale = this.#scale;
    const start = family * base.length;
    for (let area = 0; area < base.length; area++) {
      const own = base[area]!;
      const position = (scores[area]! - shift) * scale;
      // Most areas stay where they are, which two looks tell. NaN is in no class.
      if (position >= bounds[own]! && position < bounds[own + 1]!) {
        same[start + area]!++;
        continue;
      }
      if (own < 0 || Number.isNaN(position)) continue;
      let found = 0;
      while (position >= bounds[found + 1]!) found++;
      if (found < lowest[area]!) lowest[area] = found;
      if (found > highest[area]!) highest[area] = found;
    }
  }

  /** Fills the scores, NaN for too little weight. */
  #score({ values, incomplete }: StackedColumns, weights: Float64Array): void {
    const scores = this.#scores;
    const areas = scores.length;
    let total = 0;
    for (let k = 0; k < weights.length; k++) total += weights[k]!;
    scores.fill(0);
    for (let k = 0; k < weights.length; k += block) {
      const w0 = weights[k]! / total;
      const w1 = k + 1 < weights.length ? weights[k + 1]! / total : 0;
      const w2 = k + 2 < weights.length ? weights[k + 2]! / total : 0;
      const w3 = k + 3 < weights.length ? weights[k + 3]! / total : 0;
      const first = k * areas;
      const second = first + areas;
      const third = second + areas;
      const fourth = third + areas;
      for (let area = 0; area < areas; area++) {
        scores[area]! +=
          w0 * values[first + area]! +
          w1 * values[second + area]! +
          w2 * values[third + area]! +
          w3 * values[fourth + area]!;
      }
    }
    const least = (leastWeightShare - weightTolerance) * total;
    for (let i = 0; i < incomplete.length; i++) {
      const { area, missing } = incomplete[i]!;
      let present = total;
      for (let m = 0; m < missing.length; m++) present -= weights[missing[m]!]!;
      scores[area] = present < least ? Number.NaN : (scores[area]! * total) / present;
    }
  }

  /** Mean and deviation in one pass, counted from one of the scores so that equal ones have none. */
  #placeByDeviation(): void {
    const scores = this.#scores;
    let pivot = Number.NaN;
    for (let area = 0; area < scores.length && Number.isNaN(pivot); area++) pivot = scores[area]!;
    let sum = 0;
    let squares = 0;
    let known = 0;
    for (let area = 0; area < scores.length; area++) {
      const off = scores[area]! - pivot;
      if (Number.isNaN(off)) continue;
      sum += off;
      squares += off * off;
      known++;
    }
    const mean = sum / known;
    const spread = Math.sqrt(Math.max(0, squares / known - mean * mean));
    this.#shift = pivot + mean;
    this.#scale = spread > noSpread * Math.abs(pivot) ? 1 / spread : 0;
  }

  #placeByQuantiles(): void {
    const [scores, sorted, bounds] = [this.#scores, this.#sorted, this.#bounds];
    let known = 0;
    for (let area = 0; area < scores.length; area++) {
      if (!Number.isNaN(scores[area]!)) sorted[known++] = scores[area]!;
    }
    sorted.subarray(0, known).sort();
    for (let b = 0; b < this.#cuts.breaks.length; b++) {
      const place = (known - 1) * this.#cuts.breaks[b]!;
      const below = Math.floor(place);
      const lower = sorted[below]!;
      const upper = below + 1 < known ? sorted[below + 1]! : lower;
      bounds[b + 1] = lower + (place - below) * (upper - lower);
    }
  }
}
