import { ImportRefusal } from "./sentences.ts";
import type { Cell, Table, TableRow } from "./table.ts";

/** Reads one column of a table's rows; a column that is not there refuses the import and lists the others. */
export function cellReader(table: Table, column: string): (row: TableRow) => Cell {
  const at = columnIndex(table, column);
  return (row) => row.cells[at] ?? null;
}

function columnIndex(table: Table, column: string): number {
  const exact = table.columns.indexOf(column);
  const at = exact >= 0 ? exact : table.columns.findIndex((c) => c.toLowerCase() === column.toLowerCase());
  if (at < 0) throw new ImportRefusal("column-missing", { column, columns: table.columns.join(", ") });
  return at;
}

/** Reader of an optional column: undefined column, null cells. */
export function optionalReader(table: Table, column: string | undefined): (row: TableRow) => Cell {
  return column === undefined ? () => null : cellReader(table, column);
}

/** Cell as text: official numbers of spreadsheets arrive as numbers. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  const text = String(cell).trim();
  return text === "" ? null : text;
}

/** First column with one of these names, ignoring case. */
export function columnNamed(table: Table, names: readonly string[]): string | undefined {
  return table.columns.find((column) => names.includes(column.trim().toLowerCase()));
}
