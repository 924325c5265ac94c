import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classBreaks, classMethods, classOf, roundedBreaks } from "#domain/classification/class-method.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../cases/class-breaks/${name}.json`, import.meta.url), "utf8"));
const { values } = read("input") as { values: number[] };
const expected = read("expected") as Record<string, number[]>;

describe("class breaks of ten values, calculated by hand", () => {
  it("equal interval", () => {
    expect(classBreaks(values, { method: "equal-interval", classes: 4 })).toEqual(
      expected["equal-interval-4"],
    );
  });

  it("quantile", () => {
    const breaks = classBreaks(values, { method: "quantile", classes: 5 });
    expect(breaks).toHaveLength(4);
    for (const [index, value] of breaks.entries())
      expect(value).toBeCloseTo(expected["quantile-5"]![index]!, 10);
  });

  it("standard deviation leaves out a break that would make an empty class", () => {
    const breaks = classBreaks(values, { method: "standard-deviation", classes: 5 });
    expect(breaks).toHaveLength(3);
    for (const [index, value] of breaks.entries()) {
      expect(value).toBeCloseTo(expected["standard-deviation"]![index]!, 4);
    }
  });

  it("natural breaks", () => {
    expect(classBreaks(values, { method: "natural-breaks", classes: 3 })).toEqual(
      expected["natural-breaks-3"],
    );
  });

  it("a value on a break belongs to the upper class", () => {
    const breaks = expected["equal-interval-4"] ?? [];
    expect(values.map((value) => classOf(value, breaks))).toEqual(expected.classes);
  });

  it("content breaks are taken as the owner of the indicator set them", () => {
    const contentBreaks = [80, 95, 105, 120];
    expect(classBreaks(values, { method: "content", classes: 5, contentBreaks })).toEqual(contentBreaks);
  });
});

describe("class breaks of any values", () => {
  const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 80 });
  const method = fc.constantFrom(...classMethods);
  const count = fc.integer({ min: 3, max: 7 });

  it("ascend, are distinct, and leave no more classes than asked for", () => {
    fc.assert(
      fc.property(figures, method, count, (some, how, classes) => {
        const breaks = classBreaks(some, { method: how, classes });
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        expect(breaks.length).toBeLessThan(how === "standard-deviation" ? 5 : classes);
      }),
    );
  });

  it("neither lowest nor highest class is empty", () => {
    fc.assert(
      fc.property(figures, method, count, (some, how, classes) => {
        const breaks = classBreaks(some, { method: how, classes });
        if (breaks.length === 0) return;
        const assigned = some.map((value) => classOf(value, breaks));
        expect(assigned).toContain(0);
        expect(assigned).toContain(breaks.length);
      }),
    );
  });

  it("rounding empties no class and moves only values no reader could tell from the break", () => {
    const decimals = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(figures, method, count, decimals, (some, how, classes, places) => {
        const breaks = classBreaks(some, { method: how, classes });
        const rounded = roundedBreaks(breaks, some, places);
        const used = (limits: number[]) => new Set(some.map((value) => classOf(value, limits))).size;
        expect(used(rounded)).toBe(used(breaks));
        for (const value of some) {
          if (classOf(value, rounded) === classOf(value, breaks)) continue;
          const nearest = Math.min(...breaks.map((limit) => Math.abs(limit - value)));
          expect(nearest).toBeLessThanOrEqual(0.5 * 10 ** -places * 1.0001);
        }
      }),
    );
  });

  it("rounding keeps as few decimals as possible, and no more than figures have", () => {
    expect(roundedBreaks([10.4567, 20.1234], [5, 15, 25], 1)).toEqual([10, 20]);
    expect(roundedBreaks([10.46], [10.45, 10.47], 2)).toEqual([10.46]);
    expect(roundedBreaks([23.38779], [23.38776, 23.38781, 5, 40], 1)).toEqual([23.4]);
    expect(roundedBreaks([10.46], [10.45, 10.47], 1)).toEqual([10.46]);
  });
});
