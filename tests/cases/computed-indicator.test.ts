import { describe, expect, it } from "vitest";
import { computeObservations, type ReadObservation } from "#domain/indicator/compute-observations.ts";
import type { Formula } from "#domain/indicator/formula.ts";
import type { ValueState } from "#domain/indicator/observation.ts";
import { handCalculated } from "./case.ts";

type Row = [areaNumber: string, period: string, told: number | Exclude<ValueState, "VALUE">];

describe("a computed indicator calculated by hand", () => {
  it("is hidden, unknown or told of too few where a part is, and only has periods all parts have", () => {
    const { input, expected } = handCalculated<
      { formula: Formula; minDenominator: number; parts: Record<string, Row[]> },
      object[]
    >("computed-indicator");
    const parts = new Map(
      Object.entries(input.parts).map(([code, rows]) => [code, rows.map((row) => observation(code, row))]),
    );
    const found = computeObservations(input.formula, parts, {
      code: "computed-case",
      kind: "rate",
      level: "district",
      minDenominator: input.minDenominator,
    });
    expect(found).toEqual(
      expected.map((one) => ({ indicatorCode: "computed-case", level: "district", ...one })),
    );
  });
});

function observation(indicatorCode: string, [areaNumber, period, told]: Row): ReadObservation {
  const figure =
    typeof told === "number" ? { value: told, state: "VALUE" as const } : { value: null, state: told };
  return { indicatorCode, level: "district", areaNumber, period, ...figure };
}
