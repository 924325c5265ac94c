import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { screenAreas } from "#domain/area-choice/screening.ts";
import { similarAreas } from "#domain/area-choice/similar-areas.ts";
import { stackedBurdens } from "#domain/area-choice/stacked-burdens.ts";

const figures = (indicatorCode: string, values: Record<string, number>) => ({
  indicatorCode,
  byArea: new Map(Object.entries(values)),
});

describe("areas beside each other", () => {
  it("an area without a picked figure is named and not compared, and nothing is said of an asked one without", () => {
    const picked = [figures("a", { x: 1, y: 2, z: 3 }), figures("b", { x: 1, y: 5 })];
    expect(similarAreas("x", picked)).toMatchObject({ areas: [{ areaNumber: "y" }], incomplete: ["z"] });
    expect(similarAreas("z", picked)).toBeNull();
    expect(similarAreas("nowhere", picked)).toBeNull();
  });

  it("one condition is enough where any is asked for, and a missing figure leaves open only what it would decide", () => {
    const conditions = [
      { indicatorCode: "a", bound: "AT_LEAST", value: 5 },
      { indicatorCode: "b", bound: "AT_MOST", value: 1 },
    ] as const;
    const known = [
      figures("a", { both: 5, one: 9, none: 4, open: 1 }),
      figures("b", { both: 1, none: 2, shut: 3 }),
    ];
    const areas = ["both", "one", "none", "open", "shut"];
    const any = screenAreas(areas, conditions, known, "ANY");
    expect([any.meeting, any.undecided]).toEqual([
      ["both", "one"],
      ["open", "shut"],
    ]);
    const all = screenAreas(areas, conditions, known, "ALL");
    expect([all.meeting, all.undecided]).toEqual([["both"], ["one"]]);
    expect([...any.answersOf]).toEqual([
      ["both", [true, true]],
      ["one", [true, null]],
      ["none", [false, false]],
      ["open", [false, null]],
      ["shut", [null, false]],
    ]);
  });

  it("names three differences at most, and one that does not vary sets nobody apart", () => {
    const picked = ["a", "b", "c", "d"].map((code, index) => figures(code, { x: 0, y: index, z: 9 }));
    picked.push(figures("same", { x: 4, y: 4, z: 4 }));
    const [y] = similarAreas("x", picked)!.areas;
    expect(y!.differences.map(({ indicatorCode }) => indicatorCode)).toEqual(["d", "c", "b"]);
  });

  it("fewer than a fifth of the areas are strictly worse than one that is named", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
        const numbers = values.map((_, index) => `a${index}`);
        const byArea = new Map(values.map((value, index) => [numbers[index]!, value]));
        const found = stackedBurdens(numbers, [{ indicatorCode: "a", direction: "HIGH_IS_BURDEN", byArea }]);
        found.forEach(({ burdens }, index) => {
          const worse = values.filter((value) => value > values[index]!).length;
          const isBest = values[index] === Math.min(...values);
          if (burdens.length > 0) expect(worse).toBeLessThan(values.length / 5);
          else expect(worse >= values.length / 5 || isBest || edgeIsBest(values)).toBe(true);
        });
      }),
    );
  });
});

/** More than four fifths share the best figure: then the edge of the worst fifth is the best figure, and nobody is named. */
function edgeIsBest(values: readonly number[]): boolean {
  const best = Math.min(...values);
  return values.filter((value) => value > best).length < Math.ceil(values.length / 5);
}
