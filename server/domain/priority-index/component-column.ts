import { mean, quantileSorted, standardDeviation } from "simple-statistics";
import type { IndexComponent, IndexDefinition, IndexTransform, Standardisation } from "./index-definition.ts";

/** Figures of one component as they count: NaN where there is none. */
export interface ComponentColumn {
  values: Float64Array;
  /** What was taken off: the mean for Z, the smallest figure for MINMAX; null for RANK and where no figure is known. */
  centre: number | null;
  /** What was divided by: the standard deviation, or largest less smallest. */
  spread: number | null;
}

/** Residents of the areas, for means over people; NaN where unknown. */
interface Basis extends Pick<IndexDefinition, "winsorize" | "standardisation"> {
  residents: Float64Array;
}

/**
 * One column of raw figures (NaN for none) over the areas that count, transformed and turned so that high is a burden
 * (METHODS §4.1): Z = (x − μ) / σ with σ of the whole (÷ n); MINMAX = (x − min) / (max − min); RANK = (r − 1) / (n − 1) with
 * mean ranks for ties. A resource has its sign turned (Z) or is taken from 1. A column that does not vary says
 * nothing and lies in the middle: 0 for Z, 0.5 otherwise.
 */
export function componentColumn(
  raw: Float64Array,
  { transform, direction }: Pick<IndexComponent, "transform" | "direction">,
  basis: Basis,
): ComponentColumn {
  const figures = basis.winsorize ? winsorized(raw) : raw;
  const column = transformed(figures, transform, basis);
  if (direction === "HIGH_IS_BURDEN") return column;
  const top = transform === "Z" ? 0 : 1;
  return { ...column, values: column.values.map((value) => top - value) };
}

const known = (values: Float64Array): number[] => [...values].filter((value) => !Number.isNaN(value));

/** Cut at the 1st and 99th percentile (type 7). */
function winsorized(raw: Float64Array): Float64Array {
  const sorted = known(raw).sort((a, b) => a - b);
  if (sorted.length === 0) return raw;
  const [low, high] = [quantileSorted(sorted, 0.01), quantileSorted(sorted, 0.99)];
  return raw.map((value) => Math.min(high, Math.max(low, value)));
}

function transformed(raw: Float64Array, transform: IndexTransform, basis: Basis): ComponentColumn {
  const figures = known(raw);
  if (figures.length === 0) return { values: raw.slice(), centre: null, spread: null };
  if (transform === "RANK") return { values: rankShares(raw, figures), centre: null, spread: null };
  if (transform === "MINMAX") {
    const centre = Math.min(...figures);
    const spread = Math.max(...figures) - centre;
    return { values: scaled(raw, { centre, spread, middle: 0.5 }), centre, spread };
  }
  const { centre, spread } = momentsOf(raw, figures, basis.standardisation, basis.residents);
  return { values: scaled(raw, { centre, spread, middle: 0 }), centre, spread };
}

function scaled(
  raw: Float64Array,
  { centre, spread, middle }: { centre: number; spread: number; middle: number },
): Float64Array {
  // NaN stays NaN: `value − value` is 0 for figures only.
  return raw.map((value) => (spread > 0 ? (value - centre) / spread : middle + (value - value)));
}

/** μ = Σ p x / Σ p and σ² = Σ p (x − μ)² / Σ p over areas with a figure, p their residents or 1. */
function momentsOf(
  raw: Float64Array,
  figures: number[],
  standardisation: Standardisation,
  residents: Float64Array,
): { centre: number; spread: number } {
  const isConstant = figures.every((value) => value === figures[0]);
  if (standardisation === "UNWEIGHTED") {
    return { centre: mean(figures), spread: isConstant ? 0 : standardDeviation(figures) };
  }
  let [people, sum] = [0, 0];
  raw.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    people += residents[index]!;
    sum += residents[index]! * value;
  });
  const centre = sum / people;
  const squares = raw.reduce(
    (total, value, index) =>
      Number.isNaN(value) ? total : total + residents[index]! * (value - centre) ** 2,
    0,
  );
  return { centre, spread: isConstant ? 0 : Math.sqrt(squares / people) };
}

function rankShares(raw: Float64Array, figures: number[]): Float64Array {
  const sorted = Float64Array.from(figures).sort();
  const last = sorted.length - 1;
  const shares = new Map<number, number>();
  for (let first = 0, next = 0; first <= last; first = next) {
    while (next <= last && sorted[next] === sorted[first]) next++;
    // Tied figures share the mean of the places they take, counted from 0.
    shares.set(sorted[first]!, last === 0 ? 0.5 : (first + next - 1) / 2 / last);
  }
  return raw.map((value) => shares.get(value) ?? value);
}
