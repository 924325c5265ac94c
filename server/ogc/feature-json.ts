import type { Column, FlatFeature } from "../collections/collection.ts";
import { type Crs, crs84, projectGeometry } from "./crs.ts";

/**
 * A feature as GeoJSON text in a coordinate system. Numbers of a column that may have decimals always have one:
 * GDAL takes the first page's word for the kind of a column, and would cut 390.1 to 390 after ten whole numbers.
 */
export function featureJson(
  { id, geometry, properties }: FlatFeature,
  columns: readonly Column[],
  crs: Crs,
): string {
  const place = geometry && crs !== crs84 ? projectGeometry(geometry, crs) : geometry;
  const attributes = columns.map(({ name, kind }) => {
    const value = properties[name] ?? null;
    const isWhole = kind === "number" && Number.isInteger(value);
    return `${JSON.stringify(name)}:${JSON.stringify(value)}${isWhole ? ".0" : ""}`;
  });
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${JSON.stringify(place)},"properties":{${attributes.join(",")}}}`;
}
