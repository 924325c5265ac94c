import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streetFinder } from "#domain/network/street-finder.ts";
import { streetGraph } from "#domain/network/street-graph.ts";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import { makeReachability } from "#domain/reachability/make-reachability.ts";
import { unreached } from "#domain/reachability/reachability.ts";
import { slowCosts, slowDistance } from "../network/slow-ways.ts";
import { adult, anyPlace, anyTown, cellsAt, type Metres, placeAt } from "../network/towns.ts";

const anyPlaces = fc.array(anyPlace, { minLength: 1, maxLength: 6 });
const anyCells = fc.array(anyPlace, { minLength: 1, maxLength: 30 });
const placesAt = (places: readonly Metres[]) => places.map(([east, north]) => placeAt(east, north));

function ways(network: WalkingNetwork, cells: readonly Metres[], measure: "metres" | "minutes" = "metres") {
  return makeReachability({ network, grid: cellsAt(cells), profile: adult, measure });
}

/** Way between two places by a slow, obviously right method. */
function slowWay(network: WalkingNetwork, from: Metres, to: Metres): number {
  const graph = streetGraph(network, adult, (mm) => mm);
  const find = streetFinder(graph);
  const [a, b] = [from, to].map((metres) => {
    const { longitude, latitude } = cellsAt([metres]);
    return find(longitude[0]!, latitude[0]!)!;
  });
  const end = (position: typeof a, node: "from" | "to") =>
    position!.distanceMm +
    (node === "from" ? position!.alongMm : network.length[position!.edge]! - position!.alongMm);
  const best = (["from", "to"] as const).flatMap((out) => {
    const costs = slowCosts(graph, new Map([[network[out][a!.edge]!, end(a, out)]]));
    return (["from", "to"] as const).map((into) => costs[network[into][b!.edge]!]! + end(b, into));
  });
  const direct = Math.abs(a!.alongMm - b!.alongMm) + a!.distanceMm + b!.distanceMm;
  return Math.min(...best, a!.edge === b!.edge ? direct : unreached);
}

describe("ways on the network", () => {
  it("are as long as a slow, obviously right search says", () => {
    fc.assert(
      fc.property(anyTown, anyPlace, anyCells, (network, place, cells) => {
        const reached = ways(network, cells).reach(placeAt(...place), unreached - 1);
        const expected = cells.map((cell) => slowWay(network, place, cell));
        expect([...reached.costs]).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("start at the nearest usable street", () => {
    fc.assert(
      fc.property(anyTown, anyPlace, (network, place) => {
        const graph = streetGraph(network, adult, (mm) => mm);
        const { longitude, latitude } = cellsAt([place]);
        const found = streetFinder(graph)(longitude[0]!, latitude[0]!);
        expect(found?.distanceMm).toBeCloseTo(slowDistance(graph, longitude[0]!, latitude[0]!), -1);
      }),
    );
  });

  it("are the same there and back", () => {
    fc.assert(
      fc.property(anyTown, anyPlace, anyPlace, (network, a, b) => {
        const reachability = ways(network, [a, b], "minutes");
        const [from, to] = [placeAt(...a), placeAt(...b)];
        const there = reachability.between(from, to);
        expect(reachability.between(to, from)).toBe(there);
        expect(reachability.reach(from, unreached - 1).costs[1]).toBe(there);
      }),
    );
  });

  it("reach within a limit exactly the cells whose way is no longer", () => {
    fc.assert(
      fc.property(
        anyTown,
        anyPlace,
        anyCells,
        fc.integer({ min: 0, max: 900_000 }),
        (network, place, cells, limit) => {
          const reachability = ways(network, cells);
          const all = reachability.reach(placeAt(...place), unreached - 1);
          const within = reachability.reach(placeAt(...place), limit);
          const expected = [...all.cells].filter((_, at) => all.costs[at]! <= limit);
          expect([...within.cells]).toEqual(expected);
          expect([...within.costs]).toEqual([...all.costs].filter((cost) => cost <= limit));
        },
      ),
    );
  });
});

describe("the nearest place", () => {
  it("is the cheapest of the ways from each place, a tie the earlier one", () => {
    fc.assert(
      fc.property(anyTown, anyPlaces, anyCells, (network, places, cells) => {
        const reachability = ways(network, cells);
        const { costs, nearest } = reachability.nearest(placesAt(places));
        const single = placesAt(places).map((place) => reachability.reach(place, unreached - 1).costs);
        const expected = cells.map((_, cell) => Math.min(...single.map((one) => one[cell]!)));
        expect([...costs]).toEqual(expected);
        expect([...nearest]).toEqual(
          expected.map((cost, cell) => single.findIndex((one) => one[cell] === cost)),
        );
      }),
    );
  });

  it("is never farther with one place more", () => {
    fc.assert(
      fc.property(anyTown, anyPlaces, anyPlace, anyCells, (network, places, extra, cells) => {
        const reachability = ways(network, cells);
        const before = reachability.nearest(placesAt(places)).costs;
        const after = reachability.nearest(placesAt([...places, extra])).costs;
        expect(after.every((cost, cell) => cost <= before[cell]!)).toBe(true);
      }),
    );
  });

  it("changes with one place more exactly as `change` says", () => {
    fc.assert(
      fc.property(
        anyTown,
        anyPlaces,
        anyPlace,
        anyCells,
        fc.integer({ min: 0, max: 500_000 }),
        (network, places, extra, cells, limit) => {
          const reachability = ways(network, cells);
          const before = reachability.nearest(placesAt(places));
          const after = reachability.nearest(placesAt([...places, extra]));
          const place = placeAt(...extra);
          const change = reachability.change(place, { limit, before });
          const all = reachability.reach(place, unreached - 1);
          const expected = [...all.cells].filter(
            (cell, at) => all.costs[at]! <= limit || all.costs[at]! < before.costs[cell]!,
          );
          expect([...change.cells]).toEqual(expected);
          const changed = before.costs.slice();
          change.cells.forEach((cell, at) => {
            changed[cell] = Math.min(changed[cell]!, change.costs[at]!);
          });
          expect([...changed]).toEqual([...after.costs]);
        },
      ),
    );
  });
});
