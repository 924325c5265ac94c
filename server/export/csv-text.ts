import Papa from "papaparse";
import { type CsvCell, csvCell, csvMark, csvShape } from "#domain/text/csv-cell.ts";

/** Head and rows as a file office programs open; see `csvCell` for how cells are written. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(csvCell));
  return `${csvMark}${Papa.unparse(lines, csvShape)}${csvShape.newline}`;
}
