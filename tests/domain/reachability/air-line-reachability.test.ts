import { distance } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { UnknownSpeedError } from "#domain/reachability/cost-measure.ts";
import { makeReachability } from "#domain/reachability/make-reachability.ts";
import { unreached } from "#domain/reachability/reachability.ts";
import { adult, anyPlace, cellsAt, type Metres, placeAt, town } from "../network/towns.ts";

const cells: Metres[] = [
  [0, 0],
  [100, 0],
  [0, 9000],
  [12_000, 15_000],
];
const ways = makeReachability({ network: null, grid: cellsAt(cells), profile: adult, measure: "metres" });

describe("ways as lengthened air lines", () => {
  it("are 1.3 times the distance on the ellipsoid", () => {
    const { costs } = ways.reach(placeAt(0, 0), unreached - 1);
    const from = placeAt(0, 0);
    cells.forEach((cell, at) => {
      const to = placeAt(...cell);
      const metres = distanceInMeters([from.longitude, from.latitude], [to.longitude, to.latitude]);
      expect(costs[at]! / 1000).toBeCloseTo(1.3 * metres, 0);
    });
  });

  it("agree with the great circle to half a percent", () => {
    const [from, to] = [placeAt(0, 0), placeAt(12_000, 15_000)];
    const great = distance([from.longitude, from.latitude], [to.longitude, to.latitude], { units: "meters" });
    expect(ways.between(from, to) / 1300 / great).toBeCloseTo(1, 2);
  });

  it("have a nearest place as the cheapest of all, and change as a new one would", () => {
    fc.assert(
      fc.property(
        fc.array(anyPlace, { minLength: 1, maxLength: 5 }),
        anyPlace,
        fc.integer({ min: 0, max: 300_000 }),
        (places, extra, limit) => {
          const grid = cellsAt(places.map(([east, north]) => [east + 7, north - 11] as const));
          const local = makeReachability({ network: null, grid, profile: adult, measure: "metres" });
          const all = places.map((place) => placeAt(...place));
          const before = local.nearest(all);
          const single = all.map((place) => local.reach(place, unreached - 1).costs);
          before.costs.forEach((cost, cell) => {
            expect(cost).toBe(Math.min(...single.map((costs) => costs[cell]!)));
          });
          const after = local.nearest([...all, placeAt(...extra)]).costs;
          const changed = before.costs.slice();
          const change = local.change(placeAt(...extra), { limit, before });
          change.cells.forEach((cell, at) => {
            changed[cell] = Math.min(changed[cell]!, change.costs[at]!);
          });
          expect([...changed]).toEqual([...after]);
        },
      ),
    );
  });

  it("name themselves, and meet no street", () => {
    expect(ways.method).toBe("air-line");
    expect(ways.snap(placeAt(0, 0))).toBeNull();
  });
});

describe("minutes", () => {
  it("are refused for a profile nobody has agreed a speed for", () => {
    const profile = { ...adult, speedMmPerSecond: null };
    const make = (network: ReturnType<typeof town> | null) => () =>
      makeReachability({ network, grid: cellsAt(cells), profile, measure: "minutes" });
    expect(make(null)).toThrow(UnknownSpeedError);
    expect(
      make(
        town([
          {
            points: [
              [0, 0],
              [1, 0],
            ],
          },
        ]),
      ),
    ).toThrow(UnknownSpeedError);
  });
});
