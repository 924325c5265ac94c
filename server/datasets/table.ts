import type { OsmExtract } from "./formats/osm-pbf.ts";
import type { RowProblem } from "./sentences.ts";

/** What a file holds, whatever its format: columns, rows, and what was found out on the way. */
export interface Table {
  format: "csv" | "xlsx" | "geojson" | "geopackage" | "shapefile" | "osm-pbf";
  columns: readonly string[];
  rows: readonly TableRow[];
  /** True when rows carry a geometry of their own. */
  hasGeometry: boolean;
  /** Coordinate system the file names; undefined when it names none. */
  crs?: string;
  encoding?: string;
  separator?: string;
  layer?: string;
  /** Views and virtual tables of a GeoPackage, which are not read. */
  ignored?: readonly string[];
  /** Streets of an OpenStreetMap file, which has neither columns nor rows. */
  osm?: OsmExtract;
}

export type Cell = string | number | boolean | null;

/**
 * One row. Cells stand in the order of the columns, never as an object keyed by them: a column may be
 * called `__proto__`. `number` is what a person sees: the line of a table counted from 1 with the header,
 * the n-th feature of a layer.
 */
export interface TableRow {
  number: number;
  cells: readonly Cell[];
  /** GeoJSON geometry in the file's coordinate system, not yet checked; taken out of the row when it is read. */
  geometry?: unknown;
  /** What is wrong with the row as such. */
  defect?: RowProblem;
}
