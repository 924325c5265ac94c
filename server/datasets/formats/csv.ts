import Papa from "papaparse";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import { headerColumns } from "./header.ts";
import { decodeText } from "./text-encoding.ts";

const separators = [";", ",", "\t", "|"] as const;

export interface CsvOptions {
  encoding?: string;
  separator?: string;
  headerRow?: number;
}

/** A delimited table (RFC 4180): quoted cells may hold separators, line breaks and doubled quotes. */
export function readCsv(bytes: Uint8Array, options: CsvOptions, limits: ImportLimits): Table {
  const { text, encoding } = decodeText(bytes, options.encoding);
  const separator = options.separator ?? detectSeparator(text);
  const { headerRow = 1 } = options;
  const parsed = parseRecords(text, separator, headerRow + limits.rows + 2);
  const [header, ...records] = parsed.filter(({ number }) => number >= headerRow);
  if (!header) throw new ImportRefusal("no-header");
  const columns = headerColumns(header.cells, limits);
  if (records.length > limits.rows) throw new ImportRefusal("too-many-rows", { limit: limits.rows });
  const rows = records.map((record) => tableRow(record, columns));
  return { format: "csv", columns, rows, hasGeometry: false, encoding, separator };
}

interface CsvRecord {
  number: number;
  cells: string[];
}

/** Non-empty records with the number a spreadsheet shows for them. */
function parseRecords(text: string, separator: string, atMost: number): CsvRecord[] {
  const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: atMost });
  return data
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function tableRow({ number, cells }: CsvRecord, columns: readonly string[]): TableRow {
  const expected = columns.length;
  if (cells.length !== expected) {
    const code = cells.length < expected ? "too-few-cells" : "too-many-cells";
    return { number, cells: [], defect: { code, facts: { found: cells.length, expected } } };
  }
  return { number, cells: cells.map((cell) => (cell.trim() === "" ? null : cell.trim())) };
}

/** The separator that gives the first records the same number of cells, and the most of them. */
function detectSeparator(text: string): string {
  const scored = separators.map((separator) => {
    const counts = parseRecords(text, separator, 50).map(({ cells }) => cells.length);
    const width = counts[0] ?? 1;
    const same = counts.filter((count) => count === width).length / Math.max(1, counts.length);
    return { separator, score: width > 1 ? same * 1000 + Math.min(width, 999) : 0 };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}
