import { type GridCell, parseCellId } from "#domain/demand/cell-id.ts";
import { fromLaea } from "#domain/geometry/laea.ts";
import { cellReader, textOf } from "../columns.ts";
import type { GridSpec } from "../import-spec.ts";
import { geometryReader } from "../row-geometry.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { TableRow } from "../table.ts";
import { cellIdColumn } from "./grid-columns.ts";
import type { MappingContext } from "./prepared-import.ts";

/** Where the people of a row live: a cell of the grid, or the point of a block or building. */
export interface RowPlace {
  position: { east: number; north: number } | { longitude: number; latitude: number };
  /** The point that decides which area it belongs to, WGS 84 degrees. */
  centre: readonly [longitude: number, latitude: number];
  /** Of a cell, for tables that are joined by it. */
  cellId: string | null;
}

export interface PlaceReader {
  crs: "EPSG:3035" | NonNullable<ReturnType<typeof geometryReader>>["crs"];
  /** Edge of the cells read so far; null for points. */
  cellSizeM: () => number | null;
  read: (row: TableRow) => RowPlace | RowProblem;
}

/** Reads places from ids of grid cells where the table has them, else from points or coordinates. */
export function placeReader(spec: GridSpec, context: MappingContext): PlaceReader {
  const column = cellIdColumn(context.table, spec.key);
  return column === undefined ? pointReader(spec, context) : cellsReader(column, context);
}

function cellsReader(column: string, { table }: MappingContext): PlaceReader {
  const cell = cellReader(table, column);
  const first = new Map<string, number>();
  let size: number | null = null;
  return {
    crs: "EPSG:3035",
    cellSizeM: () => size,
    read(row): RowPlace | RowProblem {
      const given = textOf(cell(row)) ?? "";
      const found = parseCellId(given);
      if (!found) return { code: "bad-cell-id", facts: { column, given } };
      size ??= found.sizeM;
      if (found.sizeM !== size) return { code: "other-cell-size", facts: { column, given, size } };
      const before = first.get(cellKey(found));
      if (before !== undefined) return { code: "duplicate-key", facts: { key: given, first: before } };
      first.set(cellKey(found), row.number);
      const { east, north, sizeM } = found;
      const centre = fromLaea(east + sizeM / 2, north + sizeM / 2);
      return { position: { east, north }, centre, cellId: cellKey(found) };
    },
  };
}

/** Equal for all ways of writing the id of a cell. */
export function cellKey({ sizeM, east, north }: GridCell): string {
  return `${sizeM} ${east} ${north}`;
}

function pointReader(spec: GridSpec, context: MappingContext): PlaceReader {
  const geometry = geometryReader({ ...context, spec, kinds: ["Point"] });
  if (!geometry)
    throw new ImportRefusal("grid-places-missing", { columns: context.table.columns.join(", ") });
  return {
    crs: geometry.crs,
    cellSizeM: () => null,
    read(row) {
      const shape = geometry.read(row);
      if (shape.kind === "problem") return shape.problem;
      if (shape.kind === "missing" || shape.geometry.type !== "Point") {
        return { code: "no-coordinates", facts: {} };
      }
      const [longitude, latitude] = shape.geometry.coordinates as [number, number];
      return { position: { longitude, latitude }, centre: [longitude, latitude], cellId: null };
    },
  };
}
