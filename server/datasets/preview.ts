import { type AreaLevel, areaLayer, areaLevels } from "#domain/area/area.ts";
import type { FileReading, ImportKind, ImportPreview } from "#domain/contract/import-contract.ts";
import { guessProjected } from "#domain/geometry/coordinate-hint.ts";
import { recordTypeOf } from "#domain/record/record-types.ts";
import type { Store } from "../store/store.ts";
import type { NamedArea } from "./area-lookup.ts";
import { textOf } from "./columns.ts";
import { readTable } from "./formats/read-table.ts";
import type { ImportLimits } from "./limits.ts";
import { ImportRefusal } from "./sentences.ts";
import { isFigure, mostly, suggestMapping } from "./suggest-mapping.ts";
import type { Table } from "./table.ts";

const shownRows = 8;
const shownSamples = 3;
/** Characters of a cell that are shown. */
const cellLength = 120;
const rowsLookedAt = 2000;

const nothingSuggested = { figures: [], fields: {}, unmatched: [], unmatchedCount: 0 };

/**
 * What a file holds and what its columns probably mean, for the person who uploaded it. Writes nothing.
 * @throws ImportRefusal
 */
export async function previewFile(
  store: Store,
  {
    file,
    kind,
    recordType,
    reading,
  }: { file: string; kind: ImportKind; recordType: string | null; reading: FileReading },
  limits: ImportLimits,
): Promise<ImportPreview> {
  const { layer, encoding, separator, headerRow } = reading;
  const wishes = {
    ...(layer && { layer }),
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(headerRow && { headerRow }),
  };
  let table: Table;
  try {
    table = await readTable(file, { ...wishes, limits });
  } catch (error) {
    if (error instanceof ImportRefusal && error.code === "several-layers") return layersOnly(error);
    throw error;
  }
  const city = await store.setting<{ name?: { de?: string } }>("city");
  const suggested = suggestMapping(table, {
    kind,
    recordType: recordType === null ? undefined : recordTypeOf(recordType),
    cityName: city?.name?.de,
    areas: await currentAreas(store),
  });
  const likelyCrs = likelySystem(table, suggested);
  return {
    format: table.format,
    encoding: table.encoding ?? null,
    separator: table.separator ?? null,
    layer: table.layer ?? null,
    layers: [],
    crs: table.crs?.slice(0, 80) ?? null,
    likelyCrs: likelyCrs ?? null,
    hasGeometry: table.hasGeometry,
    rowCount: table.rows.length,
    columns: table.columns.map((name, at) => columnOf(table, name, at)),
    rows: table.rows.slice(0, shownRows).map(({ number, cells }) => ({
      number,
      cells: table.columns.map((_, at) => shown(cells[at] ?? null)),
    })),
    suggested,
  };
}

function layersOnly({ facts }: ImportRefusal): ImportPreview {
  return {
    format: "",
    encoding: null,
    separator: null,
    layer: null,
    layers: String(facts.layers ?? "").split(", "),
    crs: null,
    likelyCrs: null,
    hasGeometry: false,
    rowCount: 0,
    columns: [],
    rows: [],
    suggested: nothingSuggested,
  };
}

async function currentAreas(store: Store): Promise<Map<AreaLevel, readonly NamedArea[]>> {
  const found = new Map<AreaLevel, readonly NamedArea[]>();
  for (const level of areaLevels) {
    const [release] = await store.releases({ dataset: areaLayer(level) });
    if (release) found.set(level, await store.areas(release.id));
  }
  return found;
}

function columnOf(table: Table, name: string, at: number): ImportPreview["columns"][number] {
  const cells = table.rows.slice(0, rowsLookedAt).map((row) => textOf(row.cells[at] ?? null));
  const filled = cells.filter((cell) => cell !== null);
  return {
    name,
    content: filled.length === 0 ? "empty" : mostly(cells, isFigure) ? "number" : "text",
    filled: table.rows.reduce((sum, row) => sum + (textOf(row.cells[at] ?? null) === null ? 0 : 1), 0),
    samples: [...new Set(filled)].slice(0, shownSamples).map(shown),
  };
}

function shown(cell: unknown): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return text.length > cellLength ? `${text.slice(0, cellLength)}…` : text;
}

/** The system that coordinates too large for degrees are probably in; a file that names another may be wrong. */
function likelySystem(table: Table, { x, y }: { x?: string; y?: string }): string | undefined {
  const place = table.hasGeometry ? firstPosition(table) : x && y ? firstPair(table, x, y) : undefined;
  return place && guessProjected(place[0], place[1]);
}

function firstPosition(table: Table): [number, number] | undefined {
  const geometry = table.rows.find((row) => row.geometry)?.geometry as { coordinates?: unknown } | undefined;
  let item: unknown = geometry?.coordinates;
  while (Array.isArray(item) && Array.isArray(item[0])) item = item[0];
  if (!Array.isArray(item) || typeof item[0] !== "number" || typeof item[1] !== "number") return undefined;
  return [item[0], item[1]];
}

function firstPair(table: Table, x: string, y: string): [number, number] | undefined {
  const [atX, atY] = [table.columns.indexOf(x), table.columns.indexOf(y)];
  const number = (cell: unknown) => Number(String(cell ?? "").replace(",", "."));
  const row = table.rows.find((one) => textOf(one.cells[atX] ?? null) && textOf(one.cells[atY] ?? null));
  return row && [number(row.cells[atX]), number(row.cells[atY])];
}
