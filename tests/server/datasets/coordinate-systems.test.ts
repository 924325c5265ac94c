import { describe, expect, it } from "vitest";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { convertPositions, coordinateSystem, toWgs84 } from "../../../server/datasets/coordinate-systems.ts";

const markt: [number, number] = [9.18, 48.7758];

describe("a coordinate system", () => {
  it("I-19 EPSG:31467 lands within 2 m of the place", () => {
    const place = toWgs84("EPSG:31467")(3513305, 5404271);
    expect(distanceInMeters(place, markt)).toBeLessThan(2);
  });

  it.each([
    ["EPSG:25832", 513224, 5402548],
    ["EPSG:3857", 1021912.9, 6236904.6],
  ] as const)("%s lands within 5 m of the same place", (system, x, y) => {
    expect(distanceInMeters(toWgs84(system)(x, y), markt)).toBeLessThan(5);
  });

  it.each([
    ["4326", "EPSG:4326"],
    ["EPSG:25832", "EPSG:25832"],
    ["urn:ogc:def:crs:EPSG::25832", "EPSG:25832"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ['PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989"]]', "EPSG:25832"],
    [
      'PROJCS["ETRS89 / UTM zone 32N",GEOGCS["ETRS89",AUTHORITY["EPSG","4258"]],AUTHORITY["EPSG","25832"]]',
      "EPSG:25832",
    ],
    ['PROJCS["DHDN_3_Degree_Gauss_Zone_3",GEOGCS["GCS_Deutsches_Hauptdreiecksnetz"]]', "EPSG:31467"],
    ['PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"]]', "EPSG:3857"],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', "EPSG:4326"],
  ])("is recognised in %j", (text, expected) => {
    expect(coordinateSystem(text)).toBe(expected);
  });

  it("that is not read is refused by its name", () => {
    expect(() => coordinateSystem("EPSG:2056")).toThrow("„EPSG:2056“ wird nicht gelesen");
    expect(() => coordinateSystem('PROJCS["CH1903+_LV95"]')).toThrow("wird nicht gelesen");
  });

  it("is converted at any depth of nesting without using the stack", () => {
    const deep = { coordinates: JSON.parse(`${"[".repeat(20_000)}1,2${"]".repeat(20_000)}`) as unknown };
    convertPositions(deep, () => [7, 8]);
    let inner = deep.coordinates;
    while (Array.isArray(inner) && Array.isArray(inner[0])) [inner] = inner as unknown[];
    expect(inner).toEqual([7, 8]);
  });
});
