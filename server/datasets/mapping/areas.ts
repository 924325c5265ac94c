import type { Geometry } from "geojson";
import { areaLayer } from "#domain/area/area.ts";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import { areaInSquareMeters } from "#domain/geometry/ellipsoid.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";
import { levelNames } from "../../layers/layer-names.ts";
import type { AreaRow } from "../../store/store.ts";
import { cellReader, optionalReader, textOf } from "../columns.ts";
import { figureColumn } from "../figures.ts";
import type { AreasSpec } from "../import-spec.ts";
import { geometryReader } from "../row-geometry.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { TableRow } from "../table.ts";
import type { MappingContext, PreparedImport } from "./prepared-import.ts";

/** A shape without parts, for areas that are only listed: they stand in tables and not on the map. */
const nowhere: Geometry = { type: "MultiPolygon", coordinates: [] };

/**
 * Areas of one level. Numbers come from the file; where a city has none, a stable one is made of the name.
 * Size in hectares is measured on the ellipsoid, the label stands where the border is farthest.
 */
export async function prepareAreas(spec: AreasSpec, context: MappingContext): Promise<PreparedImport> {
  const { table, report } = context;
  if (!spec.number && !spec.name && !spec.set.number) {
    throw new ImportRefusal("bad-specification", {
      where: "number, name",
      why: "eine Spalte wird gebraucht",
    });
  }
  const number = optionalReader(table, spec.number);
  const name = optionalReader(table, spec.name);
  const parent = optionalReader(table, spec.parent);
  const size = sizeReader(spec, context);
  const geometry = spec.withoutGeometry
    ? undefined
    : geometryReader({ ...context, spec, kinds: ["Polygon", "MultiPolygon"] });
  if (!spec.withoutGeometry && !geometry) throw new ImportRefusal("no-geometry");
  const parents = spec.parentLevel ? await context.areas(spec.parentLevel) : [];
  const boundaryVersion = spec.boundaryVersion ?? spec.referenceDate ?? "";
  const first = new Map<string, number>();
  const rows: AreaRow[] = [];
  for (const row of table.rows) {
    const taken = row.defect ?? take(row);
    if ("code" in taken) report.problem(row.number, taken);
    else rows.push(taken);
  }

  function take(row: TableRow): AreaRow | RowProblem {
    const named = spec.set.name ?? textOf(name(row));
    const given = spec.set.number ?? padded(textOf(number(row)), spec.numberWidth);
    const official = given ?? (spec.number ? null : slug(named));
    if (!official) return { code: "no-number", facts: {} };
    const before = first.get(official);
    if (before !== undefined) {
      return { code: "duplicate-number", facts: { number: official, first: before } };
    }
    const shape = geometry?.read(row);
    if (shape?.kind === "problem") return shape.problem;
    if (shape?.kind === "missing") return { code: "no-coordinates", facts: {} };
    first.set(official, row.number);
    const label = shape ? labelPoint(shape.geometry) : null;
    return {
      number: official,
      name: named,
      level: spec.level,
      parentNumber: padded(textOf(parent(row)), spec.parentWidth) ?? parentAt(parents, label),
      boundaryVersion,
      residents: null,
      areaHa: shape ? rounded(areaInSquareMeters(shape.geometry) / 10_000) : size(row),
      geometry: shape?.geometry ?? nowhere,
      labelPoint: label,
    };
  }

  if (spec.withoutGeometry && rows.length > 0) report.note("areas-without-geometry", { count: rows.length });
  return {
    crs: geometry?.crs ?? null,
    rowsAccepted: rows.length,
    releases: [
      {
        draft: {
          dataset: areaLayer(spec.level),
          kind: "areas",
          title: spec.title ?? levelNames[spec.level].plural,
          level: spec.level,
          boundaryVersion,
        },
        rows: { kind: "areas", rows },
      },
    ],
  };
}

function sizeReader({ size, decimal }: AreasSpec, { table }: MappingContext): (row: TableRow) => number {
  if (!size) return () => 0;
  const cell = cellReader(table, size.column);
  const cells = table.rows.map((row) => ({ row: row.number, cell: cell(row) }));
  const { figure } = figureColumn(size.column, cells, decimal);
  return (row) => {
    const found = figure(cell(row));
    return found.kind === "number" ? rounded(found.value * size.factor) : 0;
  };
}

const rounded = (hectares: number): number => Math.round(hectares * 10_000) / 10_000;

function padded(text: string | null, width: number | undefined): string | null {
  return text === null || width === undefined ? text : text.padStart(width, "0");
}

function parentAt(parents: readonly AreaRow[], point: [number, number] | null): string | null {
  if (!point) return null;
  return parents.find(({ geometry }) => containsPoint(geometry, point))?.number ?? null;
}

/** Stable number for an area that has only a name: "Böhlitz-Ehrenberg" becomes "boehlitz-ehrenberg". */
function slug(name: string | null): string | null {
  if (!name) return null;
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40) || null
  );
}
