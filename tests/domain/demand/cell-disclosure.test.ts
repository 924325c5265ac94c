import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnCells } from "#domain/demand/cell-disclosure.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../cases/cell-disclosure/${name}.json`, import.meta.url), "utf8"));

type Cell = { east: number; north: number; thousandths: number };

/** A grid of these cells, and their people in its order: the grid sorts from south to north, west to east. */
function gridOf(cells: readonly Cell[]) {
  const grid = makePopulationGrid({
    cellSizeM: 100,
    ageGroups: [],
    levels: [],
    places: cells.map(({ east, north }) => ({
      position: { east, north },
      residents: 0,
      counts: [],
      areas: [],
    })),
    protection: { kind: "INVENTED" },
  });
  const sorted = [...cells].sort((a, b) => a.north - b.north || a.east - b.east);
  return { grid, people: Uint32Array.from(sorted, ({ thousandths }) => thousandths) };
}

describe("squares that may be drawn", () => {
  const { grid, people } = gridOf(read("input").cells);
  const expected = read("expected");

  it("are those of the hand-calculated case, with a second square hidden beside a single one", () => {
    expect(drawnCells(grid, people)).toEqual(expected["metres-200"]);
    expect(drawnCells(grid, people, { sizeM: 400 })).toEqual(expected["metres-400"]);
  });

  it("tell the total of the hidden ones only where it reaches the threshold itself", () => {
    expect(drawnCells(grid, people, { threshold: 50 })).toEqual(expected["threshold-50"]);
    expect(drawnCells(grid, people, { threshold: 80 })).toEqual(expected["threshold-80"]);
  });

  it("are made of whole cells: 250 m become 300 m, and nothing becomes finer than the grid", () => {
    expect(drawnCells(grid, people, { sizeM: 250 }).sizeM).toBe(300);
    expect(drawnCells(grid, people, { sizeM: 20 }).sizeM).toBe(100);
  });

  it("also put points of buildings together, which are never drawn themselves", () => {
    const points = makePopulationGrid({
      cellSizeM: null,
      ageGroups: [],
      levels: [],
      // Three buildings of one 200 m square: its corners are known from the case above.
      places: [9.7175, 9.718, 9.7185].map((longitude) => ({
        position: { longitude, latitude: 48.314 },
        residents: 5,
        counts: [],
        areas: [],
      })),
      protection: { kind: "INVENTED" },
    });
    const drawn = drawnCells(points, Uint32Array.of(5000, 5000, 5000));
    expect(drawn).toMatchObject({ people: [15], hiddenCells: 0, hiddenPeople: 0 });
    expect(drawn.corners).toEqual([
      9.717003, 48.313142, 9.719698, 48.313149, 9.719688, 48.314948, 9.716993, 48.314941,
    ]);
  });

  const cells = fc.uniqueArray(
    fc.record({
      east: fc.integer({ min: 0, max: 12 }).map((n) => 4_300_000 + 100 * n),
      north: fc.integer({ min: 0, max: 12 }).map((n) => 2_800_000 + 100 * n),
      thousandths: fc.oneof(fc.constant(0), fc.nat(4000), fc.nat(60_000)),
    }),
    { selector: ({ east, north }) => `${east} ${north}`, maxLength: 60 },
  );
  const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, n) => sum + n, 0);

  it("never hold fewer people than the threshold, and together never more than there are", () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom(100, 200, 400),
        fc.integer({ min: 1, max: 30 }),
        (given, sizeM, threshold) => {
          const { grid, people } = gridOf(given);
          const drawn = drawnCells(grid, people, { sizeM, threshold });
          expect(drawn.people.every((count) => count >= threshold)).toBe(true);
          expect(drawn.corners).toHaveLength(8 * drawn.people.length);
          expect(total(drawn.people) + (drawn.hiddenPeople ?? 0)).toBeLessThanOrEqual(total(people) / 1000);
          if (drawn.hiddenPeople === null) expect(drawn.people).toEqual([]);
          else expect(drawn.hiddenPeople === 0 || drawn.hiddenPeople >= threshold).toBe(true);
        },
      ),
    );
  });

  it("taken away from the total never leave a single square, nor fewer people than the threshold", () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 30 }), (given, threshold) => {
        const { grid, people } = gridOf(given);
        const drawn = drawnCells(grid, people, { threshold });
        fc.pre(drawn.people.length > 0 && drawn.hiddenCells > 0);
        expect(drawn.hiddenCells).toBeGreaterThan(1);
        const left = total(people) / 1000 - total(drawn.people);
        expect(left).toBeGreaterThanOrEqual(threshold);
      }),
    );
  });
});
