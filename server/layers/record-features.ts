import type { Feature, Geometry } from "geojson";
import { listFace, type ProjectedRecord, projected, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import { type MapProperties, mapProperties } from "#domain/record/map-properties.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { RecordQuery, Store } from "../store/store.ts";

/** Records are read in pages of this many; a list answers at most as many at once. */
export const recordPageSize = 1000;

/** A place of a record on the map. Polygons also have a point, for numbers, flags and symbols. */
export interface MapFeature {
  id: string;
  properties: MapProperties;
  geometry: Geometry;
}

/** Every record of a type this audience reads, projected to what it may see of each. */
export async function readableRecords(
  store: Store,
  type: RecordType,
  audience: Audience,
  query: Partial<Omit<RecordQuery, "type" | "limit" | "after">> = {},
): Promise<ProjectedRecord[]> {
  const records: ProjectedRecord[] = [];
  let after: string | undefined;
  do {
    const page = await store.records({
      scope: readScope(audience, type),
      face: listFace(audience),
      ...query,
      type: type.type,
      limit: recordPageSize,
      ...(after ? { after } : {}),
    });
    records.push(...page.items.map((record) => projected(audience, type, record)));
    after = page.next ?? undefined;
  } while (after);
  return records;
}

/**
 * Map features of projected records: the geometry itself and, beside a polygon, a point well inside it or
 * the place the declaration names (a coordination office). Records without a place are left out.
 */
export function mapFeatures(type: RecordType, records: readonly StoredRecord[]): MapFeature[] {
  return records.flatMap((record) => {
    const { geometry } = record;
    if (!geometry) return [];
    const properties = mapProperties(type, record);
    const features: MapFeature[] = [{ id: record.id, properties, geometry }];
    if (geometry.type !== "Point") {
      const anchor = type.anchor?.(record.properties);
      const point = anchor ?? labelPoint(geometry);
      if (point) {
        features.push({
          id: record.id,
          properties: anchor ? { ...properties, anchor: true } : properties,
          geometry: { type: "Point", coordinates: [...point] },
        });
      }
    }
    return features;
  });
}

/** The same features as GeoJSON, with the id where the map and GIS clients look for it. */
export function asGeoJson({ id, properties, geometry }: MapFeature): Feature {
  return { type: "Feature", id, geometry, properties: { ...properties, id } };
}
