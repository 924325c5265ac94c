import type { Geometry } from "geojson";
import type { AreaLevel } from "#domain/area/area.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { PublicFace, PublicPlace } from "#domain/release/public-face.ts";
import type { AreaIndex } from "./area-index.ts";

type PlacedFace = Pick<PublicFace, "areaNumber" | "geometry">;

const nowhere: PlacedFace = { areaNumber: null, geometry: null };

/**
 * The area that stands for a record's place, and what is drawn of it: its border where the type has areas, a point well
 * inside it where the type has points alone. Nothing for a place that lies in no area of the level: in doubt hidden.
 */
export function placedFace(
  type: RecordType,
  geometry: Geometry | null,
  place: PublicPlace,
  areas: AreaIndex,
): PlacedFace {
  if (place === null || place === "NONE") return nowhere;
  const point = pointOf(geometry);
  const number = point && areas.areasAt(point)[place];
  const area = number ? areas.area(place, number) : undefined;
  if (!area) return nowhere;
  const drawsAreas = type.geometry.kinds.includes("Polygon");
  const inside = area.labelPoint ?? labelPoint(area.geometry);
  const drawn = drawsAreas ? area.geometry : inside && { type: "Point" as const, coordinates: inside };
  return { areaNumber: area.number, geometry: drawn };
}

/** A record with the area of its public face drawn anew, after its own place may have changed. */
export function withPlacedFace(type: RecordType, record: StoredRecord, areas: AreaIndex): StoredRecord {
  const { publicFace, geometry } = record;
  if (!publicFace) return record;
  return {
    ...record,
    publicFace: { ...publicFace, ...placedFace(type, geometry, publicFace.place, areas) },
  };
}

/** Levels whose areas hold a place, largest first, with the area there; the city itself is no place. */
export function coarsePlacesOf(
  geometry: Geometry | null,
  areas: AreaIndex,
): { place: Exclude<AreaLevel, "city">; areaNumber: string; areaName: string }[] {
  const point = pointOf(geometry);
  if (!point) return [];
  const numbers = areas.areasAt(point);
  return areas.levels().flatMap((level) => {
    const number = numbers[level];
    const area = number === undefined ? undefined : areas.area(level, number);
    if (level === "city" || !area) return [];
    return [{ place: level, areaNumber: area.number, areaName: area.name ?? area.number }];
  });
}

function pointOf(geometry: Geometry | null): [number, number] | null {
  if (!geometry) return null;
  return geometry.type === "Point" ? (geometry.coordinates as [number, number]) : labelPoint(geometry);
}
