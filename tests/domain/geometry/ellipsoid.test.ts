import type { Position } from "geojson";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { areaInSquareMeters, distanceInMeters, lengthInMeters } from "#domain/geometry/ellipsoid.ts";

const utm32 = "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs";
const toDegrees = (position: Position) => proj4(utm32, "EPSG:4326", position) as Position;
/** UTM is drawn smaller by its scale factor: about 0.9996 near the central meridian. */
const utmScale = 0.9996;

describe("measures on the ellipsoid", () => {
  it("G-11 give 1 km² ± 0.2 % for a square of 1 km at 48.77° N", () => {
    const [x, y] = proj4("EPSG:4326", utm32, [9.18, 48.77]) as [number, number];
    const side = 1000 * utmScale;
    const corners = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ];
    const coordinates = [corners.map(toDegrees)];
    expect(areaInSquareMeters({ type: "Polygon", coordinates })).toBeCloseTo(1_000_000, -3.2);
    expect(lengthInMeters({ type: "Polygon", coordinates })).toBeCloseTo(4_000, 0);
  });

  it("subtract holes and add parts", () => {
    const ring = (size: number): Position[] => [
      [9, 48],
      [9 + size, 48],
      [9 + size, 48 + size],
      [9, 48 + size],
      [9, 48],
    ];
    const whole = areaInSquareMeters({ type: "Polygon", coordinates: [ring(0.1)] });
    const hole = areaInSquareMeters({ type: "Polygon", coordinates: [ring(0.05)] });
    expect(areaInSquareMeters({ type: "Polygon", coordinates: [ring(0.1), ring(0.05)] })).toBeCloseTo(
      whole - hole,
      3,
    );
    expect(
      areaInSquareMeters({ type: "MultiPolygon", coordinates: [[ring(0.1)], [ring(0.05)]] }),
    ).toBeCloseTo(whole + hole, 3);
  });

  it("give a degree of the meridian from 48° to 49° as 111.2 km and one of the parallel at 48.77° as 73.5 km", () => {
    // Length of the meridian arc on GRS 80 from 48° to 49°: 111 200.2 m; parallel: a cos φ / √(1 − e² sin² φ) · π/180.
    expect(distanceInMeters([9, 48], [9, 49])).toBeCloseTo(111_200, -1.3);
    expect(distanceInMeters([9, 48.77], [10, 48.77])).toBeCloseTo(73_504, -1.3);
  });

  it("are nothing for points", () => {
    expect(areaInSquareMeters({ type: "Point", coordinates: [9, 48] })).toBe(0);
    expect(lengthInMeters({ type: "Point", coordinates: [9, 48] })).toBe(0);
  });
});
