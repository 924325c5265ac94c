import { join } from "node:path";
import type { Polygon } from "geojson";
import { afterAll, describe, expect, it } from "vitest";
import { readTable } from "../../../../server/datasets/formats/read-table.ts";
import { readWkb } from "../../../../server/datasets/formats/wkb.ts";
import { importLimits } from "../../../../server/datasets/limits.ts";
import { type GeoPackageLayer, temporaryFolder, writeGeoPackage } from "../files.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const square: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [513000, 5402000],
      [514000, 5402000],
      [514000, 5403000],
      [513000, 5403000],
      [513000, 5402000],
    ],
  ],
};
const districts: GeoPackageLayer = {
  name: "BEZIRKE",
  columns: { NR: "TEXT", NAME: "TEXT", EW: "INTEGER" },
  rows: [
    { values: ["01", "Mitte", 23723], geometry: square },
    {
      values: ["02", " Münster ", null],
      geometry: { type: "MultiPolygon", coordinates: [square.coordinates] },
    },
    { values: ["03", "", 0], geometry: null },
  ],
};
let count = 0;
const geoPackage = (layers: readonly GeoPackageLayer[], options = {}) =>
  writeGeoPackage(join(folder.path, `${++count}.gpkg`), layers, options);

describe("a GeoPackage", () => {
  it("is read with columns, shapes and its coordinate system", async () => {
    const table = await readTable(geoPackage([districts]));
    expect(table).toMatchObject({
      format: "geopackage",
      layer: "BEZIRKE",
      crs: "EPSG:25832",
      hasGeometry: true,
    });
    expect(table.columns).toEqual(["OBJECTID", "NR", "NAME", "EW"]);
    expect(table.rows).toEqual([
      { number: 1, cells: [1, "01", "Mitte", 23723], geometry: square },
      {
        number: 2,
        cells: [2, "02", "Münster", null],
        geometry: { type: "MultiPolygon", coordinates: [square.coordinates] },
      },
      { number: 3, cells: [3, "03", null, 0], geometry: undefined },
    ]);
  });

  it("with several layers asks which, finds it whatever its case, and names those there are", async () => {
    const path = geoPackage([districts, { ...districts, name: "STADTTEILE" }]);
    await expect(readTable(path)).rejects.toThrow("mehrere Ebenen (BEZIRKE, STADTTEILE); bitte mit --layer");
    expect((await readTable(path, { layer: "stadtteile" })).layer).toBe("STADTTEILE");
    await expect(readTable(path, { layer: "X" })).rejects.toThrow(
      "„X“ gibt es nicht; vorhanden: BEZIRKE, STADTTEILE",
    );
  });

  it("I-24 is read without its views, virtual tables and triggers", async () => {
    const sql = `
      create view lockvogel as select * from BEZIRKE;
      insert into gpkg_contents values ('lockvogel', 'features', 'lockvogel', 25832);
      create virtual table suche using fts5(NAME);
      insert into gpkg_contents values ('suche', 'attributes', 'suche', 25832);
      create trigger falle after insert on BEZIRKE begin delete from BEZIRKE; end;`;
    const path = geoPackage([districts], { sql });
    const table = await readTable(path);
    expect(table.layer).toBe("BEZIRKE");
    expect(table.rows).toHaveLength(3);
    expect(table.ignored).toEqual(["lockvogel", "suche"]);
    await expect(readTable(path, { layer: "lockvogel" })).rejects.toThrow("gibt es nicht");
  });

  it("I-24 whose contents list is itself a view is refused", async () => {
    const sql = "alter table gpkg_contents rename to echt; create view gpkg_contents as select * from echt;";
    await expect(readTable(geoPackage([districts], { sql }))).rejects.toThrow("ohne Tabelle gpkg_contents");
  });

  it("I-24 that eats memory through a computed column ends its own process only", async () => {
    const sql = "alter table BEZIRKE add column BOMBE text as (hex(zeroblob(400000000)))";
    await expect(readTable(geoPackage([districts], { sql }))).rejects.toThrow("beschädigt");
  });

  it("I-24 that takes too long is ended", async () => {
    const limits = { ...importLimits, readerSeconds: 0.001 };
    await expect(readTable(geoPackage([districts]), { limits })).rejects.toThrow("abgebrochen");
  });

  it("that is damaged or another kind of database is refused", async () => {
    const header = "SQLite format 3\0";
    await expect(readTable(folder.write(`${header}${"x".repeat(2000)}`))).rejects.toThrow("beschädigt");
  });

  it("with more features than the limit is refused", async () => {
    const limits = { ...importLimits, features: 2 };
    await expect(readTable(geoPackage([districts]), { limits })).rejects.toThrow("mehr als 2 Objekte");
  });
});

describe("well-known binary", () => {
  const bytes = (...parts: (number[] | Float64Array)[]) =>
    Buffer.concat(
      parts.map((part) => (part instanceof Float64Array ? Buffer.from(part.buffer) : Buffer.from(part))),
    );

  it("is read in two dimensions from ISO and extended headers with heights", () => {
    const iso = bytes([1, 0xe9, 0x03, 0, 0], new Float64Array([9, 48, 245]));
    const extended = bytes([1, 1, 0, 0, 0xa0, 0xe6, 0x10, 0, 0], new Float64Array([9, 48, 245]));
    expect(readWkb(iso)).toEqual({ type: "Point", coordinates: [9, 48] });
    expect(readWkb(extended)).toEqual({ type: "Point", coordinates: [9, 48] });
  });

  it("that promises more than it holds ends in a RangeError and not in memory", () => {
    expect(() => readWkb(bytes([1, 2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]))).toThrow(RangeError);
    expect(() => readWkb(bytes([1, 6, 0, 0, 0, 0xff, 0xff, 0xff, 0x0f]))).toThrow(RangeError);
    expect(() => readWkb(bytes([1]))).toThrow(RangeError);
  });

  it("keeps kinds GeoJSON does not know by their number, to be refused by name", () => {
    expect(readWkb(bytes([1, 10, 0, 0, 0])).type).toBe("WKB 10");
    expect(readWkb(bytes([1, 7, 0, 0, 0])).type).toBe("GeometryCollection");
  });
});
