import { describe, expect, it } from "vitest";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import { compositionEffect, type RateParts } from "#domain/series/composition-effect.ts";
import { mannKendall } from "#domain/series/mann-kendall.ts";
import type { MethodBreak } from "#domain/series/method-break.ts";
import { changesBetween } from "#domain/series/period-change.ts";
import { theilSen } from "#domain/series/theil-sen.ts";
import { trendOf } from "#domain/series/trend.ts";
import { isUncertain, wilsonInterval } from "#domain/series/wilson-interval.ts";
import { handCalculated } from "./case.ts";

type Figures = Record<string, AreaValue>;

describe("series calculated by hand", () => {
  it("a change is told in points and beside the city's, and a missing figure is no zero", () => {
    const { input, expected } = handCalculated<
      {
        breaks: MethodBreak[];
        from: string;
        to: string;
        before: Figures;
        after: Figures;
        city: { before: AreaValue; after: AreaValue };
      },
      { byArea: object; city: object; breakDates: string[] }
    >("series-change");
    const { breaks, from, to, before, after, city } = input;
    const found = changesBetween(
      { breaks },
      { from, to },
      {
        from: { areas: new Map(Object.entries(before)), city: city.before },
        to: { areas: new Map(Object.entries(after)), city: city.after },
      },
    );
    expect(Object.fromEntries(found.byArea)).toEqual(expected.byArea);
    expect(found.city).toEqual(expected.city);
    expect(found.breaks.map(({ date }) => date)).toEqual(expected.breakDates);
  });

  it("Theil–Sen slope and Mann–Kendall test of seven years with ties", () => {
    const { input, expected } = handCalculated<
      { periods: string[]; values: number[] },
      Record<"slope" | "interceptAtFirst" | "s" | "variance" | "tauB" | "z" | "p", number>
    >("trend");
    const line = theilSen(input.values.map((value, at) => ({ at, value })));
    expect(line?.slope).toBeCloseTo(expected.slope, 12);
    expect(line?.intercept).toBeCloseTo(expected.interceptAtFirst, 12);
    const test = mannKendall(input.values);
    expect(test.s).toBe(expected.s);
    for (const name of ["variance", "tauB", "z", "p"] as const)
      expect(test[name]).toBeCloseTo(expected[name], 6);
    const series = input.periods.map((period, index) => ({ period, value: input.values[index]! }));
    expect(trendOf({ breaks: [] }, series)).toMatchObject({
      kind: "TESTED",
      points: 7,
      slopePerYear: expect.closeTo(expected.slope, 12),
      test,
    });
  });

  it("Wilson intervals, and which are too wide to be sure", () => {
    const { input, expected } = handCalculated<
      RateParts[],
      { low: number; high: number; isUncertain: boolean }[]
    >("wilson-interval");
    for (const [index, { numerator, denominator }] of input.entries()) {
      const interval = wilsonInterval(numerator, denominator)!;
      expect(interval.low).toBeCloseTo(expected[index]!.low, 6);
      expect(interval.high).toBeCloseTo(expected[index]!.high, 6);
      expect(isUncertain(interval)).toBe(expected[index]!.isUncertain);
    }
  });

  it("more people at a lower rate is said to come from the denominator", () => {
    const { input, expected } = handCalculated<
      { from: RateParts; to: RateParts },
      Record<"countChange" | "rateChange" | "countByRate" | "countByDenominator", number>
    >("composition-effect");
    const effect = compositionEffect(input.from, input.to)!;
    expect(effect.isOpposed).toBe(true);
    for (const name of ["countChange", "rateChange", "countByRate", "countByDenominator"] as const)
      expect(effect[name]).toBeCloseTo(expected[name], 10);
  });
});
