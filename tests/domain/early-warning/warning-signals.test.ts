import { describe, expect, it } from "vitest";
import { demoWarningThresholds, warningThresholdsSchema } from "#domain/early-warning/warning-rules.ts";
import { warningSignals } from "#domain/early-warning/warning-signals.ts";
import type { ParameterSet } from "#domain/parameter-set/parameter-set.ts";
import { makeParameterSets } from "../../../scripts/demo/records/parameter-sets.ts";

const indicator = { direction: "HIGH_IS_BURDEN" as const, breaks: [] };
const everywhere = (areas: readonly string[]) => new Map(areas.map((area) => [area, 1000]));

describe("signals", () => {
  it("have thresholds in the set that says nobody agreed it", () => {
    const sets = makeParameterSets().map(({ properties }) => properties as ParameterSet);
    expect(warningThresholdsSchema.parse(demoWarningThresholds)).toEqual(demoWarningThresholds);
    expect(sets.filter(({ warnings }) => warnings).map(({ name }) => name)).toEqual([
      "Demo-Kennwertsatz (nicht abgestimmt)",
    ]);
  });

  it("an area without a figure in the newest period is silent, however bad it was", () => {
    const series = new Map([
      ["A", new Map([["2023", 90]])],
      [
        "B",
        new Map([
          ["2023", 1],
          ["2024", 2],
        ]),
      ],
    ]);
    const found = warningSignals(demoWarningThresholds, {
      ...{ indicator, series, denominators: everywhere(["A", "B"]) },
      lowestClass: new Set(["A", "B"]),
    });
    expect(found.map(({ areaNumber }) => areaNumber)).toEqual(["B"]);
  });

  it("areas that are all alike, and no areas at all, give no signal", () => {
    const series = new Map(["A", "B"].map((area) => [area, new Map([["2024", 5]])]));
    const denominators = everywhere(["A", "B"]);
    const silent = { indicator, denominators, lowestClass: new Set<string>() };
    expect(warningSignals(demoWarningThresholds, { ...silent, series })).toEqual([]);
    expect(warningSignals(demoWarningThresholds, { ...silent, series: new Map() })).toEqual([]);
  });
});
