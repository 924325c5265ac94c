import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unreached } from "#domain/reachability/reachability.ts";
import { WayDistribution } from "#domain/supply/way-distribution.ts";
import { slowFigures } from "../analysis/slow-site.ts";

const anyCost = fc.oneof(
  fc.integer({ min: 0, max: 900_000 }),
  fc.constantFrom(300_000, 30_000_000, unreached),
);
const anyCell = fc.record({
  weight: fc.integer({ min: 0, max: 5000 }),
  cost: anyCost,
  group: fc.integer({ min: -1, max: 1 }),
});
const anyCells = fc.array(anyCell, { minLength: 1, maxLength: 25 });
const anyMoves = fc.array(fc.tuple(fc.nat(), anyCost), { maxLength: 12 });
const limit = 300_000;

function distributionOf(
  cells: readonly { weight: number; cost: number; group: number }[],
  measure: "metres" | "minutes",
) {
  return new WayDistribution({
    weights: Uint32Array.from(cells, ({ weight }) => weight),
    costs: Uint32Array.from(cells, ({ cost }) => cost),
    groupOf: Int32Array.from(cells, ({ group }) => group),
    groupCount: 2,
    ...{ limit, measure },
  });
}

describe("ways of people", () => {
  it("have the figures of laying all people in a row, after any moves, in metres and in minutes", () => {
    const measures = fc.constantFrom("metres" as const, "minutes" as const);
    fc.assert(
      fc.property(anyCells, anyMoves, measures, (start, moves, measure) => {
        const cells = start.map((cell) => ({ ...cell }));
        const ways = distributionOf(cells, measure);
        const check = () => {
          for (const group of [0, 1, ways.city]) {
            const own = cells.filter((cell) => group === ways.city || cell.group === group);
            expect(ways.figures(group)).toEqual(slowFigures(own, { limit, measure }));
          }
        };
        check();
        for (const [index, cost] of moves) {
          const cell = cells[index % cells.length]!;
          ways.move(ways.city, cell.weight, cell.cost, cost);
          if (cell.group >= 0) ways.move(cell.group, cell.weight, cell.cost, cost);
          cell.cost = cost;
          check();
        }
      }),
    );
  });
});
