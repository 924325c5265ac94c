import { readFile, stat } from "node:fs/promises";
import { type ImportLimits, importLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import { readCsv } from "./csv.ts";
import { readGeoJson } from "./geojson.ts";
import { readGeoPackage } from "./geopackage.ts";
import { readOsmPlacesTable } from "./osm-places-table.ts";
import { readOsmStreets } from "./osm-streets-table.ts";
import { sniff } from "./sniff.ts";
import { readZip } from "./zip.ts";

export interface ReadOptions {
  /** Layer of a GeoPackage, sheet of a workbook, or name of a shapefile in an archive with several. */
  layer?: string;
  encoding?: string;
  separator?: string;
  /** Row of the column names, counted from 1; the first one that is not empty when left out. */
  headerRow?: number;
  /** What of an OpenStreetMap file is wanted: its streets, or places as rows (when left out). */
  osm?: "streets" | "places";
  limits?: ImportLimits;
}

/** Reads any supported file; its content decides how. Throws `ImportRefusal` with a German sentence. */
export async function readTable(path: string, options: ReadOptions = {}): Promise<Table> {
  const limits = options.limits ?? importLimits;
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new ImportRefusal("file-missing", { file: path });
  if (size > limits.fileBytes) {
    throw new ImportRefusal("file-too-large", { limit: Math.round(limits.fileBytes / 1024 / 1024) });
  }
  return withLimitedCells(await read(path, options, limits), limits);
}

async function read(path: string, options: ReadOptions, limits: ImportLimits): Promise<Table> {
  const bytes = await readFile(path);
  switch (sniff(bytes)) {
    case "zip":
      return readZip(bytes, options, limits);
    case "sqlite":
      return readGeoPackage(path, options, limits);
    case "json":
      return readGeoJson(bytes, limits);
    case "text":
      return readCsv(bytes, options, limits);
    case "osm-pbf":
      return options.osm === "streets" ? readOsmStreets(bytes, limits) : readOsmPlacesTable(bytes, limits);
  }
}

/** A row with a cell beyond the limit is a row with a defect, whatever the format. */
function withLimitedCells(table: Table, { cellCharacters: limit }: ImportLimits): Table {
  const rows = table.rows.map((row): TableRow => {
    const at = row.cells.findIndex((cell) => typeof cell === "string" && cell.length > limit);
    if (at < 0 || row.defect) return row;
    const defect = { code: "cell-too-long", facts: { column: table.columns[at] ?? "", limit } } as const;
    return { ...row, defect };
  });
  return { ...table, rows };
}
