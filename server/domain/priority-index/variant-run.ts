import { type ClassCuts, noSpread } from "./index-classification.ts";
import { leastWeightShare, weightTolerance } from "./priority-index.ts";

/** Transformed figures of all components, component after component over the counted areas. */
export interface StackedColumns {
  /** 0 where there is no figure. */
  values: Float64Array;
  /** 1 where there is one. */
  present: Uint8Array;
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
  readonly #weightOf: Float64Array;
  readonly #sorted: Float64Array;
  readonly #bounds: Float64Array;
  readonly #classification: ClassCuts;

  /** `base` holds the class by the definition itself, −1 where there is none; the range starts from it. */
  constructor({
    areas,
    rules,
    base,
    families,
  }: {
    areas: number;
    rules: { classification: ClassCuts };
    base: Int8Array;
    families: number;
  }) {
    this.#base = base;
    this.lowest = base.slice();
    this.highest = base.slice();
    this.same = new Uint32Array(areas * families);
    this.#scores = new Float64Array(areas);
    this.#weightOf = new Float64Array(areas);
    this.#sorted = new Float64Array(areas);
    this.#bounds = Float64Array.from(rules.classification.breaks);
    this.#classification = rules.classification;
  }

  /** One variant: weights per component, 0 for one left out. */
  count(columns: StackedColumns, weights: Float64Array, family: number): void {
    const known = this.#score(columns, weights);
    const areas = this.#scores.length;
    const [shift, scale] = this.#place(known);
    const bounds = this.#bounds;
    for (let index = 0; index < areas; index++) {
      const score = this.#scores[index]!;
      if (this.#base[index]! < 0 || Number.isNaN(score)) continue;
      const position = (score - shift) * scale;
      let found = 0;
      while (found < bounds.length && position >= bounds[found]!) found++;
      if (found === this.#base[index]!) this.same[family * areas + index]!++;
      if (found < this.lowest[index]!) this.lowest[index] = found;
      if (found > this.highest[index]!) this.highest[index] = found;
    }
  }

  /** Fills the scores, NaN for too little weight; returns how many are known, which stand at the start of `#sorted`. */
  #score({ values, present }: StackedColumns, weights: Float64Array): number {
    const [scores, weightOf] = [this.#scores, this.#weightOf];
    const areas = scores.length;
    scores.fill(0);
    weightOf.fill(0);
    let total = 0;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      if (weight === 0) continue;
      total += weight;
      const start = k * areas;
      for (let index = 0; index < areas; index++) {
        scores[index]! += weight * values[start + index]!;
        weightOf[index]! += weight * present[start + index]!;
      }
    }
    const least = (leastWeightShare - weightTolerance) * total;
    let known = 0;
    for (let index = 0; index < areas; index++) {
      if (weightOf[index]! < least) scores[index] = Number.NaN;
      else {
        scores[index]! /= weightOf[index]!;
        this.#sorted[known++] = scores[index]!;
      }
    }
    return known;
  }

  /** What turns a score into its place among the bounds, as `classBounds` does it for the definition itself. */
  #place(known: number): [shift: number, scale: number] {
    const { method, breaks } = this.#classification;
    const sorted = this.#sorted;
    if (method === "SCORES" || known === 0) return [0, 1];
    if (method === "QUANTILES") {
      sorted.subarray(0, known).sort();
      for (let b = 0; b < breaks.length; b++) {
        const place = (known - 1) * breaks[b]!;
        const below = Math.floor(place);
        const lower = sorted[below]!;
        const upper = below + 1 < known ? sorted[below + 1]! : lower;
        this.#bounds[b] = lower + (place - below) * (upper - lower);
      }
      return [0, 1];
    }
    let sum = 0;
    for (let index = 0; index < known; index++) sum += sorted[index]!;
    const centre = sum / known;
    let [squares, largest] = [0, 0];
    for (let index = 0; index < known; index++) {
      const off = sorted[index]! - centre;
      squares += off * off;
      if (Math.abs(sorted[index]!) > largest) largest = Math.abs(sorted[index]!);
    }
    const spread = Math.sqrt(squares / known);
    return [centre, spread > noSpread * largest ? 1 / spread : 0];
  }
}
