import { describe, expect, it } from "vitest";
import { pairColours } from "#domain/classification/palette.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import { association } from "#domain/reading/association.ts";
import { areaPairs, pairBreaks } from "#domain/reading/pair-reading.ts";
import { ranksOf } from "#domain/reading/ranks.ts";
import { anArea, anIndicator, aValue } from "../../web/builders.ts";

const figure = (value: number): AreaValue => ({ value, state: "VALUE" });

describe("two indicators together", () => {
  it("are low, middle and high by thirds of the areas over all years", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((value, place) =>
      aValue(`0${place}`, value, place % 2 ? "2023" : "2024"),
    );
    // A third of the way from the first to the ninth is 3.67, two thirds 6.33; 4 and 7 part the same figures.
    expect(pairBreaks(values, anIndicator({ decimals: 0 }))).toEqual([4, 7]);
  });

  it("make nine classes, the first indicator in threes", () => {
    const pairs = areaPairs(
      [anArea("01"), anArea("02"), anArea("03")],
      {
        values: new Map([
          ["01", figure(9)],
          ["02", figure(1)],
          ["03", figure(5)],
        ]),
        breaks: [4, 7],
      },
      {
        values: new Map([
          ["01", figure(0)],
          ["02", figure(50)],
          ["03", figure(20)],
        ]),
        breaks: [10, 30],
      },
    );
    expect([...pairs.values()].map(({ kept }) => kept)).toEqual([6, 2, 4]);
    expect(pairColours).toHaveLength(9);
  });

  it("have no class where one of them has no figure, and say why", () => {
    const hidden: AreaValue = { value: null, state: "SUPPRESSED" };
    const pairs = areaPairs(
      [anArea("01"), anArea("02")],
      {
        values: new Map([
          ["01", figure(9)],
          ["02", hidden],
        ]),
        breaks: [4, 7],
      },
      { values: new Map([["02", figure(50)]]), breaks: [10, 30] },
    );
    expect(pairs.get("01")?.kept).toBe("UNKNOWN");
    expect(pairs.get("02")?.kept).toBe("SUPPRESSED");
  });
});

describe("an association", () => {
  const line = Array.from({ length: 10 }, (_, place) => [place, 3 - 2 * place] as const);

  it("is −1 for a falling line, and 1 for the ranks of any rising curve", () => {
    expect(association(line)).toEqual({
      areas: 10,
      linear: expect.closeTo(-1, 12),
      rank: expect.closeTo(-1, 12),
    });
    const curve = line.map(([x]) => [x, x ** 3] as const);
    expect(association(curve)?.rank).toBeCloseTo(1, 12);
    expect(association(curve)!.linear).toBeLessThan(1);
  });

  it("is not told of fewer than ten areas, nor of a figure that is the same everywhere", () => {
    expect(association(line.slice(1))).toBeNull();
    expect(association(line.map(([x]) => [x, 4] as const))).toBeNull();
  });
});

it("equal figures share a rank and the next is left out", () => {
  const values = new Map([
    ["a", figure(5)],
    ["b", figure(9)],
    ["c", figure(5)],
    ["d", figure(1)],
  ]);
  values.set("e", { value: null, state: "UNKNOWN" });
  expect(Object.fromEntries(ranksOf(values))).toEqual({ b: 1, a: 2, c: 2, d: 4 });
});
