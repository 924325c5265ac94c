import type { AreaLevel } from "#domain/area/area.ts";
import type { ImportKind, SuggestedMapping } from "#domain/contract/import-contract.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { AreaLookup, type NamedArea } from "./area-lookup.ts";
import { textOf } from "./columns.ts";
import { periodOf } from "./periods.ts";
import { coordinateColumns } from "./row-geometry.ts";
import type { Table } from "./table.ts";

/** Rows that decide a suggestion: more would only cost time. */
const rowsLookedAt = 2000;
const shownUnmatched = 100;
/** Share of the filled cells that must be an area's for a column to be suggested. */
const leastShare = 0.6;

const periodNames = /^(jahr|year|stichtag|zeitpunkt|periode|period|datum|date|schuljahr|zeitraum)$/i;
const yearInName = /(19|20)\d\d/;
const numberNames = /(^|[_\s-])(nr|nummer|no|number|key|schl(ü|ue)ssel|id|code|kennziffer)([_\s.-]|$)/i;
const nameNames = /(name|bezeichnung|stadtteil|stadtbezirk|ortsteil|bezirk|gebiet)/i;

export interface SuggestionContext {
  kind: ImportKind;
  recordType: RecordType | undefined;
  cityName: string | undefined;
  /** Current areas by level, levels without any left out. */
  areas: ReadonlyMap<AreaLevel, readonly NamedArea[]>;
}

/** What the columns of a table probably mean. A guess for a person to confirm: the check decides. */
export function suggestMapping(table: Table, context: SuggestionContext): SuggestedMapping {
  const cells = table.columns.map((_, at) =>
    table.rows.slice(0, rowsLookedAt).map((row) => textOf(row.cells[at] ?? null)),
  );
  const columns = table.columns.map((name, at) => ({ name, cells: cells[at]! }));
  const coordinates = table.hasGeometry ? undefined : coordinateColumns(table, {});
  const area = context.kind === "areas" ? areaNames(columns) : bestArea(columns, context);
  const period = columns.find(
    ({ name, cells: found }) => periodNames.test(name.trim()) && mostly(found, (cell) => !!periodOf(cell)),
  )?.name;
  const taken = new Set([area?.number, area?.name, period, coordinates?.x, coordinates?.y]);
  const figures = columns
    .filter(({ name, cells: found }) => !taken.has(name) && !isOfAreas(name) && mostly(found, isFigure))
    .map(({ name }) => name);
  const { unmatched, unmatchedCount } = unmatchedRows(table, area, context);
  return {
    ...(area?.level && { level: area.level }),
    ...(area?.number && { areaNumber: area.number }),
    ...(area?.name && { areaName: area.name }),
    ...(period && { period }),
    figures,
    ...(coordinates && { x: coordinates.x, y: coordinates.y }),
    fields: fieldsOf(table, context.recordType),
    unmatched,
    unmatchedCount,
  };
}

interface Column {
  name: string;
  cells: readonly (string | null)[];
}
interface AreaColumns {
  level?: AreaLevel;
  number?: string | undefined;
  name?: string | undefined;
}

/** For a table of areas itself: the columns whose headings speak of numbers and names. */
function areaNames(columns: readonly Column[]): AreaColumns {
  const isUnique = ({ cells }: Column) => cells.length > 0 && new Set(cells).size === cells.length;
  const number =
    columns.find((column) => numberNames.test(column.name) && isUnique(column)) ??
    columns.find((column) => /nr|num/i.test(column.name) && isUnique(column));
  const name = columns.find(
    (column) => column !== number && nameNames.test(column.name) && !mostly(column.cells, isFigure),
  );
  return { number: number?.name, name: name?.name };
}

/** The level and columns under which most rows are areas that are known; numbers before names. */
function bestArea(
  columns: readonly Column[],
  { areas, cityName }: SuggestionContext,
): AreaColumns | undefined {
  let best: (AreaColumns & { score: number }) | undefined;
  for (const [level, known] of areas) {
    const lookup = new AreaLookup(known, cityName);
    const shares = columns.map(({ name, cells }) => {
      const filled = cells.filter((cell) => cell !== null);
      const found = (by: "number" | "name") => {
        const areasFound = filled.flatMap((cell) => {
          const match = lookup.find({ [by]: cell });
          return match.kind === "found" ? [match.area.number] : [];
        });
        // Running numbers look like area numbers as well; areas come once per period, so few repeat in vain.
        return {
          share: filled.length === 0 ? 0 : areasFound.length / filled.length,
          areas: new Set(areasFound),
        };
      };
      const isYear = mostly(cells, (cell) => /^(19|20)\d\d$/.test(cell));
      return {
        name,
        number: isYear ? { share: 0, areas: new Set<string>() } : found("number"),
        named: found("name"),
      };
    });
    const { number, name } = oneReadingEach(
      strongest(shares, (one) =>
        numberNames.test(one.name) || nameNames.test(one.name) ? one.number : undefined,
      ),
      strongest(shares, (one) => one.named),
    );
    const seen = Math.max(number?.seen ?? 0, name?.seen ?? 0);
    if (seen === 0) continue;
    const covered = seen / known.length;
    const score = (number?.share ?? 0) + (name?.share ?? 0) + covered;
    if (!best || score > best.score) best = { level, number: number?.column, name: name?.column, score };
  }
  return best;
}

interface Reading {
  column: string;
  share: number;
  seen: number;
}

/**
 * A column is numbers or names. Where a city has no official numbers, its areas are numbered by their names, and most
 * names are such numbers as well; those with an umlaut are not, and taken as numbers they would find no area.
 */
function oneReadingEach(
  number: Reading | undefined,
  name: Reading | undefined,
): { number: Reading | undefined; name: Reading | undefined } {
  if (!number || number.column !== name?.column) return { number, name };
  return number.share > name.share ? { number, name: undefined } : { number: undefined, name };
}

function strongest<T extends { name: string }>(
  columns: readonly T[],
  of: (column: T) => { share: number; areas: ReadonlySet<string> } | undefined,
): Reading | undefined {
  let best: Reading | undefined;
  for (const column of columns) {
    const found = of(column);
    if (!found || found.share < leastShare) continue;
    if (!best || found.share > best.share) {
      best = { column: column.name, share: found.share, seen: found.areas.size };
    }
  }
  return best;
}

function unmatchedRows(
  table: Table,
  columns: AreaColumns | undefined,
  { kind, areas, cityName }: SuggestionContext,
) {
  const none = { unmatched: [], unmatchedCount: 0 };
  if (kind !== "indicator" || !columns?.level) return none;
  const lookup = new AreaLookup(areas.get(columns.level) ?? [], cityName);
  const [number, name] = [columns.number, columns.name].map((c) => (c ? table.columns.indexOf(c) : -1));
  const unmatched: { row: number; given: string }[] = [];
  let unmatchedCount = 0;
  for (const row of table.rows) {
    const given = {
      number: textOf(row.cells[number!] ?? null),
      name: textOf(row.cells[name!] ?? null),
    };
    const isFound =
      lookup.find({ number: given.number }).kind === "found" ||
      lookup.find({ name: given.name }).kind === "found";
    if (isFound) continue;
    unmatchedCount++;
    const said = [given.number, given.name].filter((part) => part !== null).join(" ");
    if (unmatched.length < shownUnmatched) unmatched.push({ row: row.number, given: said.slice(0, 120) });
  }
  return { unmatched, unmatchedCount };
}

/** Columns called like a field of the type, in German or English. */
function fieldsOf(table: Table, type: RecordType | undefined): Record<string, string> {
  if (!type) return {};
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9äöüß]/g, "");
  const found = Object.keys(type.schema.shape).flatMap((field) => {
    const names = [field, type.fields[field]?.name.de, type.fields[field]?.name.en].flatMap((name) =>
      name ? [plain(name)] : [],
    );
    const column = table.columns.find((one) => names.includes(plain(one)));
    return column ? [[field, column] as const] : [];
  });
  return Object.fromEntries(found);
}

const isOfAreas = (name: string) => numberNames.test(name) && !yearInName.test(name);

/** A number in German or English notation, or a sign of official statistics. */
export function isFigure(cell: string): boolean {
  return (
    /^[+\-−–]?\d[\d.,\u00a0\u202f ]*(e[+-]?\d+)?\s*%?$/i.test(cell.trim()) ||
    /^([-–.xX/…]|\.\.\.)$/.test(cell.trim())
  );
}

/** True for a column with cells of which nearly all are like this. */
export function mostly(cells: readonly (string | null)[], isSo: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== null);
  return filled.length > 0 && filled.filter(isSo).length >= filled.length * 0.9;
}
