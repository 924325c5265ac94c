import type { MultiPolygon, Polygon } from "geojson";
import { containsPoint, extentOf } from "../geometry/contains-point.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import type { PopulationGrid } from "./population-grid.ts";

/** Cells of one grid, a bit for each: cell `i` is bit `i % 8` of byte `i / 8`. */
export type CellSet = Uint8Array;

export function emptyCellSet({ cellCount }: Pick<PopulationGrid, "cellCount">): CellSet {
  return new Uint8Array(Math.ceil(cellCount / 8));
}

export function addCell(cells: CellSet, cell: number): void {
  cells[cell >> 3]! |= 1 << (cell & 7);
}

export function hasCell(cells: CellSet, cell: number): boolean {
  return (cells[cell >> 3]! & (1 << (cell & 7))) !== 0;
}

export function isSameCells(first: CellSet, second: CellSet): boolean {
  return first.length === second.length && first.every((bits, byte) => bits === second[byte]);
}

/**
 * The cells that are left over when the sum of two sets, or the first less the second, is taken from the asked one:
 * where they were counted more or less often than in it.
 */
export function* cellsNotIn(
  asked: CellSet,
  one: CellSet,
  other: CellSet,
  kind: "sum" | "difference",
): Generator<number> {
  for (let byte = 0; byte < asked.length; byte++) {
    const [a, x, y] = [asked[byte]!, one[byte]!, other[byte]!];
    const bits = kind === "sum" ? (a ^ x ^ y) | (x & y) : (a ^ (x & ~y)) | (y & ~x);
    yield* setBits(bits & 0xff, byte);
  }
}

/** The cells that are in the first set and not in the second, ascending. */
export function* cellsOnlyIn(first: CellSet, second?: CellSet): Generator<number> {
  for (let byte = 0; byte < first.length; byte++) {
    yield* setBits(first[byte]! & ~(second?.[byte] ?? 0), byte);
  }
}

function* setBits(bits: number, byte: number): Generator<number> {
  for (let bit = 0; bits >> bit !== 0; bit++) if ((bits >> bit) & 1) yield byte * 8 + bit;
}

export function countCells(cells: CellSet): number {
  let count = 0;
  for (let bits of cells) for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/**
 * Whole cells whose point (the centre of a cell) lies in the polygon or on its border, and in which anybody is
 * counted: cells of nobody make no difference between two areas. Polygon in WGS 84 degrees.
 */
export function inhabitedCellsWithin(grid: PopulationGrid, polygon: Polygon | MultiPolygon): CellSet {
  const cells = emptyCellSet(grid);
  const [west, south, east, north] = extentOf(polygon) ?? [0, 0, -1, -1];
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const longitude = grid.longitude[cell]! / coordinateUnits;
    const latitude = grid.latitude[cell]! / coordinateUnits;
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
    if (isInhabited(grid, cell) && containsPoint(polygon, [longitude, latitude])) addCell(cells, cell);
  }
  return cells;
}

function isInhabited({ residents, counts }: PopulationGrid, cell: number): boolean {
  return residents[cell]! > 0 || counts.some((group) => group[cell]! > 0);
}
