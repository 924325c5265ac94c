import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCell, type CellSet, countCells, emptyCellSet, hasCell } from "#domain/demand/cell-set.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import type { PopulationGrid } from "#domain/demand/population-grid.ts";
import { type AnsweredArea, decideArea, figuresOfArea } from "#domain/disclosure/asked-area.ts";

/** Cells in a row, each with people by age group (children, adults, old), and its Stadtteil if it lies in one. */
function gridOf(cells: readonly (readonly [number, number, number])[], subdistricts: readonly number[] = []) {
  return makePopulationGrid({
    cellSizeM: 100,
    ageGroups: [
      { code: "U18", from: 0, to: 18 },
      { code: "18-64", from: 18, to: 65 },
      { code: "65+", from: 65, to: null },
    ],
    levels:
      subdistricts.length > 0
        ? [{ level: "subdistrict", boundaryVersion: "2024", numbers: ["1", "2", "3"] }]
        : [],
    places: cells.map((counts, at) => ({
      position: { east: 4_200_000 + 100 * at, north: 2_800_000 },
      residents: counts.reduce((sum, count) => sum + count, 0),
      counts,
      areas: subdistricts.length > 0 ? [subdistricts[at]!] : [],
    })),
    protection: { kind: "INVENTED" },
  });
}

function areaOf(grid: PopulationGrid, ...cells: number[]): CellSet {
  const set = emptyCellSet(grid);
  for (const cell of cells) addCell(set, cell);
  return set;
}

const withheld = { kind: "withheld" };
const everything = { kind: "answered", hiddenGroups: [] };
const told = (cells: CellSet, ...hiddenGroups: number[]): AnsweredArea => ({ cells, hiddenGroups });

describe("an area is answered", () => {
  it("from 300 residents on", () => {
    const grid = gridOf([
      [100, 100, 99],
      [100, 100, 100],
      [500, 500, 500],
    ]);
    expect(decideArea(grid, areaOf(grid, 0), [])).toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 1), [])).toEqual(everything);
  });

  it("S-07 if no area answered before differs from it by 1 to 9 people, on either side", () => {
    const grid = gridOf([
      [100, 100, 100],
      [3, 3, 3],
      [10, 10, 10],
      [0, 0, 0],
      [50, 50, 50],
      [500, 500, 500],
    ]);
    const before = [told(areaOf(grid, 0, 4))];
    expect(decideArea(grid, areaOf(grid, 0, 4, 1), before)).toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 4, 2), before)).toEqual(everything);
    expect(decideArea(grid, areaOf(grid, 0, 4, 1, 2), before), "39 people more").toEqual(everything);
    expect(decideArea(grid, areaOf(grid, 0, 1), before), "9 more and 150 fewer").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 4), [told(areaOf(grid, 0, 1, 4))]), "9 fewer").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 3, 4), before), "nobody more").toEqual(everything);
  });

  it("if it is no Stadtteil less a few people, nor two and a few more, nor nearly the whole city", () => {
    const grid = gridOf(
      [
        [200, 200, 200],
        [1, 1, 1],
        [200, 200, 200],
        [2, 1, 1],
        [200, 200, 200],
        [3, 3, 3],
      ],
      [0, 0, 1, 2, 2, -1],
    );
    expect(decideArea(grid, areaOf(grid, 0), []), "Stadtteil 1 less 3 people").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 1), []), "Stadtteil 1").toEqual(everything);
    expect(decideArea(grid, areaOf(grid, 0, 1, 2, 3), []), "1 and 2 and 4 people").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 2), []), "1 and 2 less 3 people").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 1, 5), []), "and 9 people outside all").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 1, 2, 3, 4), []), "all but 9 people").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 1, 2, 3, 4, 5), []), "all, 9 of them in none").toEqual(withheld);
  });

  it("if two areas answered before, together or one less the other, do not differ from it by a few people", () => {
    const grid = gridOf([
      [150, 150, 150],
      [200, 200, 200],
      [3, 3, 3],
      [110, 120, 130],
      [500, 500, 500],
    ]);
    const apart = [told(areaOf(grid, 0)), told(areaOf(grid, 1))];
    expect(decideArea(grid, areaOf(grid, 0, 1, 2), apart), "both and 9 people").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 1), apart), "both").toEqual(everything);
    const nested = [told(areaOf(grid, 0, 1, 2)), told(areaOf(grid, 1))];
    expect(decideArea(grid, areaOf(grid, 0), nested), "one less the other and 9").toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0, 3), nested)).toEqual(everything);
  });

  it("with the same age groups when the same cells are asked for again, whatever was told since", () => {
    const grid = gridOf([
      [100, 100, 100],
      [100, 100, 100],
    ]);
    const first = told(areaOf(grid, 0), 0, 2);
    expect(decideArea(grid, areaOf(grid, 0), [first, told(areaOf(grid, 0, 1))])).toEqual({
      kind: "answered",
      hiddenGroups: [0, 2],
    });
  });

  it("no more once very many areas have been answered", () => {
    const grid = gridOf([
      [100, 100, 100],
      [100, 100, 100],
    ]);
    const many = Array.from({ length: 1_000 }, () => told(areaOf(grid, 0)));
    expect(decideArea(grid, areaOf(grid, 1), many.slice(1))).toEqual(everything);
    expect(decideArea(grid, areaOf(grid, 1), many)).toEqual(withheld);
    expect(decideArea(grid, areaOf(grid, 0), many)).toEqual(everything);
  });
});

describe("an age group of an answered area is hidden", () => {
  const rest = [500, 500, 500] as const;

  it("with a second one where it has 1 to 9 people, so that the total does not tell it", () => {
    const grid = gridOf([[4, 296, 30], rest]);
    const cells = areaOf(grid, 0);
    expect(decideArea(grid, cells, [])).toEqual({ kind: "answered", hiddenGroups: [0, 2] });
    expect(figuresOfArea(grid, cells, [0, 2])).toEqual({ residents: 330, ageGroups: [null, 296, null] });
  });

  it("with all others where two together have fewer than ten", () => {
    const grid = gridOf([[4, 3, 300], rest]);
    expect(decideArea(grid, areaOf(grid, 0), [])).toEqual({ kind: "answered", hiddenGroups: [0, 1, 2] });
  });

  it("not where it has nobody", () => {
    const grid = gridOf([[0, 200, 100], rest]);
    expect(decideArea(grid, areaOf(grid, 0), [])).toEqual(everything);
  });

  it("where it differs by 1 to 9 people from one told before", () => {
    const grid = gridOf([[50, 200, 70], [2, 30, 20], rest]);
    const both = areaOf(grid, 0, 1);
    expect(decideArea(grid, both, [told(areaOf(grid, 0))])).toEqual({
      kind: "answered",
      hiddenGroups: [0, 2],
    });
    expect(decideArea(grid, both, [told(areaOf(grid, 0), 0, 1, 2)]), "no age was told before").toEqual(
      everything,
    );
  });

  it("with others where the hidden ones together differ by 1 to 9 people", () => {
    // Children and old people were hidden before; 4 more of both would follow from the total and the adults.
    const grid = gridOf([[5, 300, 20], [2, 40, 2], rest]);
    expect(decideArea(grid, areaOf(grid, 0, 1), [told(areaOf(grid, 0), 0, 2)])).toEqual({
      kind: "answered",
      hiddenGroups: [0, 1, 2],
    });
  });
});

describe("whatever areas are asked for in whatever order", () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 200 }));
  const city = fc.record({
    cells: fc.array(fc.tuple(count, count, count), { minLength: 8, maxLength: 8 }),
    areas: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }),
    asked: fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 25 }),
  });
  const groups = [0, 1, 2];
  const isFew = (people: number) => people > 0 && people < 10;
  /** People of age groups in the cells of one area and not of the other: counted anew, cell by cell. */
  const people = (cells: readonly (readonly number[])[], only: number, not: number, of: readonly number[]) =>
    cells.reduce(
      (sum, counts, cell) =>
        (only >> cell) & 1 && !((not >> cell) & 1)
          ? sum + of.reduce((own, group) => own + counts[group]!, 0)
          : sum,
      0,
    );
  const unions = (areas: readonly number[]) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((union) =>
      areas.reduce((bits, area, cell) => (area >= 0 && (union >> area) & 1 ? bits | (1 << cell) : bits), 0),
    );

  /** What is known of two answers: everybody, groups told in both, and those hidden in either taken together. */
  const sumsOf = (hidden: readonly number[]) => {
    const untold = groups.filter((group) => hidden.includes(group));
    const single = groups.filter((group) => !untold.includes(group)).map((group) => [group]);
    return [groups, ...single, ...(untold.length > 0 ? [untold] : [])];
  };

  it("no figure that follows from two answers, and no residents from three, are 1 to 9 people", () => {
    let answered = 0;
    fc.assert(
      fc.property(city, ({ cells, areas, asked }) => {
        const grid = gridOf(cells, areas);
        const log: (AnsweredArea & { bits: number })[] = [];
        for (const bits of asked) {
          const set = areaOf(grid, ...[...cells.keys()].filter((cell) => (bits >> cell) & 1));
          const decision = decideArea(grid, set, log);
          if (decision.kind === "answered")
            log.push({ cells: set, hiddenGroups: decision.hiddenGroups, bits });
        }
        answered += log.length;
        for (const one of log) {
          expect(people(cells, one.bits, 0, groups)).toBeGreaterThanOrEqual(300);
          expect(one.hiddenGroups).not.toHaveLength(1);
          for (const group of groups) {
            if (one.hiddenGroups.includes(group)) continue;
            expect(isFew(people(cells, one.bits, 0, [group]))).toBe(false);
          }
          for (const other of log) {
            for (const sum of sumsOf([...one.hiddenGroups, ...other.hiddenGroups])) {
              const sides = [
                people(cells, one.bits, other.bits, sum),
                people(cells, other.bits, one.bits, sum),
              ];
              expect(sides.some(isFew), `${one.bits} and ${other.bits}`).toBe(false);
            }
          }
          for (const [first, second] of log.flatMap((a) => log.map((b) => [a, b] as const))) {
            if (new Set([one, first, second]).size < 3) continue;
            const left = (sign: number) =>
              cells.reduce((rest, counts, cell) => {
                const isIn = ({ bits }: { bits: number }) => (bits >> cell) & 1;
                const times = isIn(one) - isIn(first) - sign * isIn(second);
                return times === 0 ? rest : rest + counts.reduce((sum, people) => sum + people, 0);
              }, 0);
            expect([left(1), left(-1)].some(isFew), `${one.bits}, ${first.bits}, ${second.bits}`).toBe(false);
          }
          for (const sum of sumsOf(one.hiddenGroups)) {
            const nearest = unions(areas).map(
              (union) => people(cells, one.bits, union, sum) + people(cells, union, one.bits, sum),
            );
            expect(isFew(Math.min(...nearest)), `${one.bits} and areas`).toBe(false);
          }
        }
      }),
      { numRuns: 300, seed: 20_261_127 },
    );
    expect(answered, "enough is answered for this to mean something").toBeGreaterThan(500);
  });
});

describe("a set of cells", () => {
  it("holds the cells put in, beyond the first bytes", () => {
    const set = emptyCellSet({ cellCount: 20 });
    for (const cell of [0, 7, 8, 19]) addCell(set, cell);
    expect([0, 1, 7, 8, 9, 18, 19].filter((cell) => hasCell(set, cell))).toEqual([0, 7, 8, 19]);
    expect([set.length, countCells(set)]).toEqual([3, 4]);
  });
});
