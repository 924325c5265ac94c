import { describe, expect, it } from "vitest";
import { componentColumn } from "#domain/priority-index/component-column.ts";
import type { IndexInput } from "#domain/priority-index/index-input.ts";
import { indexRobustness } from "#domain/priority-index/index-robustness.ts";
import { type IndexRules, priorityIndex } from "#domain/priority-index/priority-index.ts";
import { handCalculated } from "./case.ts";

interface Given {
  rules: IndexRules;
  input: IndexInput;
}

function expectClose(found: readonly (number | null)[] | null, expected: readonly (number | null)[]) {
  expect(found).toEqual(expected.map((value) => (value === null ? null : expect.closeTo(value, 6))));
}

describe("priority index calculated by hand", () => {
  it("scores, classes, contributions and excluded areas of a mixed definition", () => {
    const { input, expected } = handCalculated<
      Given,
      {
        states: Record<string, string>;
        scores: (number | null)[];
        classes: (number | null)[];
        weightShares: (number | null)[];
        contributionsOfD: number[];
        contributionsOfH: (number | null)[];
        basis: object[];
        correlationFirstThird: number;
      }
    >("priority-index");
    const { areas, basis, correlation } = priorityIndex(input.rules, input.input);
    expect(Object.fromEntries(areas.map(({ areaNumber, state }) => [areaNumber, state]))).toEqual(
      expected.states,
    );
    expectClose(
      areas.map(({ score }) => score),
      expected.scores,
    );
    expect(areas.map(({ classIndex }) => classIndex)).toEqual(expected.classes);
    expectClose(
      areas.map(({ weightShare }) => weightShare),
      expected.weightShares,
    );
    expectClose(areas[3]!.contributions, expected.contributionsOfD);
    expectClose(areas[7]!.contributions, expected.contributionsOfH);
    expect(basis).toEqual(expected.basis);
    expect(correlation[0]![2]).toBeCloseTo(expected.correlationFirstThird, 6);
  });

  it("means over residents and figures cut at the percentiles", () => {
    const { input, expected } = handCalculated<
      {
        weighted: { values: number[]; residents: number[] };
        winsorised: { from: number; to: number; outlier: number };
      },
      {
        weighted: { values: number[]; centre: number; spread: number };
        winsorised: Record<"centre" | "spread" | "first" | "second" | "middle" | "last", number>;
      }
    >("index-standardisation");
    const weighted = componentColumn(
      Float64Array.from(input.weighted.values),
      { transform: "Z", direction: "HIGH_IS_BURDEN" },
      {
        winsorize: false,
        standardisation: "POPULATION_WEIGHTED",
        residents: Float64Array.from(input.weighted.residents),
      },
    );
    expectClose([...weighted.values], expected.weighted.values);
    expectClose([weighted.centre, weighted.spread], [expected.weighted.centre, expected.weighted.spread]);

    const { from, to, outlier } = input.winsorised;
    const raw = Float64Array.from({ length: to - from + 1 }, (_, index) => from + index);
    raw[raw.length - 1] = outlier;
    const cut = componentColumn(
      raw,
      { transform: "MINMAX", direction: "HIGH_IS_BURDEN" },
      { winsorize: true, standardisation: "UNWEIGHTED", residents: raw.map(() => Number.NaN) },
    );
    const { centre, spread, first, second, middle, last } = expected.winsorised;
    expectClose(
      [cut.centre, cut.spread, cut.values[0]!, cut.values[1]!, cut.values[50]!, cut.values.at(-1)!],
      [centre, spread, first, second, middle, last],
    );
  });

  it("class ranges over variants of weights, components and normalisation", () => {
    const { input, expected } = handCalculated<
      Given & { variants: number },
      { variantsByFamily: object; areas: object[] }
    >("index-robustness");
    for (const seed of [1, 2, 99]) {
      const found = indexRobustness(input.rules, input.input, { variants: input.variants, seed });
      expect(found.variantsByFamily).toEqual(expected.variantsByFamily);
      expect(found.areas.map(({ sameShareByFamily: _, ...area }) => area)).toEqual(expected.areas);
    }
  });
});
