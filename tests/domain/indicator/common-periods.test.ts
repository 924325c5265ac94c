import { describe, expect, it } from "vitest";
import { commonPeriods } from "#domain/indicator/common-periods.ts";

const called = (...series: string[][]) => commonPeriods(series).map(({ period }) => period);

describe("periods a formula can be computed for", () => {
  it("are those every part has, in order", () => {
    expect(called(["2022", "2023", "2024"], ["2024", "2023"])).toEqual(["2023", "2024"]);
  });

  it("match a Stichtag with the calendar year it lies in, called by the year", () => {
    expect(commonPeriods([["2023", "2024"], ["2024-12-31"]])).toEqual([
      { period: "2024", own: ["2024", "2024-12-31"] },
    ]);
  });

  it("are not guessed where a part has two in a year, or counts in school years", () => {
    expect(called(["2024"], ["2024-06-30", "2024-12-31"])).toEqual([]);
    expect(called(["2024"], ["2024/25"])).toEqual([]);
    expect(called(["2023/24", "2024/25"], ["2024/25"])).toEqual(["2024/25"]);
  });
});
