import { basename } from "node:path";
import { type AreaLevel, areaLevels } from "#domain/area/area.ts";
import { encodeGrid } from "#domain/demand/grid-file.ts";
import { type InhabitedPlace, makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import type { GridProtection } from "#domain/demand/population-grid.ts";
import { contentParts } from "../../store/content-parts.ts";
import type { AreaRow } from "../../store/store.ts";
import { readTable } from "../formats/read-table.ts";
import type { GridSpec } from "../import-spec.ts";
import { ImportRefusal, type RowProblem } from "../sentences.ts";
import type { TableRow } from "../table.ts";
import { areaFinder } from "./area-finder.ts";
import { ageColumns, ageGroup, refuseOverlap, residentsColumn, uncountedAges } from "./grid-columns.ts";
import { type JoinedTable, joinedTable, peopleReader } from "./grid-counts.ts";
import { placeReader } from "./grid-places.ts";
import { roundedCounts, roundingBase } from "./grid-rounding.ts";
import type { MappingContext, PreparedImport } from "./prepared-import.ts";

/** Levels that lie within one another, largest first: their totals survive the rounding. */
const nested: readonly AreaLevel[] = ["district", "subdistrict", "statistical-quarter", "block"];

/**
 * The population grid: cells of the census or of the city's own statistics, or points of blocks or buildings, with
 * residents and age groups. Places outside the city's areas are set aside. Figures stay internal whatever was
 * stated; they come perturbed by their publisher, or are rounded here.
 */
export async function prepareGrid(spec: GridSpec, context: MappingContext): Promise<PreparedImport> {
  const { table, report } = context;
  const levels = await drawnLevels(context);
  const joined = await joinedTables(spec, context);
  const own = ageColumns(table, spec.ages);
  const columns = [...own, ...joined.flatMap((one) => one.columns)];
  refuseOverlap(columns);
  const unknown = spec.ages?.find(({ column }) => !columns.some((known) => known.column === column));
  if (unknown) {
    throw new ImportRefusal("column-missing", { column: unknown.column, columns: table.columns.join(", ") });
  }
  const options = { decimal: spec.decimal, report };
  const residents = peopleReader(table, residentsColumn(table, spec.residents), options);
  const ages = own.map(({ column }) => peopleReader(table, column, options));
  const place = placeReader(spec, context);
  const finders = levels.map(({ rows }) => areaFinder(rows));

  const places: InhabitedPlace[] = [];
  const seen = new Set<string>();
  let rowsAccepted = 0;
  for (const row of table.rows) {
    const taken = row.defect ?? take(row);
    if ("code" in taken) report.problem(row.number, taken);
    else {
      rowsAccepted += 1;
      places.push(taken);
    }
  }

  function take(row: TableRow): InhabitedPlace | RowProblem {
    const found = place.read(row);
    if ("code" in found) return found;
    if (found.cellId !== null) seen.add(found.cellId);
    const areas = finders.map((find) => find(...found.centre));
    if (areas.every((index) => index < 0)) return { code: "outside-city", facts: {} };
    const everybody = residents(row);
    if (typeof everybody !== "number") return everybody;
    const counts: number[] = [];
    for (const read of ages) {
      const count = read(row);
      if (typeof count !== "number") return count;
      counts.push(count);
    }
    for (const { columns, byCell } of joined) {
      counts.push(...(byCell.get(found.cellId ?? "") ?? columns.map(() => 0)));
    }
    return { position: found.position, residents: everybody, counts, areas };
  }

  const outside = report.setAside.filter(({ code }) => code === "outside-city").length;
  if (outside > 0) report.note("outside-city", { count: outside });
  noteJoins(joined, seen, context);
  const hasAges = columns.length > 0;
  const ageGroups = hasAges ? columns.map(({ group }) => group) : [ageGroup(0, null)];
  if (!hasAges) report.note("grid-without-ages");
  else if (uncountedAges(columns)) report.note("ages-uncounted", { ages: uncountedAges(columns) });
  const whole = hasAges ? places : places.map((one) => ({ ...one, counts: [one.residents] }));
  const protection = protectionOf(spec);
  const safe = protection.kind === "ROUNDED" ? rounded(whole, levels) : whole;
  const inhabited = safe.filter(
    ({ residents, counts }) => residents > 0 || counts.some((count) => count > 0),
  );
  if (protection.kind === "ROUNDED") report.note("counts-rounded", { base: roundingBase });
  const cellSizeM = place.cellSizeM();
  const grid = makePopulationGrid({ cellSizeM, ageGroups, levels, places: inhabited, protection });
  return {
    crs: place.crs,
    rowsAccepted,
    releases: [
      {
        draft: {
          dataset: "population-grid",
          kind: "grid",
          title: spec.title ?? { de: "Bevölkerungsgitter", en: "Population grid" },
          details: { cellSizeM, cells: grid.cellCount, ageGroups, protection },
          mayBePublic: false,
        },
        rows: { kind: "grid", rows: contentParts(encodeGrid(grid)) },
        count: grid.cellCount,
      },
    ],
  };
}

interface DrawnLevel {
  level: AreaLevel;
  boundaryVersion: string;
  numbers: string[];
  rows: readonly AreaRow[];
}

/** Every level whose areas are loaded with their borders. */
async function drawnLevels({ areas }: MappingContext): Promise<DrawnLevel[]> {
  const levels: DrawnLevel[] = [];
  for (const level of areaLevels) {
    const rows = (await areas(level)).filter(
      ({ geometry }) => "coordinates" in geometry && geometry.coordinates.length > 0,
    );
    const [first] = rows;
    if (!first) continue;
    const { boundaryVersion } = first;
    levels.push({ level, boundaryVersion, numbers: rows.map(({ number }) => number), rows });
  }
  if (levels.length === 0) throw new ImportRefusal("areas-missing", { level: "district" });
  return levels;
}

async function joinedTables(spec: GridSpec, { limits, report }: MappingContext): Promise<JoinedTable[]> {
  const { encoding, separator } = spec;
  const tables: JoinedTable[] = [];
  for (const file of spec.with) {
    const options = { ...(encoding && { encoding }), ...(separator && { separator }), limits };
    tables.push(joinedTable(await readTable(file, options), basename(file), { spec, report }));
  }
  return tables;
}

/** Cells only a joined table has are not in the grid: nobody says how many people live there. */
function noteJoins(
  joined: readonly JoinedTable[],
  seen: ReadonlySet<string>,
  { report }: MappingContext,
): void {
  const left = joined.flatMap(({ byCell }) => [...byCell.keys()].filter((cell) => !seen.has(cell))).length;
  if (left > 0) report.note("joined-cells-left", { count: left });
}

function protectionOf({ perturbedByPublisher: statement }: GridSpec): GridProtection {
  return statement ? { kind: "PERTURBED_BY_PUBLISHER", statement } : { kind: "ROUNDED", base: roundingBase };
}

/** Residents and every age group rounded by themselves: as in the census, groups need not add up to residents. */
function rounded(places: readonly InhabitedPlace[], levels: readonly DrawnLevel[]): InhabitedPlace[] {
  const order = nested.map((level) => levels.findIndex((one) => one.level === level)).filter((at) => at >= 0);
  const paths = places.map(({ areas }) => order.map((at) => String(areas[at]).padStart(6, "0")).join("/"));
  const truth = JSON.stringify(places);
  const column = (name: string, value: (place: InhabitedPlace) => number) =>
    roundedCounts(places.map(value), paths, `${name}\n${truth}`);
  const residents = column("residents", (place) => place.residents);
  const groups = (places[0]?.counts ?? []).map((_, at) => column(`group ${at}`, ({ counts }) => counts[at]!));
  return places.map((place, at) => ({
    ...place,
    residents: residents[at]!,
    counts: groups.map((group) => group[at]!),
  }));
}
