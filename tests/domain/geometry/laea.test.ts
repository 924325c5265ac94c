import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { fromLaea, toLaea } from "#domain/geometry/laea.ts";

const definition = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs";
const germany = {
  longitude: fc.double({ min: 5, max: 16, noNaN: true }),
  latitude: fc.double({ min: 47, max: 56, noNaN: true }),
};

describe("ETRS89 / LAEA Europe", () => {
  it("agrees with the worked example of EPSG Guidance Note 7-2", () => {
    const [east, north] = toLaea(5, 50);
    expect(east).toBeCloseTo(3_962_799.45, 2);
    expect(north).toBeCloseTo(2_999_718.85, 2);
  });

  it("has its false origin at 10° E, 52° N", () => {
    expect(fromLaea(4_321_000, 3_210_000)).toEqual([10, 52]);
    expect(toLaea(10, 52)).toEqual([4_321_000, 3_210_000]);
  });

  it("agrees with proj4 to a millimetre all over Germany, there and back", () => {
    fc.assert(
      fc.property(germany.longitude, germany.latitude, (longitude, latitude) => {
        const [east, north] = toLaea(longitude, latitude);
        const [otherEast, otherNorth] = proj4(definition, [longitude, latitude]) as [number, number];
        expect(Math.hypot(east - otherEast, north - otherNorth)).toBeLessThan(0.001);
        const [backLongitude, backLatitude] = fromLaea(east, north);
        expect(Math.abs(backLongitude - longitude)).toBeLessThan(1e-8);
        expect(Math.abs(backLatitude - latitude)).toBeLessThan(1e-8);
      }),
    );
  });
});
