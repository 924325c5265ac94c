import { fromLaea, toLaea } from "#domain/geometry/laea.ts";
import { type LonLat, toLonLat } from "../partition/projection.ts";

/** A square of the census grid: lower left corner in EPSG:3035 metres, centre in WGS 84 degrees. */
export interface Cell {
  east: number;
  north: number;
  centre: LonLat;
}

/** All cells of this size whose centre may lie in the box (local metres), from south-west to north-east. */
export function* cellsOver(
  [west, south, east, north]: readonly [number, number, number, number],
  sizeMeters: number,
): Generator<Cell> {
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([x, y]) => toLaea(...toLonLat([x!, y!])));
  const least = (axis: 0 | 1) => Math.floor(Math.min(...corners.map((corner) => corner[axis])) / sizeMeters);
  const most = (axis: 0 | 1) => Math.floor(Math.max(...corners.map((corner) => corner[axis])) / sizeMeters);
  for (let row = least(1); row <= most(1); row++) {
    for (let column = least(0); column <= most(0); column++) {
      const centre = fromLaea((column + 0.5) * sizeMeters, (row + 0.5) * sizeMeters);
      yield { east: column * sizeMeters, north: row * sizeMeters, centre };
    }
  }
}
