import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { defaultSuppression } from "#domain/disclosure/suppression.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import type { AreaValue } from "#domain/indicator/period-values.ts";
import { estimateByGround, quarterParts, sharesBothWays } from "#domain/overlap/quarter-profile.ts";
import { handCalculated } from "./case.ts";

type Span = [west: number, east: number];
type Counts = Record<string, number>;
const { input, expected } = handCalculated<
  {
    quarter: Span;
    areas: Record<string, Span>;
    latitudes: [number, number];
    residents: Counts;
    few: Counts;
    nobody: Counts;
  },
  { parts: { number: string; ofArea: number; ofQuarter: number }[]; residents: number; few: number }
>("quarter-profile");

const [south, north] = input.latitudes;
const shape = ([west, east]: Span): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const areas = Object.entries(input.areas).map(([number, span]) => ({ number, outline: shape(span) }));
const overlap = quarterParts(shape(input.quarter), areas);
const told = (counts: Counts) =>
  new Map<string, AreaValue>(
    Object.entries(counts).map(([number, value]) => [number, { value, state: "VALUE" }]),
  );

describe("a drawn quarter over areas", () => {
  it("tells the share of each area and of the quarter by ground, the largest part first", () => {
    expect(overlap.parts).toEqual(
      expected.parts.map(({ number, ofArea, ofQuarter }) => ({
        number,
        commonM2: expect.any(Number),
        ofArea: expect.closeTo(ofArea, 9),
        ofQuarter: expect.closeTo(ofQuarter, 9),
      })),
    );
    expect(overlap.covered).toBeCloseTo(1, 9);
  });

  it("is covered only as far as there are areas", () => {
    const [first] = areas;
    const { covered } = quarterParts(shape(input.quarter), first ? [first] : []);
    expect(covered).toBeCloseTo(0.25, 9);
  });

  it("estimates a count by the share of ground, and says so", () => {
    expect(estimateByGround(overlap.parts, told(input.residents), defaultSuppression)).toEqual({
      kind: "estimated",
      method: "GROUND_SHARE",
      value: expect.closeTo(expected.residents, 6),
    });
  });

  it("estimates nothing from a part that is missing, whatever the others tell", () => {
    const states: ValueState[] = ["SUPPRESSED", "UNKNOWN", "NOT_APPLICABLE", "TOO_FEW_RESIDENTS"];
    for (const state of states) {
      const values = told(input.residents).set("03", { value: null, state });
      expect(estimateByGround(overlap.parts, values)).toEqual({ kind: "missing", state });
    }
    const values = told({ "01": 1000, "02": 400 });
    expect(estimateByGround(overlap.parts, values)).toEqual({ kind: "missing", state: "UNKNOWN" });
  });

  it("estimates nothing from a figure hidden from others, even for whoever reads it", () => {
    const values = told(input.residents).set("03", { value: 800, state: "VALUE", isConfidential: true });
    expect(estimateByGround(overlap.parts, values)).toEqual({ kind: "missing", state: "SUPPRESSED" });
  });

  it("calls the whole hidden where one part is hidden and another unknown", () => {
    const values = told({ "02": 400 }).set("01", { value: null, state: "SUPPRESSED" });
    expect(estimateByGround(overlap.parts, values)).toEqual({ kind: "missing", state: "SUPPRESSED" });
  });

  it("hides an estimate that is as small as a count nobody may be told", () => {
    const few = told(input.few);
    expect(estimateByGround(overlap.parts, few, defaultSuppression)).toEqual({
      kind: "missing",
      state: "SUPPRESSED",
    });
    expect(estimateByGround(overlap.parts, few)).toMatchObject({ value: expect.closeTo(expected.few, 6) });
    const nobody = told(input.nobody);
    expect(estimateByGround(overlap.parts, nobody, defaultSuppression)).toMatchObject({ value: 0 });
    expect(
      estimateByGround(overlap.parts, nobody, { ...defaultSuppression, zeroIsSafe: false }),
    ).toMatchObject({ kind: "missing" });
  });

  it("shares ground with another outline both ways, and none with one far off", () => {
    const [, , third, fourth] = areas.map(({ outline }) => outline);
    expect(sharesBothWays(shape(input.quarter), third as Polygon)).toEqual({
      ofQuarter: expect.closeTo(0.25, 9),
      ofOther: expect.closeTo(0.25, 9),
    });
    expect(sharesBothWays(shape(input.quarter), fourth as Polygon)).toEqual({ ofQuarter: 0, ofOther: 0 });
  });
});
