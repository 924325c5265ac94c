import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlaceService } from "#domain/placement/place-service.ts";
import type { PlacesProblem } from "#domain/placement/places.ts";

const unserved = 900;

const anyProblem: fc.Arbitrary<PlacesProblem> = fc
  .record({
    demand: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
    sites: fc.integer({ min: 2, max: 6 }),
  })
  .chain(({ demand, sites }) =>
    fc
      .array(
        fc.record({
          capacity: fc.integer({ min: 0, max: 25 }),
          costs: fc.array(fc.option(fc.integer({ min: 0, max: unserved - 1 })), {
            minLength: demand.length,
            maxLength: demand.length,
          }),
        }),
        { minLength: sites, maxLength: sites },
      )
      .map((drawn) => ({
        demand: Float64Array.from(demand),
        unservedCosts: new Float64Array(demand.length).fill(unserved),
        sites: drawn.map(({ capacity, costs }) => ({
          capacity,
          cells: costs.flatMap((cost, cell) => (cost === null ? [] : [cell])),
          costs: costs.filter((cost) => cost !== null),
        })),
        existing: [],
        usable: [],
      })),
  );

/** The cheapest service by trying, for one unit of demand after the other, every site with room. */
function cheapest({ demand, sites }: PlacesProblem, open: readonly number[]): number {
  const units = Array.from(demand, (amount, cell) => new Array<number>(amount).fill(cell)).flat();
  const known = new Map<string, number>();
  const from = (unit: number, free: readonly number[]): number => {
    const cell = units[unit];
    if (cell === undefined) return 0;
    const key = `${unit}:${free.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let least = unserved + from(unit + 1, free);
    open.forEach((site, position) => {
      const k = Array.from(sites[site]!.cells).indexOf(cell);
      if (k < 0 || free[position] === 0) return;
      const rest = free.with(position, free[position]! - 1);
      least = Math.min(least, sites[site]!.costs[k]! + from(unit + 1, rest));
    });
    known.set(key, least);
    return least;
  };
  return from(
    0,
    open.map((site) => Math.min(sites[site]!.capacity, units.length)),
  );
}

const serviceOf = (problem: PlacesProblem, open: readonly number[]) => new PlaceService(problem, open);

describe("places are given out", () => {
  it("at the least cost there is", () => {
    const small = anyProblem.filter(({ demand }) => demand.reduce((a, b) => a + b, 0) <= 14);
    fc.assert(
      fc.property(small, (problem) => {
        const open = problem.sites.slice(0, 3).map((_, site) => site);
        expect(serviceOf(problem, open).cost).toBe(cheapest(problem, open));
      }),
      { numRuns: 150 },
    );
  });

  it("as if from the beginning, whatever opened and closed before", () => {
    fc.assert(
      fc.property(anyProblem, fc.array(fc.nat(), { maxLength: 12 }), (problem, steps) => {
        const service = serviceOf(problem, []);
        const open = new Set<number>();
        for (const step of steps) {
          const site = step % problem.sites.length;
          if (open.delete(site)) service.close(site);
          else {
            open.add(site);
            service.open(site);
          }
          expect(service.cost).toBe(serviceOf(problem, [...open]).cost);
        }
        const served = service.servedDemand();
        for (const site of open) {
          const people = [...service.servedBy(site).values()].reduce((a, b) => a + b, 0);
          expect(people).toBeLessThanOrEqual(problem.sites[site]!.capacity);
          for (const [cell, amount] of service.servedBy(site)) served[cell]! -= amount;
        }
        expect(Array.from(served)).toEqual(new Array(served.length).fill(0));
      }),
      { numRuns: 200 },
    );
  });

  it("in a copy without touching the first", () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const service = serviceOf(problem, [0]);
        const cost = service.cost;
        const copy = service.copy();
        copy.open(1);
        copy.close(0);
        expect(copy.cost).toBe(serviceOf(problem, [1]).cost);
        expect(service.cost).toBe(cost);
        service.open(1);
        expect(service.cost).toBe(serviceOf(problem, [0, 1]).cost);
      }),
    );
  });
});
