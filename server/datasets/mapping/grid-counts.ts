import { parseCellId } from "#domain/demand/cell-id.ts";
import { cellReader, textOf } from "../columns.ts";
import { type DecimalMark, figureColumn, signMeaning } from "../figures.ts";
import type { ReportBuilder } from "../import-report.ts";
import type { GridSpec } from "../import-spec.ts";
import { ImportRefusal, type RowProblem, rowSentence } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import { type AgeColumn, ageColumns, cellIdColumn } from "./grid-columns.ts";
import { cellKey } from "./grid-places.ts";

/** More people than this in one cell are an error of the file; thousandths of them fit into 32 bits. */
const mostPeople = 1_000_000;

/**
 * Reader of whole people in one column. An empty cell and a sign of official statistics count as nobody: that is
 * what the census writes where its perturbation left nobody. How often that was is noted.
 */
export function peopleReader(
  table: Table,
  column: string,
  { decimal, report }: { decimal: DecimalMark | undefined; report: ReportBuilder },
): (row: TableRow) => number | RowProblem {
  const cell = cellReader(table, column);
  const cells = table.rows.map((row) => ({ row: row.number, cell: cell(row) }));
  const { figure } = figureColumn(column, cells, decimal);
  const without = new Map<string, number>();
  for (const { cell } of cells) {
    const found = figure(cell);
    const sign = found.kind === "sign" ? found.sign : found.kind === "missing" ? "" : undefined;
    if (sign !== undefined) without.set(sign, (without.get(sign) ?? 0) + 1);
  }
  for (const [sign, count] of without) {
    if (sign === "") report.note("empty-as-nobody", { column, count });
    else report.note("sign-as-nobody", { column, sign, count, meaning: signMeaning(sign) });
  }
  return (row) => {
    const found = figure(cell(row));
    if (found.kind === "text") return { code: "not-a-figure", facts: { column, given: found.text } };
    if (found.kind !== "number") return 0;
    const { value } = found;
    if (Number.isInteger(value) && value >= 0 && value <= mostPeople) return value;
    return { code: "not-people", facts: { column, given: textOf(cell(row)) ?? "" } };
  };
}

/** Age groups of a further table, by the cell its rows name. */
export interface JoinedTable {
  columns: AgeColumn[];
  byCell: Map<string, number[]>;
}

/**
 * Reads a table that only adds age groups. A wrong row refuses the import and names file and row, since the report
 * counts the rows of the first table; with `--skip-bad-rows` it is left out and noted.
 */
export function joinedTable(
  table: Table,
  file: string,
  { spec, report }: { spec: GridSpec; report: ReportBuilder },
): JoinedTable {
  const id = cellIdColumn(table, spec.key);
  const columns = ageColumns(table, spec.ages);
  if (id === undefined || columns.length === 0) {
    throw new ImportRefusal("joined-columns", { file, columns: table.columns.join(", ") });
  }
  const idOf = cellReader(table, id);
  const readers = columns.map(({ column }) => peopleReader(table, column, { decimal: spec.decimal, report }));
  const byCell = new Map<string, number[]>();
  for (const row of table.rows) {
    const taken = row.defect ?? take(row);
    if (!taken) continue;
    const facts = { file, row: row.number, why: rowSentence(taken) };
    if (!spec.skipBadRows) throw new ImportRefusal("joined-row", facts);
    report.note("joined-row-skipped", facts);
  }
  return { columns, byCell };

  function take(row: TableRow): RowProblem | undefined {
    const given = textOf(idOf(row)) ?? "";
    const cell = parseCellId(given);
    if (!cell) return { code: "bad-cell-id", facts: { column: id!, given } };
    if (byCell.has(cellKey(cell))) return { code: "cell-again", facts: { key: given } };
    const counts = readers.map((read) => read(row));
    const problem = counts.find((count) => typeof count !== "number");
    if (problem !== undefined) return problem as RowProblem;
    byCell.set(cellKey(cell), counts as number[]);
    return undefined;
  }
}
