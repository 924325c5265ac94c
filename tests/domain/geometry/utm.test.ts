import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { fromUtm32, toUtm32 } from "#domain/geometry/utm.ts";

const definition =
  "+proj=etmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs";
const { forward, inverse } = proj4("WGS84", definition);
const places: [number, number][] = [
  [9.1829, 48.7758],
  [9, 48],
  [6.1, 49.75],
  [14.9, 51.1],
  [8.3, 54.9],
  [10.25, 47.4],
];

describe("toUtm32", () => {
  for (const [longitude, latitude] of places) {
    it(`agrees with PROJ's formulas to a tenth of a millimetre at ${longitude}, ${latitude}`, () => {
      const [east, north] = toUtm32(longitude, latitude);
      const [expectedEast, expectedNorth] = forward([longitude, latitude]) as [number, number];
      expect(Math.abs(east - expectedEast)).toBeLessThan(1e-4);
      expect(Math.abs(north - expectedNorth)).toBeLessThan(1e-4);
    });
  }

  it("puts the central meridian at 500 km and shortens it by 4 in 10 000", () => {
    expect(toUtm32(9, 0)).toEqual([500_000, 0]);
    // A quarter of the meridian of GRS 80 is 10 001 965.7293 m long.
    expect(toUtm32(9, 90 - 1e-12)[1]).toBeCloseTo(0.9996 * 10_001_965.7293, 3);
  });
});

describe("fromUtm32", () => {
  for (const [longitude, latitude] of places) {
    it(`leads back to ${longitude}, ${latitude}`, () => {
      const [backLongitude, backLatitude] = fromUtm32(...toUtm32(longitude, latitude));
      expect(backLongitude).toBeCloseTo(longitude, 11);
      expect(backLatitude).toBeCloseTo(latitude, 11);
    });
  }

  it("agrees with PROJ's formulas", () => {
    const [longitude, latitude] = fromUtm32(513_420, 5_402_750);
    const [expectedLongitude, expectedLatitude] = inverse([513_420, 5_402_750]) as [number, number];
    expect(longitude).toBeCloseTo(expectedLongitude, 9);
    expect(latitude).toBeCloseTo(expectedLatitude, 9);
  });
});
