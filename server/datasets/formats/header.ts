import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";

/** Column names of a header row: trimmed, nameless ones numbered, the same name twice refused. */
export function headerColumns(cells: readonly unknown[], limits: ImportLimits): string[] {
  if (cells.length > limits.columns) throw new ImportRefusal("too-many-columns", { limit: limits.columns });
  const columns = cells.map((cell, index) => String(cell ?? "").trim() || `Spalte ${index + 1}`);
  const first = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    const before = first.get(column);
    if (before !== undefined) {
      throw new ImportRefusal("duplicate-column", { column, first: before + 1, second: index + 1 });
    }
    first.set(column, index);
  }
  return columns;
}
