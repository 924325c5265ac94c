import Database from "better-sqlite3";
import type { ImportLimits } from "../limits.ts";
import { ImportRefusal } from "../sentences.ts";
import type { Cell, Table, TableRow } from "../table.ts";
import { headerColumns } from "./header.ts";
import { readWkb } from "./wkb.ts";

interface Layer {
  name: string;
  geometryColumn: string | null;
  crs: string | undefined;
}

/**
 * Opens a GeoPackage read-only and untrusted: functions in its schema may not do anything, views and virtual
 * tables are not read, memory is capped. Rows come one by one, in the order of the table.
 */
export function openGeoPackage(
  path: string,
  wish: string | undefined,
  limits: ImportLimits,
): { table: Omit<Table, "rows">; rows: Iterable<TableRow> } {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma("trusted_schema = OFF");
  database.pragma("query_only = ON");
  database.pragma("cell_size_check = ON");
  database.pragma("mmap_size = 0");
  database.pragma(`hard_heap_limit = ${limits.readerMegabytes * 1024 * 1024}`);
  const { layers, ignored } = layersOf(database);
  const layer = chosenLayer(layers, wish);
  const { count } = database.prepare(`select count(*) as count from ${quoted(layer.name)}`).get() as {
    count: number;
  };
  if (count > limits.features) throw new ImportRefusal("too-many-features", { limit: limits.features });
  const statement = database.prepare(`select * from ${quoted(layer.name)}`).raw();
  const names = statement.columns().map(({ name }) => name);
  const geometryAt = names.findIndex((name) => name.toLowerCase() === layer.geometryColumn?.toLowerCase());
  const isPlain = (_: unknown, index: number) => index !== geometryAt;
  return {
    table: {
      format: "geopackage",
      columns: headerColumns(names.filter(isPlain), limits),
      hasGeometry: geometryAt >= 0,
      layer: layer.name,
      ...(layer.crs && { crs: layer.crs }),
      ...(ignored.length > 0 && { ignored }),
    },
    rows: rowsOf(statement, geometryAt, isPlain),
  };
}

function* rowsOf(
  statement: Database.Statement,
  geometryAt: number,
  isPlain: (value: unknown, index: number) => boolean,
): Iterable<TableRow> {
  let number = 0;
  for (const values of statement.iterate() as IterableIterator<unknown[]>) {
    number += 1;
    const geometry = geometryAt >= 0 ? readGeometry(values[geometryAt]) : undefined;
    yield { number, cells: values.filter(isPlain).map(toCell), geometry };
  }
}

function toCell(value: unknown): Cell {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" ? null : text;
}

/** GeoPackage geometry: "GP", version, flags, srs id, an envelope whose size the flags tell, then WKB. */
function readGeometry(value: unknown): unknown {
  if (!Buffer.isBuffer(value) || value.length < 8 || value.toString("latin1", 0, 2) !== "GP")
    return undefined;
  const flags = value[3]!;
  const isEmpty = (flags & 0b10000) !== 0;
  const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 0b111];
  if (isEmpty || envelopeBytes === undefined) return undefined;
  try {
    return readWkb(value.subarray(8 + envelopeBytes));
  } catch (error) {
    if (error instanceof RangeError) return { type: "WKB" };
    throw error;
  }
}

function chosenLayer(layers: readonly Layer[], wish: string | undefined): Layer {
  const names = layers.map(({ name }) => name).join(", ");
  if (wish !== undefined) {
    const found = layers.find(({ name }) => name.toLowerCase() === wish.toLowerCase());
    if (!found) throw new ImportRefusal("layer-missing", { layer: wish, layers: names });
    return found;
  }
  if (layers.length > 1) throw new ImportRefusal("several-layers", { layers: names, option: "--layer" });
  if (!layers[0]) throw new ImportRefusal("broken-file", { why: "GeoPackage ohne Ebenen" });
  return layers[0];
}

/** Layers that are true tables: what the contents list calls a layer may be a view, and is left out then. */
function layersOf(database: Database.Database): { layers: Layer[]; ignored: string[] } {
  const tables = new Set(
    (
      database
        .prepare(
          "select name from sqlite_master where type = 'table' and upper(sql) not like 'CREATE VIRTUAL%'",
        )
        .all() as { name: string }[]
    ).map(({ name }) => name.toLowerCase()),
  );
  for (const needed of ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"]) {
    if (!tables.has(needed))
      throw new ImportRefusal("broken-file", { why: `GeoPackage ohne Tabelle ${needed}` });
  }
  const rows = database
    .prepare(
      `select c.table_name as name, g.column_name as geometryColumn,
              s.organization as organization, s.organization_coordsys_id as code
       from gpkg_contents c
       left join gpkg_geometry_columns g on g.table_name = c.table_name
       left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
       where c.data_type in ('features', 'attributes')
       order by c.table_name`,
    )
    .all() as {
    name: string;
    geometryColumn: string | null;
    organization: string | null;
    code: number | null;
  }[];
  const layers = rows
    .filter(({ name }) => tables.has(name.toLowerCase()))
    .map(({ name, geometryColumn, organization, code }) => ({
      name,
      geometryColumn,
      // -1 and 0 are "undefined" in the standard: the system is asked for then.
      crs: organization && code !== null && code > 0 ? `${organization}:${code}` : undefined,
    }));
  return { layers, ignored: rows.map(({ name }) => name).filter((name) => !tables.has(name.toLowerCase())) };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
