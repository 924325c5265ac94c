import type { Geometry } from "geojson";
import type { Extent } from "#domain/geometry/coordinate-hint.ts";
import type { GeometryProblemCode } from "#domain/geometry/geometry-problem.ts";
import { type GeometryKind, parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { cellReader, columnNamed } from "./columns.ts";
import {
  type CoordinateSystem,
  convertPositions,
  coordinateSystem,
  coordinateSystemNames,
  toWgs84,
} from "./coordinate-systems.ts";
import { figureColumn } from "./figures.ts";
import { geometrySentence } from "./geometry-sentences.ts";
import type { ReportBuilder } from "./import-report.ts";
import type { ImportSpec } from "./import-spec.ts";
import type { ImportLimits } from "./limits.ts";
import type { GeometryRepair } from "./repair-geometry.ts";
import { ImportRefusal, type RowProblem } from "./sentences.ts";
import type { Table, TableRow } from "./table.ts";

/** Germany with a margin: what lies outside was read with the wrong system or the wrong order. */
const germany: Extent = [5.5, 47, 15.6, 55.3];

const longitudeNames = ["lon", "lng", "long", "longitude", "laengengrad", "längengrad"];
const latitudeNames = ["lat", "latitude", "breitengrad"];
const eastingNames = ["x", "rechtswert", "ostwert", "east", "easting"];
const northingNames = ["y", "hochwert", "nordwert", "north", "northing"];

export type RowGeometry =
  | { kind: "geometry"; geometry: Geometry }
  | { kind: "missing" }
  | { kind: "problem"; problem: RowProblem };

export interface GeometryContext {
  table: Table;
  spec: Pick<ImportSpec, "crs" | "decimal"> & { x?: string | undefined; y?: string | undefined };
  kinds?: readonly GeometryKind[];
  report: ReportBuilder;
  limits: ImportLimits;
  repair?: GeometryRepair | undefined;
}

/** Codes a repair can mend without inventing anything. */
const repairable: readonly GeometryProblemCode[] = [
  "self-intersection",
  "rings-cross",
  "hole-outside",
  "parts-overlap",
];

export interface GeometryReader {
  /** System the file's coordinates are in, null for a table without any. */
  crs: CoordinateSystem | null;
  read: (row: TableRow) => RowGeometry;
}

/**
 * Reader of the rows' geometries, in WGS 84, checked: from the file's own shapes, or from two columns with
 * coordinates, given or recognised by their names. Undefined when the table has neither.
 */
export function geometryReader(context: GeometryContext): GeometryReader | undefined {
  const { table, spec, report } = context;
  const columns = coordinateColumns(table, spec);
  if (!table.hasGeometry && !columns) return undefined;
  const found = table.hasGeometry ? table.crs : columns!.areDegrees ? "EPSG:4326" : undefined;
  const name = spec.crs ?? found ?? (table.format === "geojson" ? "EPSG:4326" : undefined);
  if (!name) throw new ImportRefusal("crs-missing");
  const crs = coordinateSystem(name);
  if (spec.crs && table.crs && coordinateSystem(spec.crs) !== tolerantSystem(table.crs)) {
    report.note("crs-overridden", { given: crs, found: table.crs.slice(0, 60) });
  }
  if (crs === "EPSG:31467") report.note("datum-shift");
  const convert = toWgs84(crs);
  const raw = table.hasGeometry ? takeGeometry : pointReader(context, columns!);
  let vertices = 0;
  return {
    crs,
    read(row) {
      const geometry = raw(row);
      if (geometry === undefined || geometry === null) return { kind: "missing" };
      if (crs !== "EPSG:4326") convertPositions(geometry, convert);
      const left = context.limits.vertices - vertices;
      const checked = check(geometry, row, left, context);
      if (checked.kind === "geometry") vertices += countVertices(checked.geometry);
      return checked;
    },
  };
}

/** Takes the shape out of the row: a large file is not kept twice, as read and as checked. */
function takeGeometry(row: TableRow): unknown {
  const { geometry } = row;
  row.geometry = undefined;
  return geometry;
}

function tolerantSystem(text: string): CoordinateSystem | undefined {
  try {
    return coordinateSystem(text);
  } catch {
    return undefined;
  }
}

/** The two columns with coordinates: those given, or recognised by their names. */
export function coordinateColumns(table: Table, spec: Pick<GeometryContext["spec"], "x" | "y">) {
  if (spec.x && spec.y) {
    const areDegrees = longitudeNames.includes(spec.x.toLowerCase());
    return { x: spec.x, y: spec.y, areDegrees };
  }
  const [lon, lat] = [columnNamed(table, longitudeNames), columnNamed(table, latitudeNames)];
  if (lon && lat) return { x: lon, y: lat, areDegrees: true };
  const [x, y] = [columnNamed(table, eastingNames), columnNamed(table, northingNames)];
  return x && y ? { x, y, areDegrees: false } : undefined;
}

function pointReader({ table, spec }: GeometryContext, columns: { x: string; y: string }) {
  const [readX, readY] = [columns.x, columns.y].map((column) => {
    const cell = cellReader(table, column);
    const cells = table.rows.map((row) => ({ row: row.number, cell: cell(row) }));
    const { figure } = figureColumn(column, cells, spec.decimal);
    return (row: TableRow) => figure(cell(row));
  });
  return (row: TableRow): unknown => {
    const [x, y] = [readX!(row), readY!(row)];
    if (x.kind === "missing" && y.kind === "missing") return null;
    const coordinate = (figure: typeof x) => (figure.kind === "number" ? figure.value : "");
    return { type: "Point", coordinates: [coordinate(x), coordinate(y)] };
  };
}

function check(geometry: unknown, row: TableRow, vertices: number, context: GeometryContext): RowGeometry {
  const { report, limits, kinds, repair } = context;
  const options = { extent: germany, ...(kinds && { kinds }) };
  let parsed = parseGeometry(geometry, { vertices }, options);
  if (parsed.kind === "refused") {
    const [first] = parsed.problems;
    if (repair && parsed.problems.every(({ code }) => repairable.includes(code))) {
      const mended = parseGeometry(repair(geometry), { vertices }, options);
      if (mended.kind === "ok")
        report.note("geometry-repaired", { why: geometrySentence(first!) }, row.number);
      parsed = mended;
    }
    if (parsed.kind === "refused") {
      refuseWholeFile(parsed.problems[0]!, limits);
      return { kind: "problem", problem: { code: "bad-geometry", facts: { why: geometrySentence(first!) } } };
    }
  }
  for (const { code } of parsed.notes) report.note(code, {}, row.number);
  return { kind: "geometry", geometry: parsed.geometry };
}

/** Problems of one row that are problems of the file: the wrong coordinate system, too many vertices. */
function refuseWholeFile(
  { code, facts }: { code: GeometryProblemCode; facts: Readonly<Record<string, string | number>> },
  limits: ImportLimits,
): void {
  if (code === "too-many-vertices") throw new ImportRefusal("too-many-vertices", { limit: limits.vertices });
  if (code !== "outside-range" || facts.hint === undefined) return;
  const hint = facts.hint as CoordinateSystem;
  throw new ImportRefusal("coordinates-projected", {
    x: facts.x!,
    y: facts.y!,
    name: coordinateSystemNames[hint],
    option: `--crs ${hint.replace("EPSG:", "")}`,
  });
}

function countVertices(geometry: Geometry): number {
  if (geometry.type === "GeometryCollection") return 0;
  let count = 0;
  const waiting: unknown[] = [geometry.coordinates];
  while (waiting.length > 0) {
    const item = waiting.pop() as unknown[];
    if (typeof item[0] === "number") count++;
    else waiting.push(...item);
  }
  return count;
}
