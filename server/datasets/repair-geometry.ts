import type { GeoJSON, Geometry, MultiPolygon, Polygon } from "geojson";
import initGeos from "geos-wasm";
import { geojsonToGeosGeom, geosGeomToGeojson } from "geos-wasm/helpers";

/** Turns an invalid polygon into valid ones that cover the same ground; undefined when nothing is left. */
export type GeometryRepair = (geometry: unknown) => Polygon | MultiPolygon | undefined;

/**
 * Repair by GEOS `MakeValid`: a bow-tie becomes its two halves, overlapping parts are merged. Input has
 * GeoJSON structure (checked before); memory on the WebAssembly side is freed here.
 */
export async function geometryRepair(): Promise<GeometryRepair> {
  const geos = await initGeos();
  return (geometry) => {
    const before = geojsonToGeosGeom(geometry as GeoJSON, geos);
    if (!before) return undefined;
    const after = geos.GEOSMakeValid(before);
    geos.GEOSGeom_destroy(before);
    if (!after) return undefined;
    const mended = geosGeomToGeojson(after, geos) as Geometry;
    geos.GEOSGeom_destroy(after);
    return polygonsOf(mended);
  };
}

/** Lines and points that a collapsed spike leaves behind are not area and are left out. */
function polygonsOf(geometry: Geometry): Polygon | MultiPolygon | undefined {
  if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") return geometry;
  if (geometry.type !== "GeometryCollection") return undefined;
  const coordinates = geometry.geometries.flatMap((part) => {
    if (part.type === "Polygon") return [part.coordinates];
    return part.type === "MultiPolygon" ? part.coordinates : [];
  });
  return coordinates.length === 0 ? undefined : { type: "MultiPolygon", coordinates };
}
