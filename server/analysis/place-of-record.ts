import { labelPoint } from "#domain/geometry/label-point.ts";
import type { StoredRecord } from "#domain/record/record.ts";

/** The point that stands for a record in ways: where it is, or a point well inside; null without a place. */
export function placeOfRecord({ geometry }: StoredRecord): [number, number] | null {
  if (!geometry) return null;
  return geometry.type === "Point" ? (geometry.coordinates as [number, number]) : labelPoint(geometry);
}
