import { parseShp } from "shpjs";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Table, TableRow } from "../table.ts";
import type { Archive } from "./archive.ts";
import { type DbfTable, readDbf } from "./dbf.ts";
import { headerColumns } from "./header.ts";
import type { ReadOptions } from "./read-table.ts";

/**
 * A zipped shapefile: shapes, table, and what the .prj and .cpg beside them say. Without .prj the
 * coordinate system is unknown and asked for, never assumed.
 */
export async function readShapefile(
  archive: Archive,
  { layer, encoding }: ReadOptions,
  limits: ImportLimits,
): Promise<Table> {
  const base = chosenBase(archive.names, layer);
  const part = async (extension: string): Promise<Buffer | undefined> => {
    const name = archive.names.find((n) => n.toLowerCase() === `${base}.${extension}`.toLowerCase());
    return name === undefined ? undefined : archive.read(name);
  };
  const prj = (await part("prj"))?.toString("utf8");
  const codePage = (await part("cpg"))?.toString("latin1").trim();
  try {
    const dbfBytes = await part("dbf");
    const table = dbfBytes && readDbf(dbfBytes, encoding ?? codePage);
    const shapes = shapesOf((await part("shp"))!);
    if (shapes.length > limits.features) {
      throw new ImportRefusal("too-many-features", { limit: limits.features });
    }
    return {
      format: "shapefile",
      columns: table ? headerColumns(table.columns, limits) : [],
      rows: rowsOf(shapes, table),
      hasGeometry: true,
      layer: base.split("/").at(-1)!,
      ...(table && { encoding: table.encoding }),
      ...(prj && { crs: prj }),
    };
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal("broken-file", { why: `Shapefile: ${(error as Error).message}` });
  }
}

function chosenBase(names: readonly string[], wish: string | undefined): string {
  const bases = names.filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4));
  const named = (base: string) => base.split("/").at(-1)!;
  const layers = bases.map(named).join(", ");
  if (wish !== undefined) {
    const found = bases.find((base) => named(base).toLowerCase() === wish.toLowerCase());
    if (!found) throw new ImportRefusal("layer-missing", { layer: wish, layers });
    return found;
  }
  if (bases.length > 1) throw new ImportRefusal("several-layers", { layers, option: "--layer" });
  return bases[0]!;
}

function shapesOf(bytes: Buffer): unknown[] {
  // A copy: the library reads its buffer from the start, and small Node buffers are windows into a pool.
  return parseShp(new Uint8Array(bytes).buffer) as unknown[];
}

/** Shapes and records stand in the same order; a deleted record takes its shape with it. */
function rowsOf(shapes: readonly unknown[], table: DbfTable | undefined): TableRow[] {
  return shapes.flatMap((geometry, index): TableRow[] => {
    const cells = table?.records[index];
    if (cells === null) return [];
    return [{ number: index + 1, cells: cells ?? [], geometry: geometry ?? undefined }];
  });
}
