import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import initGeos from "geos-wasm";
import { geojsonToGeosGeom, geosGeomToGeojson } from "geos-wasm/helpers";

/** All polygons as one shape without inner borders (GEOS unary union); undefined when there are none. */
export async function unionOf(geometries: readonly Geometry[]): Promise<Polygon | MultiPolygon | undefined> {
  const coordinates = geometries.flatMap((geometry): Position[][][] => {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  });
  if (coordinates.length === 0) return undefined;
  const geos = await initGeos();
  const before = geojsonToGeosGeom({ type: "MultiPolygon", coordinates }, geos);
  const after = geos.GEOSUnaryUnion(before);
  geos.GEOSGeom_destroy(before);
  if (!after) return undefined;
  const union = geosGeomToGeojson(after, geos) as Geometry;
  geos.GEOSGeom_destroy(after);
  return union.type === "Polygon" || union.type === "MultiPolygon" ? union : undefined;
}
