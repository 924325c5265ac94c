import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table } from "../table.ts";
import { type Archive, openArchive } from "./archive.ts";
import { readGeoPackage } from "./geopackage.ts";
import type { ReadOptions } from "./read-table.ts";
import { readShapefile } from "./shapefile.ts";
import { readWorkbook } from "./workbook.ts";

/** What is in a zip decides: a workbook, a shapefile or a GeoPackage; archives in archives are refused. */
export async function readZip(bytes: Buffer, options: ReadOptions, limits: ImportLimits): Promise<Table> {
  const archive = await openArchive(bytes, limits);
  try {
    const { names } = archive;
    if (names.includes("xl/workbook.xml")) return await readWorkbook(bytes, archive, options, limits);
    if (names.some((name) => /\.shp$/i.test(name))) return await readShapefile(archive, options, limits);
    const geoPackages = names.filter((name) => /\.gpkg$/i.test(name));
    if (geoPackages.length === 1)
      return await readPackedGeoPackage(archive, geoPackages[0]!, options, limits);
    const inner = names.find((name) => /\.(zip|7z|rar|gz|tar|tgz|kmz)$/i.test(name));
    if (inner) throw new ImportRefusal("archive-nested", { entry: inner });
    throw new ImportRefusal("archive-contents");
  } finally {
    archive.close();
  }
}

/** SQLite needs a file: a folder of its own, gone afterwards whatever happens. */
async function readPackedGeoPackage(
  archive: Archive,
  name: string,
  options: ReadOptions,
  limits: ImportLimits,
): Promise<Table> {
  const directory = await mkdtemp(join(tmpdir(), "import-"));
  try {
    const path = join(directory, "content.gpkg");
    const content = await archive.read(name);
    if (content.subarray(0, 16).toString("latin1") !== "SQLite format 3\0") {
      throw new ImportRefusal("broken-file", { why: `${name} ist kein GeoPackage` });
    }
    await writeFile(path, content);
    return await readGeoPackage(path, options, limits);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
