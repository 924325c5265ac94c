export type CsvCell = string | number | boolean | null;

/** A table as German office programs open it: UTF-8 with a mark in front, semicolons, CRLF. */
export const csvShape = { delimiter: ";", newline: "\r\n" } as const;
export const csvMark = "\uFEFF";

/**
 * A cell as it is written: decimal comma, yes and no in German. Numbers stay figures; only text that a spreadsheet
 * would take for a formula is prefixed with an apostrophe, because escaping everything would turn −5,3 into text.
 */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "ja" : "nein";
  return startsFormula(cell) ? `'${cell}` : cell;
}

/** Signs that begin a formula, full-width ones and leading control characters included (CWE-1236). */
function startsFormula(text: string): boolean {
  const first = text.codePointAt(0);
  if (first === undefined || isFigure(text)) return false;
  return first <= 0x1f || "=+-@＝＋－＠".includes(String.fromCodePoint(first));
}

/** A figure written as text, such as −5,3, is harmless. */
function isFigure(text: string): boolean {
  return /^[+-]?\d[\d.]*(,\d+)?$/.test(text);
}
