import type { GridAreas } from "../demand/population-grid.ts";

/**
 * How often people count, in hundredths, by cell: once where nobody lacks a place, and up to `1 + equityWeight`
 * times in the area where most people of the target group have none within the limit (METHODS §8, the
 * explicit slider). Cells outside the level's areas count once. Null where all count alike.
 */
export function equityFactors(
  weights: Uint32Array,
  isServed: (cell: number) => boolean,
  areas: GridAreas | null,
  equityWeight: number,
): Uint32Array | null {
  if (equityWeight === 0 || areas === null) return null;
  const unserved = new Float64Array(areas.numbers.length);
  weights.forEach((weight, cell) => {
    const area = areas.index[cell]!;
    if (area >= 0 && !isServed(cell)) unserved[area]! += weight;
  });
  const most = unserved.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return null;
  return Uint32Array.from(weights, (_, cell) => {
    const area = areas.index[cell]!;
    return area < 0 ? 100 : 100 + Math.round((100 * equityWeight * unserved[area]!) / most);
  });
}
