import type { Feature, Geometry } from "geojson";
import { extentOf } from "#domain/geometry/contains-point.ts";

type Box = [west: number, south: number, east: number, north: number];

/** The box round all features that have a place; undefined when none has. */
export function boxOfFeatures(features: readonly Feature<Geometry | null>[]): Box | undefined {
  const boxes = features.flatMap(({ geometry }): Box[] => {
    const extent = extentOf(geometry);
    return extent ? [[...extent] as Box] : [];
  });
  if (boxes.length === 0) return undefined;
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}
