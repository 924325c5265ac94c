import type { Polygon } from "geojson";
import type { Place } from "../../map/sketch/sketch.ts";

/** The polygon of a drawn, closed ring; WGS 84. */
export function quarterOf(ring: readonly Place[]): Polygon {
  return { type: "Polygon", coordinates: [ring.map(([longitude, latitude]) => [longitude, latitude])] };
}
