import type { Map as MapLibreMap } from "maplibre-gl";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { middlesOf } from "./plot-draft.ts";
import type { Place } from "./sketch.ts";
import type { Reached } from "./sketch-model.ts";

/** Same place for somebody who moves in steps of a metre. */
const sameMetres = 0.5;

/** Nearest of some places within a distance, by its number; null where none is. */
function nearest(distances: readonly number[], within: number): number | null {
  const least = Math.min(...distances);
  return least <= within ? distances.indexOf(least) : null;
}

/** What lies within so many pixels of a point on the screen; corners come before middles of sides. */
export function reachedAt(
  map: Pick<MapLibreMap, "project">,
  corners: readonly Place[],
  at: { x: number; y: number },
  pixels: number,
): Reached {
  const distances = (places: readonly Place[]) =>
    places.map((place) => {
      const { x, y } = map.project([...place]);
      return Math.hypot(x - at.x, y - at.y);
    });
  return {
    corner: nearest(distances(corners), pixels),
    middle: nearest(distances(middlesOf(corners)), pixels),
  };
}

/** What lies at a place itself: typed and keyed places are exact, however far out the map is zoomed. */
export function reachedOnGround(corners: readonly Place[], at: Place): Reached {
  const distances = corners.map((corner) => distanceInMeters([...corner], [...at]));
  return { corner: nearest(distances, sameMetres), middle: null };
}
