import { describe, expect, it } from "vitest";
import { compositionEffect } from "#domain/series/composition-effect.ts";
import { mannKendall } from "#domain/series/mann-kendall.ts";
import { breaksBetween } from "#domain/series/method-break.ts";
import { theilSen } from "#domain/series/theil-sen.ts";
import { trendOf } from "#domain/series/trend.ts";
import { wilsonInterval } from "#domain/series/wilson-interval.ts";

const text = { de: "Bruch", en: "Break" };
const yearly = (first: number, values: readonly (number | null)[]) =>
  values.map((value, index) => ({ period: String(first + index), value }));

describe("what may be said of a series", () => {
  it("two figures say nothing, three a direction, six are tested", () => {
    const trend = (values: readonly (number | null)[]) => trendOf({ breaks: [] }, yearly(2018, values));
    expect(trend([])).toEqual({ kind: "TOO_FEW", points: 0, since: null });
    expect(trend([1, 2])).toEqual({ kind: "TOO_FEW", points: 2, since: null });
    expect(trend([1, 2, 3])).toEqual({ kind: "DESCRIBED", points: 3, since: null, slopePerYear: 1 });
    expect(trend([1, null, 3, null, 5]).kind).toBe("DESCRIBED");
    expect(trend([1, 2, 3, 4, 5]).kind).toBe("DESCRIBED");
    expect(trend([1, 2, 3, 4, 5, 6])).toMatchObject({ kind: "TESTED", test: { s: 15, tauB: 1 } });
  });

  it("a gap is a gap: the slope counts years, not figures", () => {
    expect(trendOf({ breaks: [] }, yearly(2018, [1, null, null, 4, 5]))).toMatchObject({ slopePerYear: 1 });
  });

  it("figures before the newest method break take no part", () => {
    const breaks = [
      { date: "2020-01-01", text },
      { date: "2022-01-01", text },
    ];
    const trend = trendOf({ breaks }, yearly(2018, [50, 50, 60, 60, 1, 2, 3]));
    expect(trend).toEqual({ kind: "DESCRIBED", points: 3, since: breaks[1], slopePerYear: 1 });
  });

  it("a Stichtag before the break is old, one on it is new, a year belongs to its last day", () => {
    const indicator = { breaks: [{ date: "2023-01-01", text }] };
    expect(breaksBetween(indicator, "2022-12-31", "2023-01-01")).toHaveLength(1);
    expect(breaksBetween(indicator, "2023-01-01", "2023-12-31")).toHaveLength(0);
    expect(breaksBetween(indicator, "2023", "2022")).toHaveLength(1);
    expect(breaksBetween(indicator, "2021/22", "2022/23")).toHaveLength(1);
    expect(breaksBetween(indicator, "2020", "2022")).toHaveLength(0);
  });

  it("what cannot be computed is null and never a number", () => {
    expect(theilSen([{ at: 2020, value: 1 }])).toBeNull();
    expect(mannKendall([3, 3, 3])).toEqual({ s: 0, tauB: null, variance: 0, z: 0, p: expect.closeTo(1, 6) });
    expect(wilsonInterval(1, 0)).toBeNull();
    expect(wilsonInterval(3, 2)).toBeNull();
    expect(wilsonInterval(Number.NaN, 2)).toBeNull();
    expect(compositionEffect({ numerator: 1, denominator: 0 }, { numerator: 1, denominator: 1 })).toBeNull();
  });
});
