import type { ValueState } from "#domain/indicator/observation.ts";
import { ImportRefusal } from "./sentences.ts";
import type { Cell } from "./table.ts";

export type DecimalMark = "comma" | "point";

/** A cell of a column of figures: a number, nothing, a sign of official statistics, or something else. */
export type Figure =
  | { kind: "number"; value: number }
  | { kind: "missing" }
  | { kind: "sign"; sign: string; state: Exclude<ValueState, "VALUE"> }
  | { kind: "text"; text: string };

/**
 * Signs in German official statistics (Statistisches Bundesamt, "Zeichenerklärung"): "-" means exactly
 * nothing and is the only one that is a number. The others are no value, each for its own reason.
 */
const signs: Readonly<Record<string, { meaning: string; state: Exclude<ValueState, "VALUE"> } | "nothing">> =
  {
    "-": "nothing",
    "–": "nothing",
    ".": { meaning: "geheim oder unbekannt", state: "SUPPRESSED" },
    x: { meaning: "Aussage nicht sinnvoll", state: "NOT_APPLICABLE" },
    X: { meaning: "Aussage nicht sinnvoll", state: "NOT_APPLICABLE" },
    "/": { meaning: "nicht sicher genug", state: "UNKNOWN" },
    "…": { meaning: "fällt später an", state: "UNKNOWN" },
    "...": { meaning: "fällt später an", state: "UNKNOWN" },
  };

export function signMeaning(sign: string): string {
  const known = signs[sign];
  return known === "nothing" || !known ? "genau nichts" : known.meaning;
}

export interface FigureColumn {
  decimal: DecimalMark;
  /** The cell's figure; percent signs and blanks between thousands are understood. */
  figure: (cell: Cell) => Figure;
}

/**
 * Decides once for a whole column whether figures are written with decimal comma or point, and refuses to
 * guess: a column with both, or one whose figures all could be either ("1.234"), is an `ImportRefusal`
 * that names rows. `wish` settles ambiguity but does not turn a mixed column into a right one.
 */
export function figureColumn(
  column: string,
  cells: readonly { row: number; cell: Cell }[],
  wish?: DecimalMark,
): FigureColumn {
  const first: Partial<Record<"comma" | "point" | "either", number>> = {};
  for (const { row, cell } of cells) {
    const mark = typeof cell === "string" ? markOf(bare(cell)) : undefined;
    if (mark) first[mark] ??= row;
  }
  if (first.comma !== undefined && first.point !== undefined) {
    throw new ImportRefusal("mixed-decimals", { column, comma: first.comma, point: first.point });
  }
  const evident = first.comma !== undefined ? "comma" : first.point !== undefined ? "point" : undefined;
  if (first.either !== undefined && !evident && !wish) {
    throw new ImportRefusal("ambiguous-decimals", { column, rows: first.either });
  }
  const decimal = evident ?? wish ?? "point";
  return { decimal, figure: (cell) => figureOf(cell, decimal) };
}

/** Without the blanks that group thousands, a percent sign and typographic minus. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/\s*%$/, "")
    .replace(/^[−–](?=\d)/, "-")
    .replace(/(?<=\d)[ \u00a0\u202f'’](?=\d{3}\b)/g, "");
}

/** What a figure tells about its column: a comma or point that can only be the decimal one, or either. */
function markOf(text: string): "comma" | "point" | "either" | undefined {
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return "comma";
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return "point";
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return "comma";
  if (/^[+-]?\d{1,3}(,\d{3}){2,}$/.test(text)) return "point";
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return "either";
  if (/^[+-]?\d*,\d+$/.test(text)) return "comma";
  return /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(text) ? "point" : undefined;
}

function figureOf(cell: Cell, decimal: DecimalMark): Figure {
  if (cell === null) return { kind: "missing" };
  if (typeof cell === "number") return number(cell);
  if (typeof cell === "boolean") return { kind: "text", text: String(cell) };
  const sign = signs[cell.trim()];
  if (sign === "nothing") return { kind: "number", value: 0 };
  if (sign) return { kind: "sign", sign: cell.trim(), state: sign.state };
  const plain = withoutThousands(bare(cell), decimal);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)
    ? number(Number(plain))
    : { kind: "text", text: cell };
}

/** The figure in the notation of programs; nothing when marks that should group thousands do not stand by three. */
function withoutThousands(text: string, decimal: DecimalMark): string {
  const [mark, group] = decimal === "comma" ? [",", "."] : [".", ","];
  const [whole = "", ...rest] = text.split(mark);
  const isGrouped = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole);
  const parts = [isGrouped ? whole.replaceAll(group, "") : whole, ...rest];
  return parts.some((part) => part.includes(group)) ? "" : parts.join(".");
}

function number(value: number): Figure {
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "missing" };
}
