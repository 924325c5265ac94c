import { readFile, stat } from "node:fs/promises";
import { type ImportLimits, importLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table } from "../table.ts";
import { readCsv } from "./csv.ts";
import { readGeoJson } from "./geojson.ts";
import { readGeoPackage } from "./geopackage.ts";
import { sniff } from "./sniff.ts";
import { readZip } from "./zip.ts";

export interface ReadOptions {
  /** Layer of a GeoPackage, sheet of a workbook, or name of a shapefile in an archive with several. */
  layer?: string;
  encoding?: string;
  separator?: string;
  /** Row of the column names, counted from 1; the first one that is not empty when left out. */
  headerRow?: number;
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
  }
}
