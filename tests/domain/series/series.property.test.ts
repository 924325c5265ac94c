import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compositionEffect } from "#domain/series/composition-effect.ts";
import { mannKendall } from "#domain/series/mann-kendall.ts";
import { theilSen } from "#domain/series/theil-sen.ts";
import { wilsonInterval } from "#domain/series/wilson-interval.ts";

const figure = fc.integer({ min: -50, max: 50 });
const series = fc.array(figure, { minLength: 2, maxLength: 15 });

describe("any series", () => {
  it("a Wilson interval contains the rate, stays between 0 and 1, and narrows with more people", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const k = Math.round(n * part);
          const { low, high } = wilsonInterval(k, n)!;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(k / n);
          expect(high).toBeGreaterThanOrEqual(k / n);
          const tenfold = wilsonInterval(10 * k, 10 * n)!;
          expect(tenfold.high - tenfold.low).toBeLessThan(high - low);
        },
      ),
    );
  });

  it("Mann–Kendall turns its sign with the series, and tau-b lies between −1 and 1", () => {
    fc.assert(
      fc.property(series, (values) => {
        const [there, back] = [mannKendall(values), mannKendall(values.toReversed())];
        expect(back.s + there.s).toBe(0);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(Math.abs(there.tauB ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("a Theil–Sen slope follows a line added to the series and ignores one outlier of a straight line", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -9, max: 9 }), (values, added) => {
        const points = values.map((value, at) => ({ at, value }));
        const tilted = points.map(({ at, value }) => ({ at, value: value + added * at }));
        expect(theilSen(tilted)!.slope).toBeCloseTo(theilSen(points)!.slope + added, 9);
        const line = Array.from({ length: 7 }, (_, at) => ({ at, value: added * at }));
        line[3]!.value += 1000;
        expect(theilSen(line)!.slope).toBeCloseTo(added, 9);
      }),
    );
  });

  it("both parts of a composition effect add up to the change of the count", () => {
    const parts = fc.record({
      numerator: fc.integer({ min: 0, max: 500 }),
      denominator: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(parts, parts, (from, to) => {
        const effect = compositionEffect(from, to)!;
        expect(effect.countByRate + effect.countByDenominator).toBeCloseTo(effect.countChange, 6);
      }),
    );
  });
});
