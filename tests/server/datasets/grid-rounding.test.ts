import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundedCounts } from "../../../server/datasets/mapping/grid-rounding.ts";

const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** Cells with the district and subdistrict they lie in; numbers of subdistricts start anew in each district. */
const cells = fc.array(fc.record({ count: fc.nat(40), district: fc.nat(3), subdistrict: fc.nat(4) }), {
  maxLength: 80,
});
const pathOf = ({ district, subdistrict }: { district: number; subdistrict: number }) =>
  `${district}/${subdistrict}`;

describe("controlled rounding", () => {
  it("makes multiples of three, each at most two people from the truth, and nobody where nobody lives", () => {
    fc.assert(
      fc.property(cells, fc.string(), (given, secret) => {
        const counts = given.map(({ count }) => count);
        const rounded = roundedCounts(counts, given.map(pathOf), secret);
        rounded.forEach((count, cell) => {
          expect(count % 3).toBe(0);
          expect(Math.abs(count - counts[cell]!)).toBeLessThanOrEqual(2);
          if (counts[cell] === 0) expect(count).toBe(0);
        });
      }),
    );
  });

  it("keeps the totals of districts, subdistricts and the city within two people of the truth", () => {
    fc.assert(
      fc.property(cells, fc.string(), (given, secret) => {
        const rounded = roundedCounts(
          given.map(({ count }) => count),
          given.map(pathOf),
          secret,
        );
        const differences = (areaOf: (cell: (typeof given)[number]) => string) => {
          const byArea = new Map<string, number>();
          given.forEach((cell, at) => {
            const area = areaOf(cell);
            byArea.set(area, (byArea.get(area) ?? 0) + rounded[at]! - cell.count);
          });
          return [...byArea.values()];
        };
        for (const areaOf of [pathOf, ({ district }: { district: number }) => `${district}`, () => "city"]) {
          for (const difference of differences(areaOf)) expect(Math.abs(difference)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it("is the same for the same file, and another where anything differs", () => {
    const counts = Array.from({ length: 200 }, (_, cell) => cell % 7);
    const paths = counts.map(() => "01");
    const first = roundedCounts(counts, paths, "secret");
    expect(roundedCounts(counts, paths, "secret")).toEqual(first);
    expect(roundedCounts(counts, paths, "other")).not.toEqual(first);
  });

  it("leans to neither side: 3,000 cells with one person keep 3,000 people, about a third of them shown as 3", () => {
    const rounded = roundedCounts(new Array(3000).fill(1), new Array(3000).fill("01"), "many");
    expect(Math.abs(total(rounded) - 3000)).toBeLessThanOrEqual(2);
    const shown = rounded.filter((count) => count === 3).length;
    expect(shown).toBeGreaterThanOrEqual(999);
    expect(shown).toBeLessThanOrEqual(1001);
  });
});
