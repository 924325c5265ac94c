import { piecesInside } from "./outline-crossings.ts";
import { areaInside, type Cell, frameAround, powerCells, type Site } from "./power-diagram.ts";
import type { Point } from "./projection.ts";

/** Solves a symmetric positive definite system in place by Cholesky; `matrix` is row-major. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const row = matrix[i]!;
    for (let j = 0; j <= i; j++) {
      const other = matrix[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[i]![k]! * right[k]!;
    right[i] = sum / matrix[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < n; k++) sum -= matrix[k]![i]! * right[k]!;
    right[i] = sum / matrix[i]![i]!;
  }
  return right;
}

/** Change of area with weight: common border length / (2 × distance), summed over facing pairs of sites. */
function borderRates(sites: readonly Site[], cells: Cell[], outline: readonly Point[], owners: number) {
  const rates = Array.from({ length: owners }, () => new Float64Array(owners));
  cells.forEach((cell, index) => {
    const site = sites[index]!;
    cell.facing.forEach((facing, k) => {
      const other = sites[facing];
      if (facing <= index || other === undefined || other.owner === site.owner) return;
      const p = cell.points[k]!;
      const q = cell.points[(k + 1) % cell.points.length]!;
      const share = piecesInside(p, q, outline).reduce((sum, [from, to]) => sum + to.t - from.t, 0);
      const distance = Math.hypot(site.point[0] - other.point[0], site.point[1] - other.point[1]);
      const rate = (share * Math.hypot(q[0] - p[0], q[1] - p[1])) / (2 * distance);
      rates[site.owner]![other.owner]! += rate;
      rates[other.owner]![site.owner]! += rate;
    });
  });
  return rates;
}

/**
 * Weights (m²) with which each owner's cells cover its wanted area (m²) inside the outline, to 1e-7.
 * Newton's method with damping on the convex problem of semi-discrete optimal transport
 * (Aurenhammer, Hoffmann, Aronov 1998; damping after Kitagawa, Mérigot, Thibert 2019).
 * Throws when it does not converge.
 */
export function weightsForAreas(
  sites: readonly Site[],
  wanted: readonly number[],
  outline: readonly Point[],
) {
  const frame = frameAround(outline);
  const owners = wanted.length;
  const state = (weights: number[]) => {
    const cells = powerCells(sites, weights, frame);
    const areas = new Array<number>(owners).fill(0);
    cells.forEach((cell, index) => {
      areas[sites[index]!.owner]! += areaInside(cell, outline);
    });
    const error = Math.hypot(...areas.map((area, owner) => area - wanted[owner]!));
    return { weights, cells, areas, error };
  };
  let now = state(new Array<number>(owners).fill(0));
  const floor = Math.min(Math.min(...now.areas) / 2, Math.min(...wanted) / 5);
  const enough = 1e-7 * Math.min(...wanted);
  for (let step = 0; step < 60; step++) {
    if (now.error < enough) return now;
    const rates = borderRates(sites, now.cells, outline, owners);
    // The first weight stays: adding the same to all weights changes nothing.
    const matrix = rates.slice(1).map((row, index) => {
      const line = row.slice(1).map((rate) => -rate);
      line[index] = row.reduce((sum, rate) => sum + rate, 0);
      return line;
    });
    const change = solve(
      matrix,
      Float64Array.from(now.areas.slice(1), (area, k) => wanted[k + 1]! - area),
    );
    let next = now;
    for (let damping = 1; damping > 1e-4; damping /= 2) {
      const tried = state(now.weights.map((w, k) => (k === 0 ? w : w + damping * change[k - 1]!)));
      if (Math.min(...tried.areas) >= floor && tried.error < now.error) {
        next = tried;
        break;
      }
    }
    if (next === now) break;
    now = next;
  }
  throw new Error(`The area weights did not converge: ${Math.round(now.error)} m² are left.`);
}
