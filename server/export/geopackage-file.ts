import Database from "better-sqlite3";
import type { Column, ColumnKind, FlatFeature } from "../collections/collection.ts";
import { boxOfFeatures } from "./feature-box.ts";
import { writeWkb } from "./wkb-writer.ts";

const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: "TEXT",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  time: "DATETIME",
};

/** Tables every GeoPackage has, and the three coordinate systems it must name (OGC 12-128r18, 1.1.2 and 2.1.5). */
const frame = `
  pragma application_id = 1196444487;
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (
    table_name text not null primary key, data_type text not null, identifier text unique,
    description text default '',
    last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x double, min_y double, max_x double, max_y double, srs_id integer,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id));
  create table gpkg_geometry_columns (
    table_name text not null, column_name text not null, geometry_type_name text not null,
    srs_id integer not null, z tinyint not null, m tinyint not null,
    constraint pk_geom_cols primary key (table_name, column_name),
    constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  insert into gpkg_spatial_ref_sys values
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326,
     'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');`;

/**
 * One table of features in WGS 84 as a GeoPackage 1.3, made in memory. `description` goes where GIS programs show
 * it: source, date and, in a demo, that nothing of it is real.
 */
export function geoPackageFile(options: {
  table: string;
  title: string;
  description: string;
  columns: readonly Column[];
  features: readonly FlatFeature[];
}): Buffer {
  const { table, title, description, columns, features } = options;
  const database = new Database(":memory:");
  try {
    database.exec(frame);
    const named = columns.filter(({ name }) => !["fid", "geom", "id"].includes(name.toLowerCase()));
    const declared = named.map(({ name, kind }) => `${quoted(name)} ${sqlTypes[kind]}`);
    database.exec(
      `create table ${quoted(table)} (${["fid integer primary key autoincrement not null", "geom geometry", "id text", ...declared].join(", ")})`,
    );
    const box = boxOfFeatures(features);
    // To the day: the same content is the same file, whoever asks how often.
    const today = new Date().toISOString().slice(0, 10);
    database
      .prepare(
        "insert into gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id) values (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)",
      )
      .run(table, title, description, `${today}T00:00:00.000Z`, ...(box ?? [null, null, null, null]));
    database
      .prepare("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', 4326, 0, 0)")
      .run(table);
    const marks = Array.from({ length: named.length + 2 }, () => "?").join(", ");
    const names = ["geom", "id", ...named.map(({ name }) => quoted(name))].join(", ");
    const insert = database.prepare(`insert into ${quoted(table)} (${names}) values (${marks})`);
    database.transaction(() => {
      for (const { id, geometry, properties } of features) {
        const values = named.map(({ name }) => properties[name] ?? null);
        insert.run(blobOf(geometry), id, ...values.map((v) => (typeof v === "boolean" ? Number(v) : v)));
      }
    })();
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Header of a GeoPackage geometry (2.1.3): "GP", version 0, little endian without a box, coordinate system. */
function blobOf(geometry: FlatFeature["geometry"]): Buffer | null {
  if (!geometry || geometry.type === "GeometryCollection") return null;
  const head = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
  head.writeInt32LE(4326, 4);
  return Buffer.concat([head, writeWkb(geometry)]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
