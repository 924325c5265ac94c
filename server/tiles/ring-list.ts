import type { Position } from "geojson";
import { polygonParts } from "./geometry-parts.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
import type { TileFeature } from "./tile-input.ts";

/**
 * Rings of all features in the unit square of web mercator: open (the first vertex is not repeated), without repeated
 * vertices, outer rings with positive area where y grows downwards, holes with negative area, as MVT wants them.
 */
export interface RingList {
  xy: Float64Array;
  /** Vertex number after the last one of each ring. */
  end: Uint32Array;
  isHole: Uint8Array;
  /** Ring number after the last one of each feature. */
  featureEnd: Uint32Array;
}

export function ringCount(rings: RingList): number {
  return rings.end.length;
}

/** Reads Polygons and MultiPolygons; rings without area are dropped, together with the holes of such an outer ring. */
export function readRings(features: readonly TileFeature[]): RingList {
  const xy: number[] = [];
  const end: number[] = [];
  const isHole: number[] = [];
  const featureEnd = new Uint32Array(features.length);
  features.forEach((feature, index) => {
    for (const polygon of polygonParts(feature.geometry)) {
      for (let ring = 0; ring < polygon.length; ring++) {
        const kept = appendRing(xy, polygon[ring]!, ring > 0);
        if (!kept && ring === 0) break;
        if (!kept) continue;
        end.push(xy.length / 2);
        isHole.push(ring > 0 ? 1 : 0);
      }
    }
    featureEnd[index] = end.length;
  });
  return {
    xy: Float64Array.from(xy),
    end: Uint32Array.from(end),
    isHole: Uint8Array.from(isHole),
    featureEnd,
  };
}

function appendRing(xy: number[], ring: Position[], hole: boolean): boolean {
  const start = xy.length;
  for (const position of ring) {
    const x = mercatorX(position[0]!);
    const y = mercatorY(position[1]!);
    const repeated = xy.length > start && xy[xy.length - 2] === x && xy[xy.length - 1] === y;
    if (!repeated) xy.push(x, y);
  }
  if (xy[start] === xy[xy.length - 2] && xy[start + 1] === xy[xy.length - 1]) xy.length -= 2;
  const area = xy.length - start < 6 ? 0 : doubleArea(xy, start, xy.length);
  if (area === 0) {
    xy.length = start;
    return false;
  }
  if (area > 0 === hole) reverseVertices(xy, start, xy.length);
  return true;
}

/**
 * Twice the signed area of an open ring whose x, y lie in `xy[from … to)`; positive when it runs clockwise on screen.
 * Taken relative to the first vertex, because the products of far-off coordinates would swallow a small area.
 */
export function doubleArea(xy: ArrayLike<number>, from: number, to: number): number {
  const x0 = xy[from]!;
  const y0 = xy[from + 1]!;
  let sum = 0;
  let px = 0;
  let py = 0;
  for (let i = from + 2; i < to; i += 2) {
    const x = xy[i]! - x0;
    const y = xy[i + 1]! - y0;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum;
}

/** Reverses the order of the vertices in `xy[from … to)`. */
export function reverseVertices(xy: number[] | Int32Array, from: number, to: number): void {
  for (let i = from, j = to - 2; i < j; i += 2, j -= 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    xy[i] = xy[j]!;
    xy[i + 1] = xy[j + 1]!;
    xy[j] = x;
    xy[j + 1] = y;
  }
}
