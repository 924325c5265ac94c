import readWorkbookFile from "read-excel-file/node";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Cell, Table, TableRow } from "../table.ts";
import type { Archive } from "./archive.ts";
import { headerColumns } from "./header.ts";
import type { ReadOptions } from "./read-table.ts";

/**
 * An Excel workbook (.xlsx): the sheet with this name, or the only one that is not empty. Every part is
 * inflated under the limits first, and parts with a document type are refused, before the library sees them.
 */
export async function readWorkbook(
  bytes: Buffer,
  archive: Archive,
  { layer, headerRow }: ReadOptions,
  limits: ImportLimits,
): Promise<Table> {
  for (const name of archive.names) {
    const head = (await archive.read(name)).subarray(0, 4096).toString("latin1");
    if (/\.(xml|rels)$/i.test(name) && /<!(DOCTYPE|ENTITY)/i.test(head)) {
      throw new ImportRefusal("archive-unsafe", { entry: name, what: "eine Dokumenttyp-Angabe" });
    }
  }
  const sheets = await readWorkbookFile(bytes).catch((error: Error) => {
    throw new ImportRefusal("broken-file", { why: `Excel-Tabelle: ${error.message}` });
  });
  const filled = sheets.filter(({ data }) => data.length > 0);
  const { sheet, data } = chosen(filled, layer);
  const from = headerRow ? headerRow - 1 : data.findIndex((cells) => cells.some((cell) => cell !== null));
  const header = data[from];
  if (!header) throw new ImportRefusal("no-header");
  const columns = headerColumns(trimmedEnd(header), limits);
  if (data.length - from - 1 > limits.rows) throw new ImportRefusal("too-many-rows", { limit: limits.rows });
  const rows: TableRow[] = [];
  for (const [index, cells] of data.entries()) {
    if (index <= from || cells.every((cell) => cell === null)) continue;
    rows.push({ number: index + 1, cells: columns.map((_, at) => toCell(cells[at])) });
  }
  return { format: "xlsx", columns, rows, hasGeometry: false, layer: sheet };
}

function chosen<T extends { sheet: string }>(sheets: readonly T[], wish: string | undefined): T {
  const layers = sheets.map(({ sheet }) => sheet).join(", ");
  if (wish !== undefined) {
    const found = sheets.find(({ sheet }) => sheet === wish);
    if (!found) throw new ImportRefusal("layer-missing", { layer: wish, layers });
    return found;
  }
  if (sheets.length > 1) throw new ImportRefusal("several-layers", { layers, option: "--layer" });
  if (!sheets[0]) throw new ImportRefusal("file-empty");
  return sheets[0];
}

function trimmedEnd(header: readonly unknown[]): unknown[] {
  const last = header.findLastIndex((cell) => cell !== null);
  return header.slice(0, last + 1);
}

/** Dates of a spreadsheet have no clock; they are read as UTC midnight. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value).trim();
  return text === "" ? null : text;
}
