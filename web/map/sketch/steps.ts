import { fromUtm32, toUtm32 } from "#domain/geometry/utm.ts";
import type { Place } from "./sketch.ts";

const directions: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Metres east and north that a key moves the crosshair by: 10, with Shift 100, with Alt 1; null for other keys. */
export function stepOf({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">):
  | readonly [east: number, north: number]
  | null {
  const direction = directions[key];
  if (!direction || ctrlKey || metaKey) return null;
  const metres = shiftKey ? 100 : altKey ? 1 : 10;
  return [direction[0] * metres, direction[1] * metres];
}

/** The place so many metres further on the grid of UTM zone 32 (EPSG:25832). */
export function movedBy([longitude, latitude]: Place, [east, north]: readonly [number, number]): Place {
  const [fromEast, fromNorth] = toUtm32(longitude, latitude);
  return fromUtm32(fromEast + east, fromNorth + north);
}
