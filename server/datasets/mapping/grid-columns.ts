import { overlappingGroups } from "#domain/demand/make-population-grid.ts";
import type { AgeGroup } from "#domain/demand/population-grid.ts";
import { columnNamed } from "../columns.ts";
import type { GridSpec } from "../import-spec.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table } from "../table.ts";

/** A column that counts the people of an age group. */
export interface AgeColumn {
  column: string;
  group: AgeGroup;
}

const residentNames = [
  "einwohner",
  "einwohnerinnen",
  "insgesamt_bevoelkerung",
  "bevoelkerung",
  "bevölkerung",
  "residents",
  "population",
];

/** The column of everybody, as given or by the names the census and cities use. */
export function residentsColumn(table: Table, wish: string | undefined): string {
  const column = wish ?? columnNamed(table, residentNames);
  if (!column) throw new ImportRefusal("residents-missing", { columns: table.columns.join(", ") });
  return column;
}

/** The column whose cells name grid cells (`GITTER_ID_100m`), if any. */
export function cellIdColumn(table: Table, wish: string | undefined): string | undefined {
  return wish ?? table.columns.find((column) => /^(gitter|grid|raster)_?id(_|$)/i.test(column.trim()));
}

/**
 * Columns of age groups of this table: those of the specification it has, or all whose names the census or a city
 * uses ("Unter3", "a3bis5", "a65undaelter", "18_bis_unter_25", "65+").
 */
export function ageColumns(table: Table, wish: GridSpec["ages"]): AgeColumn[] {
  if (wish) {
    return wish
      .filter(({ column }) => table.columns.some((name) => name.toLowerCase() === column.toLowerCase()))
      .map(({ column, from, to }) => ({ column, group: ageGroup(from, to) }));
  }
  return table.columns.flatMap((column) => {
    const group = groupNamed(column);
    return group ? [{ column, group }] : [];
  });
}

/** Refuses columns that count the same people twice, such as "Unter18" beside "Unter3". */
export function refuseOverlap(columns: readonly AgeColumn[]): void {
  const pair = overlappingGroups(columns.map(({ group }) => group));
  if (!pair) return;
  const [first, second] = pair.map((group) => columns.find((column) => column.group === group)!.column);
  throw new ImportRefusal("ages-overlap", { first: first!, second: second! });
}

/** Ages no column counts, as a person reads them: "18–64, ab 75"; empty where all are counted. */
export function uncountedAges(columns: readonly AgeColumn[]): string {
  const gaps: string[] = [];
  let counted = 0;
  for (const { from, to } of columns.map(({ group }) => group).sort((a, b) => a.from - b.from)) {
    if (from > counted) gaps.push(from === counted + 1 ? String(counted) : `${counted}–${from - 1}`);
    if (to === null) return gaps.join(", ");
    counted = to;
  }
  return [...gaps, `ab ${counted}`].join(", ");
}

export function ageGroup(from: number, to: number | null): AgeGroup {
  return { code: to === null ? `${from}+` : `${from}-${to}`, from, to };
}

const oldest = 130;

function groupNamed(column: string): AgeGroup | undefined {
  const name = column
    .trim()
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replace(/[\s_]+/g, "")
    .replace(/^(alter|age|jahre|a)(?=\d|unter|ab|bis)/, "")
    .replace(/(jahren|jahre|jaehrige)$/, "");
  const number = "(\\d{1,3})";
  const below = new RegExp(`^(?:unter|u)${number}$`).exec(name);
  if (below) return valid(0, Number(below[1]));
  const open = new RegExp(`^(?:ab${number}|${number}(?:\\+|plus|und(?:ae|a)lter|undmehr))$`).exec(name);
  if (open) return valid(Number(open[1] ?? open[2]), null);
  const exclusive = new RegExp(`^${number}bisunter${number}$`).exec(name);
  if (exclusive) return valid(Number(exclusive[1]), Number(exclusive[2]));
  const inclusive = new RegExp(`^${number}(?:bis|-|–)${number}$`).exec(name);
  return inclusive ? valid(Number(inclusive[1]), Number(inclusive[2]) + 1) : undefined;
}

function valid(from: number, to: number | null): AgeGroup | undefined {
  return from < (to ?? oldest) && (to ?? 0) <= oldest ? ageGroup(from, to) : undefined;
}
