import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Cell, Table, TableRow } from "../table.ts";
import { decodeText } from "./text-encoding.ts";

/**
 * GeoJSON: FeatureCollection, Feature, bare geometry or an array of features. The legacy `crs` member of
 * 2008 is honoured, because GIS programs still write it. Nested values of properties become JSON text.
 */
export function readGeoJson(bytes: Uint8Array, limits: ImportLimits): Table {
  const document = parse(bytes);
  const features = featuresOf(document);
  if (features.length > limits.features) {
    throw new ImportRefusal("too-many-features", { limit: limits.features });
  }
  const columns = new Map<string, number>();
  const rows: TableRow[] = features.map((feature, index) => {
    const { properties, geometry, id } = feature;
    const cells: Cell[] = [];
    const named = Object.entries(isObject(properties) ? properties : {});
    if (id !== undefined && !(isObject(properties) && Object.hasOwn(properties, "id")))
      named.push(["id", id]);
    for (const [column, value] of named) {
      if (!columns.has(column)) columns.set(column, columns.size);
      cells[columns.get(column)!] = toCell(value);
    }
    return { number: index + 1, cells, geometry: geometry ?? undefined };
  });
  if (columns.size > limits.columns) throw new ImportRefusal("too-many-columns", { limit: limits.columns });
  const crs = crsOf(document);
  return {
    format: "geojson",
    columns: [...columns.keys()],
    rows: rows.map((row) => ({ ...row, cells: Array.from(columns, (_, at) => row.cells[at] ?? null) })),
    hasGeometry: true,
    ...(crs && { crs }),
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes, "utf-8").text);
  } catch {
    throw new ImportRefusal("broken-file", { why: "kein gültiges JSON" });
  }
}

const geometryTypes = /^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/;

function featuresOf(document: unknown): Record<string, unknown>[] {
  if (Array.isArray(document)) return document.filter(isObject);
  if (!isObject(document)) throw notGeoJson();
  if (document.type === "FeatureCollection" && Array.isArray(document.features)) {
    return document.features.map((feature) => (isObject(feature) ? feature : {}));
  }
  if (document.type === "Feature") return [document];
  if (geometryTypes.test(String(document.type))) return [{ geometry: document }];
  throw notGeoJson();
}

const notGeoJson = () => new ImportRefusal("not-readable", { what: "JSON, aber kein GeoJSON" });

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toCell(value: unknown): Cell {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  // Arrays of hostile depth would exhaust the stack of JSON.stringify.
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** `{"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}}` */
function crsOf(document: unknown): string | undefined {
  if (!isObject(document) || !isObject(document.crs) || !isObject(document.crs.properties)) return undefined;
  const { name } = document.crs.properties;
  return typeof name === "string" ? name : undefined;
}
