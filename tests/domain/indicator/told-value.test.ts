import { describe, expect, it } from "vitest";
import type { Observation } from "#domain/indicator/observation.ts";
import { toldValue } from "#domain/indicator/told-value.ts";

const rate: Observation = {
  ...{ indicatorCode: "unemployment", level: "subdistrict", areaNumber: "101", period: "2024-12-31" },
  ...{ value: 12, state: "VALUE", numerator: 12, denominator: 100 },
};
const told = { areaNumber: "101", period: "2024-12-31", value: 12, state: "VALUE" };

describe("a figure as it is told", () => {
  it("is uncertain for everybody when few people make it, and says no more to those outside", () => {
    // Wilson's interval of 12 of 100 is 7.0 to 19.8 %, 12.8 points wide; of 120 of 1,000 it is 10.1 to 14.2 %.
    expect(toldValue(rate, { isFiner: false, isConfidential: false })).toEqual({
      ...told,
      isUncertain: true,
    });
    const many = { ...rate, numerator: 120, denominator: 1000 };
    expect(toldValue(many, { isFiner: false, isConfidential: false })).toEqual(told);
  });

  it("tells those who read finer values what it is made of", () => {
    const { parts } = toldValue(rate, { isFiner: true, isConfidential: false });
    expect(parts).toMatchObject({ numerator: 12, denominator: 100 });
    expect(parts?.interval?.low).toBeCloseTo(0.07, 3);
    expect(parts?.interval?.high).toBeCloseTo(0.1981, 3);
  });

  it("has no interval where more are counted than there are to count from, as in supply ratios", () => {
    const supply = { ...rate, value: 120, numerator: 120, denominator: 100 };
    const value = toldValue(supply, { isFiner: true, isConfidential: false });
    expect(value.isUncertain).toBeUndefined();
    expect(value.parts).toEqual({ numerator: 120, denominator: 100, interval: null });
  });

  it("tells nothing of what a hidden figure is made of", () => {
    const hidden: Observation = { ...rate, value: null, state: "SUPPRESSED" };
    expect(toldValue(hidden, { isFiner: true, isConfidential: false })).toEqual({
      ...told,
      ...{ value: null, state: "SUPPRESSED" },
    });
  });
});
