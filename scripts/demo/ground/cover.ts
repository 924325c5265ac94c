import type { Polygon } from "geojson";
import { boundingBox } from "../partition/polygon.ts";
import { type LonLat, type Point, toMeters } from "../partition/projection.ts";
import type { DemoArea, DemoBaseFeature } from "../types.ts";

/** What covers the ground. */
export const cover = { outside: 0, open: 1, wood: 2, water: 3 } as const;

/** The ground of the city in squares, for questions asked ten thousand times. Places in local metres. */
export interface Ground {
  coverAt(x: number, y: number): number;
  /** West, south, east, north. */
  box: [number, number, number, number];
}

const squareMeters = 20;

/** Reads the cover of the ground from the city's outline, its woods and its water. */
export function readGround(city: DemoArea, base: readonly DemoBaseFeature[]): Ground {
  const ringsOf = (polygon: Polygon) =>
    polygon.coordinates.map((ring) => ring.map((p) => toMeters(p as LonLat)));
  const outline = ringsOf(city.geometry as Polygon);
  const box = boundingBox(outline[0]!);
  const [west, south, east, north] = box;
  const columns = Math.ceil((east - west) / squareMeters) + 1;
  const rows = Math.ceil((north - south) / squareMeters) + 1;
  const squares = new Uint8Array(columns * rows);
  const fill = (rings: readonly Point[][], value: number) => {
    const [, low, , high] = boundingBox(rings[0]!);
    const first = Math.max(0, Math.floor((low - south) / squareMeters));
    const last = Math.min(rows - 1, Math.ceil((high - south) / squareMeters));
    for (let row = first; row <= last; row++) {
      const crossings = crossingsAt(rings, south + (row + 0.5) * squareMeters);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const from = Math.max(0, Math.ceil((crossings[k]! - west) / squareMeters - 0.5));
        const to = Math.min(columns - 1, Math.floor((crossings[k + 1]! - west) / squareMeters - 0.5));
        for (let column = from; column <= to; column++) {
          const square = row * columns + column;
          // Woods and rivers end at the city's border, wherever they are drawn to.
          if (value === cover.open || squares[square] !== cover.outside) squares[square] = value;
        }
      }
    }
  };
  fill(outline, cover.open);
  for (const kind of ["wood", "water"] as const) {
    for (const feature of base)
      if (feature.class === kind) fill(ringsOf(feature.geometry as Polygon), cover[kind]);
  }
  return {
    box,
    coverAt: (x, y) => {
      const column = Math.floor((x - west) / squareMeters);
      const row = Math.floor((y - south) / squareMeters);
      if (column < 0 || row < 0 || column >= columns || row >= rows) return cover.outside;
      return squares[row * columns + column]!;
    },
  };
}

/** Where the rings cross the line at this height, from west to east. */
function crossingsAt(rings: readonly Point[][], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let k = 1; k < ring.length; k++) {
      const [px, py] = ring[k - 1]!;
      const [qx, qy] = ring[k]!;
      if (py > y !== qy > y) crossings.push(px + ((y - py) / (qy - py)) * (qx - px));
    }
  }
  return crossings.sort((a, b) => a - b);
}
