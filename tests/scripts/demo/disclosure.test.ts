import { beforeAll, describe, expect, it } from "vitest";
import { type DemoCity, generateDemoCity } from "../../../scripts/demo/demo-city.ts";
import { grouped } from "../../../scripts/demo/grouped.ts";
import { type Cell, suppressedCells } from "../../../scripts/demo/indicators/disclosure.ts";

const cell = (number: string, parent: string | null, numerator: number, denominator = 200): Cell => ({
  number,
  parent,
  figure: { numerator, denominator },
  isWithheld: false,
  threshold: 5,
  minDenominator: 50,
});
const hiddenOf = (...levels: Cell[][]) => [...suppressedCells(levels)].sort();
/** A district without anything to hide, so that only the other one is looked at. */
const calm = [cell("x1", "X", 40), cell("x2", "X", 60), cell("x3", "X", 80)];

describe("hiding small counts", () => {
  it("hides a count of 1 to 4 and the smallest sibling, so that subtraction gives only a sum", () => {
    const parts = [cell("a1", "A", 3), cell("a2", "A", 20), cell("a3", "A", 9), ...calm];
    expect(hiddenOf(parts, [cell("A", null, 32, 600), cell("X", null, 180, 600)])).toEqual(["a1", "a3"]);
  });

  it("shows 0 and the threshold itself", () => {
    const parts = [cell("a1", "A", 0), cell("a2", "A", 5), cell("a3", "A", 30)];
    expect(hiddenOf(parts, [cell("A", null, 35, 600)])).toEqual([]);
  });

  it("hides where nearly everybody is counted, because that tells of each of them", () => {
    const parts = [cell("a1", "A", 198), cell("a2", "A", 20), cell("a3", "A", 30)];
    expect(hiddenOf(parts, [cell("A", null, 248, 600)])).toEqual(["a1", "a2"]);
  });

  it("hides a figure on too few people", () => {
    const parts = [cell("a1", "A", 9, 49), cell("a2", "A", 20), cell("a3", "A", 30)];
    expect(hiddenOf(parts, [cell("A", null, 59, 449)])).toEqual(["a1", "a2"]);
  });

  it("goes on hiding while what is hidden adds up to too little", () => {
    const parts = [cell("a1", "A", 1), cell("a2", "A", 1), cell("a3", "A", 2), cell("a4", "A", 50)];
    expect(hiddenOf(parts, [cell("A", null, 54, 800)])).toEqual(["a1", "a2", "a3", "a4"]);
  });

  it("protects what is withheld for other reasons like a hidden count", () => {
    const parts = [{ ...cell("a1", "A", 2, 30), isWithheld: true }, cell("a2", "A", 20), cell("a3", "A", 30)];
    expect(hiddenOf(parts, [cell("A", null, 52, 430)])).toEqual(["a1", "a2"]);
  });

  it("hides a district of one subdistrict with it, and another district, and something in that one", () => {
    const parts = [cell("m1", "M", 3), cell("a1", "A", 12), cell("a2", "A", 15), ...calm];
    const districts = [cell("M", null, 3), cell("A", null, 27, 400), cell("X", null, 180, 600)];
    expect(hiddenOf(parts, districts)).toEqual(["A", "M", "a1", "m1"]);
  });
});

describe("the demo's public figures", () => {
  let city: DemoCity;
  beforeAll(() => {
    city = generateDemoCity();
  });

  it("let nobody work out a hidden cell from the sum and its siblings", () => {
    const protectedCodes = new Set(
      city.indicators.flatMap((i) => (i.suppression?.complementary ? [i.code] : [])),
    );
    const parents = new Map(city.areas.map(({ number, parentNumber }) => [number, parentNumber]));
    const figures = city.observations.filter(
      (o) => protectedCodes.has(o.indicatorCode) && o.state !== "UNKNOWN",
    );
    const tables = grouped(figures, (o) => `${o.indicatorCode} ${o.period}`);
    let hiddenSums = 0;
    for (const table of tables.values()) {
      const numeratorOf = new Map(table.map((o) => [o.areaNumber, o.numerator ?? null]));
      for (const [parent, siblings] of grouped(table, (o) => parents.get(o.areaNumber) ?? "")) {
        const sum = numeratorOf.get(parent) ?? null;
        const hidden = siblings.filter((o) => o.state !== "VALUE");
        if (sum === null || hidden.length === 0) continue;
        hiddenSums++;
        const shown = siblings.reduce((all, o) => all + (o.numerator ?? 0), 0);
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(sum - shown).toBeGreaterThanOrEqual(10);
      }
    }
    expect(hiddenSums).toBeGreaterThan(500);
  });

  it("show no count below the threshold", () => {
    const small = city.observations.filter((o) => {
      const threshold =
        city.indicators.find(({ code }) => code === o.indicatorCode)?.suppression?.threshold ?? 0;
      return o.numerator != null && o.numerator > 0 && o.numerator < threshold;
    });
    expect(small).toEqual([]);
  });

  it("carry neither numerator nor denominator where the value is hidden", () => {
    const telling = city.observations.filter(
      (o) => o.state !== "VALUE" && (o.numerator != null || o.denominator != null),
    );
    expect(telling).toEqual([]);
  });
});
