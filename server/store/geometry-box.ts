import type { Geometry, Position } from "geojson";
import type { Box } from "./engine.ts";

/** Box around all positions, west, south, east, north; null without any. A third value (height) is ignored. */
export function geometryBox(geometry: Geometry | null): Box | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [x = Number.NaN, y = Number.NaN] of geometry ? positions(geometry) : []) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east && south <= north ? [west, south, east, north] : null;
}

function* positions(geometry: Geometry): Generator<Position> {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) yield* positions(part);
  } else {
    yield* flattened(geometry.coordinates);
  }
}

type Nested = Position | Nested[];

function* flattened(coordinates: Nested): Generator<Position> {
  if (typeof coordinates[0] === "number") yield coordinates as Position;
  else for (const part of coordinates as Nested[]) yield* flattened(part);
}
