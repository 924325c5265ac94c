import type { Raster } from "../geometry/contour.ts";

/** Squares of land beside drawn streets, around a place at 0, 0; everything in millimetres. */
export interface StreetRaster {
  draw(ax: number, ay: number, bx: number, by: number): void;
  /** Values are how far inside a point is, in millimetres; `origin` is the coordinate of its first row and column. */
  finish(): { origin: number; raster: Raster };
}

/** Reused from frame to frame: a drag asks for an outline sixty times a second. */
let squares = new Float64Array(0);

/** A raster of points `stepMm` apart over everything within `reachMm` and the land beside it. */
export function streetRaster(size: { reachMm: number; stepMm: number; besideMm: number }): StreetRaster {
  const { reachMm, stepMm, besideMm } = size;
  // Two more rows around: the outermost stay outside, so that every ring closes.
  const half = Math.ceil((reachMm + besideMm) / stepMm) + 2;
  const width = 2 * half + 1;
  const origin = -half * stepMm;
  if (squares.length < width * width) squares = new Float64Array(width * width);
  const far = (besideMm + 2 * stepMm) ** 2;
  squares.fill(far, 0, width * width);

  const column = (position: number, round: (value: number) => number) =>
    Math.min(width - 2, Math.max(1, round((position - origin) / stepMm)));

  return {
    draw(ax, ay, bx, by) {
      const reach = besideMm + stepMm;
      const west = column(Math.min(ax, bx) - reach, Math.ceil);
      const east = column(Math.max(ax, bx) + reach, Math.floor);
      const south = column(Math.min(ay, by) - reach, Math.ceil);
      const north = column(Math.max(ay, by) + reach, Math.floor);
      const dx = bx - ax;
      const dy = by - ay;
      const whole = dx * dx + dy * dy;
      for (let row = south; row <= north; row++) {
        const py = origin + row * stepMm - ay;
        for (
          let at = row * width + west, end = row * width + east, px = origin + west * stepMm - ax;
          at <= end;
          at++
        ) {
          const dot = px * dx + py * dy;
          const t = dot <= 0 ? 0 : dot >= whole ? 1 : dot / whole;
          const x = px - t * dx;
          const y = py - t * dy;
          const square = x * x + y * y;
          if (square < squares[at]!) squares[at] = square;
          px += stepMm;
        }
      }
    },
    finish() {
      const values = squares.subarray(0, width * width);
      for (let at = 0; at < values.length; at++) values[at] = besideMm - Math.sqrt(values[at]!);
      return { origin, raster: { width, height: width, values } };
    },
  };
}
