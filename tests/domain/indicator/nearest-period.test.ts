import { describe, expect, it } from "vitest";
import { nearestPeriod } from "#domain/indicator/nearest-period.ts";

describe("the nearest period", () => {
  const periods = ["2015", "2018", "2021"];
  it.each([
    ["2018", "2018"],
    ["2020", "2018"],
    ["2030", "2021"],
    ["2001", "2021"],
    [null, "2021"],
  ])("to %s is %s", (wanted, expected) => {
    expect(nearestPeriod(periods, wanted)).toBe(expected);
  });

  it("is none where there are no figures", () => {
    expect(nearestPeriod([], "2024")).toBeNull();
  });
});
