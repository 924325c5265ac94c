import { describe, expect, it } from "vitest";
import type { Value } from "#domain/contract/contract.ts";
import { cohesionProfile } from "#domain/indicator/cohesion-profile.ts";
import { toldValue } from "#domain/indicator/told-value.ts";
import { anIndicator, aValue } from "../../web/builders.ts";

const trust = anIndicator({ code: "trust", theme: "cohesion", unit: "%" });
const score = anIndicator({ code: "score", theme: "cohesion", unit: "index", kind: "index" });

/** 50 of 100 asked: Wilson's interval is 40.383 to 59.617 %. */
const surveyed = (isFiner: boolean): Value =>
  toldValue(
    {
      ...{ indicatorCode: "trust", level: "district", areaNumber: "1", period: "2023" },
      ...{ value: 50, state: "VALUE", numerator: 50, denominator: 100 },
    },
    { isFiner, isConfidential: false },
  );
const trustAgainst = (cityMean: number, isFiner = true) =>
  cohesionProfile(
    [{ indicator: trust, districts: [surveyed(isFiner)], city: [aValue("0", cityMean, "2023")] }],
    "1",
  )[0];

describe("the cohesion profile of a Stadtbezirk", () => {
  it("calls a figure not surely different while its interval holds the city's mean", () => {
    expect(trustAgainst(59.6)?.against).toBe("within");
    expect(trustAgainst(40.4)?.against).toBe("within");
    expect(trustAgainst(59.7)?.against).toBe("apart");
    expect(trustAgainst(40.3)?.against).toBe("apart");
  });

  it("tells the interval in the unit of the indicator", () => {
    expect(trustAgainst(55)?.interval?.low).toBeCloseTo(40.383, 3);
    expect(trustAgainst(55)?.interval?.high).toBeCloseTo(59.617, 3);
  });

  it("says neither for figures without an interval, nor to those who are told none", () => {
    expect(trustAgainst(70, false)).toMatchObject({ interval: null, against: "unknown" });
    const [dimension] = cohesionProfile(
      [{ indicator: score, districts: [aValue("1", 57)], city: [aValue("0", 62.04)] }],
      "1",
    );
    expect(dimension).toMatchObject({ cityMean: 62.04, interval: null, against: "unknown" });
  });

  it("keeps the order given whatever the values are, with the newest edition and the mean of that edition", () => {
    const profile = cohesionProfile(
      [
        {
          indicator: score,
          districts: [aValue("1", 57, "2023"), aValue("1", 59, "2021"), aValue("2", 66, "2025")],
          city: [aValue("0", 61, "2021"), aValue("0", 62, "2023")],
        },
        { indicator: trust, districts: [aValue("1", 80, "2021")], city: [] },
      ],
      "1",
    );
    expect(profile.map(({ indicator, period, cityMean }) => [indicator.code, period, cityMean])).toEqual([
      ["score", "2023", 62],
      ["trust", "2021", null],
    ]);
  });

  it("leaves out dimensions the Stadtbezirk has no entry in", () => {
    expect(
      cohesionProfile([{ indicator: score, districts: [aValue("2", 66)], city: [aValue("0", 62)] }], "1"),
    ).toEqual([]);
  });
});
