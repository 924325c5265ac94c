import { type ClassCuts, noSpread } from "./index-classification.ts";
import { leastWeightShare, weightTolerance } from "./priority-index.ts";

/** Transformed figures of the counted areas, the components of one area beside each other. */
export interface StackedColumns {
  /** 0 where there is no figure. */
  values: Float64Array;
  /** Areas that miss a figure, ascending, and the components they miss: few, so that all others need no second look. */
  incomplete: readonly { area: number; missing: Uint8Array }[];
}

/** Columns of single components put together. */
export function stackedColumns(columns: readonly Float64Array[]): StackedColumns {
  const areas = columns[0]?.length ?? 0;
  const values = new Float64Array(columns.length * areas);
  const incomplete: { area: number; missing: Uint8Array }[] = [];
  for (let area = 0; area < areas; area++) {
    const missing: number[] = [];
    columns.forEach((column, k) => {
      if (Number.isNaN(column[area]!)) missing.push(k);
      else values[area * columns.length + k] = column[area]!;
    });
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
    this.#bounds = Float64Array.from(cuts.breaks);
    this.#cuts = cuts;
  }

  /** One variant: weights per component, 0 for one left out. */
  count(columns: StackedColumns, weights: Float64Array, family: number): void {
    this.#score(columns, weights);
    if (this.#cuts.method === "STANDARD_DEVIATIONS") this.#placeByDeviation();
    if (this.#cuts.method === "QUANTILES") this.#placeByQuantiles();
    const { lowest, highest, same } = this;
    const [scores, base, bounds] = [this.#scores, this.#base, this.#bounds];
    const [shift, scale] = [this.#shift, this.#scale];
    const start = family * base.length;
    for (let area = 0; area < base.length; area++) {
      const score = scores[area]!;
      const own = base[area]!;
      if (own < 0 || Number.isNaN(score)) continue;
      const position = (score - shift) * scale;
      let found = 0;
      while (found < bounds.length && position >= bounds[found]!) found++;
      if (found === own) same[start + area]!++;
      else if (found < lowest[area]!) lowest[area] = found;
      else if (found > highest[area]!) highest[area] = found;
    }
  }

  /** Fills the scores, NaN for too little weight. */
  #score({ values, incomplete }: StackedColumns, weights: Float64Array): void {
    const scores = this.#scores;
    const components = weights.length;
    let total = 0;
    for (let k = 0; k < components; k++) total += weights[k]!;
    const perWeight = 1 / total;
    for (let area = 0, at = 0; area < scores.length; area++) {
      let sum = 0;
      for (let k = 0; k < components; k++) sum += weights[k]! * values[at++]!;
      scores[area] = sum * perWeight;
    }
    const least = (leastWeightShare - weightTolerance) * total;
    for (let i = 0; i < incomplete.length; i++) {
      const { area, missing } = incomplete[i]!;
      let present = total;
      for (let m = 0; m < missing.length; m++) present -= weights[missing[m]!]!;
      scores[area] = present < least ? Number.NaN : (scores[area]! * total) / present;
    }
  }

  #placeByDeviation(): void {
    const scores = this.#scores;
    let [sum, known] = [0, 0];
    for (let area = 0; area < scores.length; area++) {
      const score = scores[area]!;
      if (Number.isNaN(score)) continue;
      sum += score;
      known++;
    }
    const centre = sum / known;
    let [squares, largest] = [0, 0];
    for (let area = 0; area < scores.length; area++) {
      const score = scores[area]!;
      if (Number.isNaN(score)) continue;
      const off = score - centre;
      squares += off * off;
      if (Math.abs(score) > largest) largest = Math.abs(score);
    }
    const spread = Math.sqrt(squares / known);
    this.#shift = centre;
    this.#scale = spread > noSpread * largest ? 1 / spread : 0;
  }

  #placeByQuantiles(): void {
    const [scores, sorted, bounds] = [this.#scores, this.#sorted, this.#bounds];
    let known = 0;
    for (let area = 0; area < scores.length; area++) {
      if (!Number.isNaN(scores[area]!)) sorted[known++] = scores[area]!;
    }
    sorted.subarray(0, known).sort();
    for (let b = 0; b < bounds.length; b++) {
      const place = (known - 1) * this.#cuts.breaks[b]!;
      const below = Math.floor(place);
      const lower = sorted[below]!;
      const upper = below + 1 < known ? sorted[below + 1]! : lower;
      bounds[b] = lower + (place - below) * (upper - lower);
    }
  }
}
