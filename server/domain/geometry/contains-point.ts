import type { Geometry, Position } from "geojson";
import type { Extent } from "./coordinate-hint.ts";
import { sideOfRing } from "./ring.ts";

/** True when the point lies in a polygon or on its border; same coordinate system for both. */
export function containsPoint(geometry: Geometry, point: Position): boolean {
  if (geometry.type === "Polygon") return inPolygon(geometry.coordinates, point);
  if (geometry.type !== "MultiPolygon") return false;
  return geometry.coordinates.some((polygon) => inPolygon(polygon, point));
}

function inPolygon([shell, ...holes]: Position[][], point: Position): boolean {
  if (!shell || sideOfRing(point, shell) === "outside") return false;
  return !holes.some((hole) => sideOfRing(point, hole) === "inside");
}

/** Box around a geometry, or undefined when it has no position. */
export function extentOf(geometry: Geometry | null): Extent | undefined {
  if (!geometry || geometry.type === "GeometryCollection") return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positionsOf(geometry)) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** All positions of a geometry in the order they are stored. */
export function positionsOf(geometry: Exclude<Geometry, { type: "GeometryCollection" }>): Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "MultiPoint":
    case "LineString":
      return geometry.coordinates;
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
  }
}
