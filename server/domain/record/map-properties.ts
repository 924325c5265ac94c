import type { StoredRecord } from "./record.ts";
import type { RecordType } from "./record-type.ts";

export type MapProperties = Record<string, string | number | boolean>;

/**
 * What the map knows of a record: title, state, the declared map fields and the derived ones. Tiles carry
 * this for public records, overlays for the rest, so that both are drawn by the same style rules. Where a record has a
 * public face that is not this one, `hasPublicFace` tells the map to draw only this one.
 */
export function mapProperties(type: RecordType, record: StoredRecord): MapProperties {
  const properties: MapProperties = { title: type.title(record.properties), state: record.state };
  if (record.visibility !== "PUBLIC") properties.visibility = record.visibility;
  if (record.publicFace) properties.hasPublicFace = true;
  for (const field of type.mapFields) {
    const value = record.properties[field];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      properties[field] = value;
  }
  return { ...properties, ...type.derived?.(record) };
}
