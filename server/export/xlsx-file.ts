import writeExcelFile from "write-excel-file/node";
import type { CsvCell } from "#domain/text/csv-cell.ts";

/** What a workbook says of itself on its second sheet: pairs of a word and what it stands for. */
export type LegendRow = readonly [string, string];

/** Signs XML 1.0 cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A table as a workbook: one header row that stays in sight, no merged cells, figures and dates as such. Text is
 * always a text cell, which no spreadsheet takes for a formula, so nothing is prefixed.
 */
export async function xlsxFile(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  legend: readonly LegendRow[],
): Promise<Buffer> {
  return writeExcelFile([
    {
      sheet: "Daten",
      stickyRowsCount: 1,
      columns: header.map((head) => ({ width: Math.min(40, Math.max(10, head.length + 2)) })),
      data: [header.map(boldText), ...rows.map((row) => row.map(cellOf))],
    },
    {
      sheet: "Legende",
      columns: [{ width: 28 }, { width: 100 }],
      data: legend.map(([word, meaning]) => [boldText(word), textCell(meaning)]),
    },
  ]).toBuffer();
}

const textCell = (text: string) => ({ value: text.replace(unwritable, ""), type: String });
const boldText = (text: string) => ({ ...textCell(text), fontWeight: "bold" as const });

function cellOf(cell: CsvCell) {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "boolean") return textCell(cell ? "ja" : "nein");
  const day = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime())) return { value: day, type: Date, format: "dd.mm.yyyy" };
  return textCell(cell);
}
