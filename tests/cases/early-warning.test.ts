import { describe, expect, it } from "vitest";
import { demoWarningThresholds } from "#domain/early-warning/warning-rules.ts";
import {
  type AreaWarning,
  type WarningInput,
  warningSignals,
} from "#domain/early-warning/warning-signals.ts";
import { handCalculated } from "./case.ts";

interface Given {
  periods: string[];
  series: Record<string, number[]>;
  denominator: number;
  lowestClass: string[];
  break: string;
}
type Told = Record<string, { rules: string[]; grade: string | null }>;

const told = (warnings: readonly AreaWarning[]): Told =>
  Object.fromEntries(
    warnings.map(({ areaNumber, fired, grade }) => [
      areaNumber,
      { rules: fired.map(({ rule }) => rule), grade },
    ]),
  );

describe("early warning calculated by hand", () => {
  const { input, expected } = handCalculated<Given, { plain: Told; firedOfH: object[]; withBreak: Told }>(
    "early-warning",
  );

  const given = (turn: (value: number) => number = (value) => value): WarningInput => ({
    indicator: { direction: "HIGH_IS_BURDEN", breaks: [] },
    series: new Map(
      Object.entries(input.series).map(([area, values]) => [
        area,
        new Map(values.map((value, index) => [input.periods[index]!, turn(value)])),
      ]),
    ),
    denominators: new Map(Object.keys(input.series).map((area) => [area, input.denominator])),
    lowestClass: new Set(input.lowestClass),
  });
  const signals = (changed: Partial<WarningInput> = {}) =>
    warningSignals(demoWarningThresholds, { ...given(), ...changed });

  it("tells which rules fired and the figures that fired them", () => {
    expect(told(signals())).toEqual(expected.plain);
    expect(signals().find(({ areaNumber }) => areaNumber === "H")?.fired).toEqual(expected.firedOfH);
  });

  it("changes across a method break do not count", () => {
    const breaks = [{ date: input.break, text: { de: "Gesetz", en: "Law" } }];
    expect(told(signals({ indicator: { direction: "HIGH_IS_BURDEN", breaks } }))).toEqual(expected.withBreak);
  });

  it("an area below the minimum, or made from an unknown number of people, never fires", () => {
    const { H: _, ...withoutH } = expected.plain;
    const few = new Map([...given().denominators, ["H", input.denominator - 1]] as [string, number][]);
    expect(told(signals({ denominators: few }))).toEqual(withoutH);
    few.delete("H");
    expect(told(signals({ denominators: few }))).toEqual(withoutH);
  });

  it("a neutral indicator never fires, and a resource fires where it falls", () => {
    expect(signals({ indicator: { direction: "NEUTRAL", breaks: [] } })).toEqual([]);
    const mirrored = given((value) => 10 - value);
    const resource = { direction: "HIGH_IS_RESOURCE" as const, breaks: [] };
    expect(told(warningSignals(demoWarningThresholds, { ...mirrored, indicator: resource }))).toEqual(
      expected.plain,
    );
  });
});
