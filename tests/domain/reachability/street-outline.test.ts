import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import { areaInSquareMeters, distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { makeReachability } from "#domain/reachability/make-reachability.ts";
import { adult, anyPlace, anyTown, cellsAt, type Metres, placeAt, town } from "../network/towns.ts";

const position = (metres: Metres) => {
  const { longitude, latitude } = placeAt(...metres);
  return [longitude, latitude];
};
const limits = fc.integer({ min: 0, max: 900_000 });

describe("the outline of a catchment", () => {
  it("is a valid area after RFC 7946", () => {
    fc.assert(
      fc.property(anyTown, anyPlace, limits, (network, place, limit) => {
        const ways = makeReachability({ network, grid: cellsAt([]), profile: adult, measure: "metres" });
        const outline = ways.outline(placeAt(...place), limit);
        const parsed = parseGeometry(outline, { vertices: 100_000 });
        if (outline.coordinates.length === 0) return;
        expect(parsed.kind === "refused" ? parsed.problems : parsed.notes).toEqual([]);
      }),
    );
  });

  it("holds every place on a street whose way is within the limit", () => {
    fc.assert(
      fc.property(
        anyTown,
        anyPlace,
        fc.array(anyPlace, { minLength: 20, maxLength: 20 }),
        limits,
        (network, place, others, limit) => {
          const ways = makeReachability({
            network,
            grid: cellsAt(others),
            profile: adult,
            measure: "metres",
          });
          const outline = ways.outline(placeAt(...place), limit);
          for (const cell of ways.reach(placeAt(...place), limit).cells) {
            const snapped = ways.snap(placeAt(...others[cell]!))!.place;
            expect(containsPoint(outline, [snapped.longitude, snapped.latitude])).toBe(true);
          }
        },
      ),
    );
  });

  it("ends where the streets reached do, not at a circle", () => {
    const street = town([
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
      },
    ]);
    const ways = makeReachability({ network: street, grid: cellsAt([]), profile: adult, measure: "metres" });
    const outline = ways.outline(placeAt(500, 0), 300_000);
    expect(containsPoint(outline, position([790, 0]))).toBe(true);
    expect(containsPoint(outline, position([500, 35]))).toBe(true);
    expect(containsPoint(outline, position([860, 0]))).toBe(false);
    expect(containsPoint(outline, position([500, 60]))).toBe(false);
    // 600 m of street, 40 m to either side, half a circle at both ends.
    expect(areaInSquareMeters(outline) / (600 * 80 + Math.PI * 40 ** 2)).toBeCloseTo(1, 1);
  });

  it("leaves a gap where a large block has no street inside, and fills a small one", () => {
    const block = (size: number) =>
      town([
        {
          points: [
            [0, 0],
            [size, 0],
            [size, size],
            [0, size],
            [0, 0],
          ],
        },
      ]);
    const around = (size: number) =>
      makeReachability({
        network: block(size),
        grid: cellsAt([]),
        profile: adult,
        measure: "metres",
      }).outline(placeAt(0, 0), 4_000_000);
    expect(containsPoint(around(200), position([100, 100]))).toBe(true);
    expect(containsPoint(around(600), position([300, 300]))).toBe(false);
  });

  it("is empty far from any street", () => {
    const street = town([
      {
        points: [
          [0, 0],
          [100, 0],
        ],
      },
    ]);
    const ways = makeReachability({
      network: street,
      grid: cellsAt([[0, 700]]),
      profile: adult,
      measure: "metres",
    });
    expect(ways.outline(placeAt(0, 700), 2_000_000).coordinates).toEqual([]);
    expect(ways.snap(placeAt(0, 700))).toBeNull();
    expect(ways.reach(placeAt(0, 0), 2_000_000).cells).toHaveLength(0);
  });

  it("is a circle of the shortened limit where ways are air lines", () => {
    const ways = makeReachability({
      network: null,
      grid: cellsAt([[0, 0]]),
      profile: adult,
      measure: "minutes",
    });
    const outline = ways.outline(placeAt(0, 0), 600_000);
    const radius = (600 * 1.3) / 1.3;
    expect(parseGeometry(outline, { vertices: 1000 }).kind).toBe("ok");
    for (const corner of outline.coordinates[0]![0]!) {
      expect(distanceInMeters(position([0, 0]), corner)).toBeCloseTo(radius, 0);
    }
  });
});
