import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, crc32, deflateRawSync } from "node:zlib";
import Database from "better-sqlite3";
import type { Geometry, Position } from "geojson";

/** A folder for one test file; `remove` in afterAll. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "import-test-"));
  let count = 0;
  return {
    path,
    /** Writes a file and returns its path; without a name it gets one that says nothing about the format. */
    write(content: string | Uint8Array, name = `file-${++count}`): string {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface ZipEntry {
  name: string;
  content: Uint8Array | string | Packed;
  /** Unix mode; 0o120777 is a symbolic link. */
  mode?: number;
}

/** Content that is deflated already; `size` is what the headers say of it. */
export interface Packed {
  packed: Buffer;
  size: number;
  crc: number;
}

/**
 * A gigabyte of zeros, deflated to about a megabyte: one mebibyte flushed to whole bytes, 1024 times over, since a
 * block that follows a full flush needs nothing before it. Written down: the CRC-32 of 2³⁰ zero bytes.
 */
export function gigabyteOfZeros(): Packed {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return {
    packed: Buffer.concat([...Array.from({ length: 1024 }, () => block), end]),
    size: 1024 * 1024 * 1024,
    crc: 0x5b64c2b0,
  };
}

function packedOf(content: ZipEntry["content"]): Packed {
  if (typeof content === "object" && "packed" in content) return content;
  const bytes = Buffer.from(content);
  return { packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** A zip with the names as they are given, also those that no packer would write. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644 } of entries) {
    const { packed, size, crc } = packedOf(content);
    const nameBytes = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), shared, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** dBASE table with character fields of 30 bytes, in the encoding of the given bytes. */
export function dbf(
  columns: readonly string[],
  rows: readonly (readonly Buffer[])[],
  deleted: number[] = [],
): Buffer {
  const width = 30;
  const header = Buffer.alloc(32 + 32 * columns.length + 1);
  header[0] = 3;
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + width * columns.length, 10);
  for (const [index, column] of columns.entries()) {
    header.write(column, 32 + 32 * index, "latin1");
    header.write("C", 32 + 32 * index + 11, "latin1");
    header[32 + 32 * index + 16] = width;
  }
  header[header.length - 1] = 0x0d;
  const records = rows.map((cells, index) => {
    const record = Buffer.alloc(1 + width * columns.length, 0x20);
    if (deleted.includes(index)) record[0] = 0x2a;
    for (const [at, cell] of cells.entries()) cell.copy(record, 1 + at * width);
    return record;
  });
  return Buffer.concat([header, ...records]);
}

/** Shapefile of points, in the coordinate system of the given positions. */
export function shpPoints(points: readonly Position[]): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + 28 * points.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(1, 32);
  const records = points.map(([x, y], index) => {
    const record = Buffer.alloc(28);
    record.writeInt32BE(index + 1, 0);
    record.writeInt32BE(10, 4);
    record.writeInt32LE(1, 8);
    record.writeDoubleLE(x!, 12);
    record.writeDoubleLE(y!, 20);
    return record;
  });
  return Buffer.concat([header, ...records]);
}

/** WKB of a polygon or point, little-endian, two dimensions. */
function wkb(geometry: Geometry): Buffer {
  const head = (kind: number) => {
    const bytes = Buffer.alloc(5);
    bytes[0] = 1;
    bytes.writeUInt32LE(kind, 1);
    return bytes;
  };
  const count = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const doubles = (position: Position) => Buffer.from(new Float64Array(position.slice(0, 2)).buffer);
  const polygon = (rings: Position[][]) =>
    Buffer.concat([
      head(3),
      count(rings.length),
      ...rings.flatMap((ring) => [count(ring.length), ...ring.map(doubles)]),
    ]);
  if (geometry.type === "Point") return Buffer.concat([head(1), doubles(geometry.coordinates)]);
  if (geometry.type === "Polygon") return polygon(geometry.coordinates);
  if (geometry.type === "MultiPolygon") {
    const { coordinates } = geometry;
    return Buffer.concat([head(6), count(coordinates.length), ...coordinates.map(polygon)]);
  }
  throw new Error(`no WKB for ${geometry.type} here`);
}

export interface GeoPackageLayer {
  name: string;
  columns: Readonly<Record<string, "TEXT" | "INTEGER" | "REAL">>;
  rows: readonly { values: readonly (string | number | null)[]; geometry: Geometry | null }[];
}

/** Writes a GeoPackage of the layout the city publishes: EPSG:25832, geometry column `SHAPE`. */
export function writeGeoPackage(
  path: string,
  layers: readonly GeoPackageLayer[],
  { srs = 25832, sql = "" }: { srs?: number; sql?: string } = {},
): string {
  const database = new Database(path);
  database.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,
      organization_coordsys_id integer, definition text);
    insert into gpkg_spatial_ref_sys values ('ETRS89 / UTM 32N', ${srs}, 'EPSG', ${srs}, 'undefined');
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer,
      z tinyint, m tinyint);`);
  for (const { name, columns, rows } of layers) {
    const names = Object.keys(columns);
    database.exec(
      `create table "${name}" (OBJECTID integer primary key, SHAPE blob, ${names.map((n) => `"${n}" ${columns[n]}`).join(", ")})`,
    );
    database.prepare("insert into gpkg_contents values (?, 'features', ?, ?)").run(name, name, srs);
    database
      .prepare("insert into gpkg_geometry_columns values (?, 'SHAPE', 'GEOMETRY', ?, 0, 0)")
      .run(name, srs);
    const insert = database.prepare(
      `insert into "${name}" (SHAPE, ${names.map((n) => `"${n}"`).join(", ")}) values (?${", ?".repeat(names.length)})`,
    );
    for (const { values, geometry } of rows) {
      const blob = geometry && Buffer.concat([Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]), wkb(geometry)]);
      insert.run(blob, ...values);
    }
  }
  if (sql) database.exec(sql);
  database.close();
  return path;
}
