import { describe, expect, it } from "vitest";
import { readGeoJson } from "../../../../server/datasets/formats/geojson.ts";
import { importLimits } from "../../../../server/datasets/limits.ts";

const read = (content: unknown, limits = importLimits) =>
  readGeoJson(Buffer.from(typeof content === "string" ? content : JSON.stringify(content)), limits);
const point = { type: "Point", coordinates: [9, 48] };

describe("a GeoJSON file", () => {
  it("G-07 is read with features that lack properties, geometry or everything", () => {
    const features = [
      { type: "Feature", geometry: point },
      { type: "Feature", properties: null, geometry: null },
      null,
      7,
    ];
    const { rows, columns } = read({ type: "FeatureCollection", features });
    expect(columns).toEqual([]);
    expect(rows.map(({ number, geometry }) => [number, geometry])).toEqual([
      [1, point],
      [2, undefined],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it("has the columns of all its features, ids included, and nested values as text", () => {
    const features = [
      { type: "Feature", id: 7, properties: { a: 1, tags: ["x"] }, geometry: point },
      { type: "Feature", id: 8, properties: { b: " y ", id: "own", leer: "" }, geometry: point },
    ];
    const { rows, columns } = read({ type: "FeatureCollection", features });
    expect(columns).toEqual(["a", "tags", "id", "b", "leer"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [1, '["x"]', 7, null, null],
      [null, null, "own", "y", null],
    ]);
  });

  it.each([
    ["a feature", { type: "Feature", properties: {}, geometry: point }],
    ["a geometry", point],
    ["an array of features", [{ type: "Feature", geometry: point }]],
  ])("may be %s alone", (_, document) => {
    expect(read(document).rows.map(({ geometry }) => geometry)).toEqual([point]);
  });

  it("names the coordinate system of its crs member", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } };
    expect(read({ type: "FeatureCollection", crs, features: [] }).crs).toBe("urn:ogc:def:crs:EPSG::25832");
    expect(read({ type: "FeatureCollection", features: [] }).crs).toBeUndefined();
  });

  it("I-06 with a property called __proto__ has a column of that name and changes nothing else", () => {
    const { rows, columns } = read(
      '{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":"c"},"geometry":null}',
    );
    expect(columns).toEqual(["__proto__", "constructor"]);
    expect(rows[0]!.cells).toEqual(['{"x":1}', "c"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("G-09 with properties nested 100 000 deep is read without them", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const { rows } = read(`{"type":"Feature","properties":{"a":${deep},"b":1},"geometry":null}`);
    expect(rows[0]!.cells[1]).toBe(1);
  });

  it("beyond the limit of features, or cut off, is refused", () => {
    const features = [1, 2, 3].map(() => ({ type: "Feature", geometry: point }));
    const limits = { ...importLimits, features: 2 };
    expect(() => read({ type: "FeatureCollection", features }, limits)).toThrow("mehr als 2 Objekte");
    expect(() => read('{"type":"FeatureCollection","features":[')).toThrow("kein gültiges JSON");
  });
});
