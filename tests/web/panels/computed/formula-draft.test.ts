import { describe, expect, it } from "vitest";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { asKind, draftOf, formulaOf, partsFor } from "../../../../web/panels/computed/formula-draft.ts";

const indicator = (code: string, kind: IndicatorAnswer["kind"], facts: Partial<IndicatorAnswer> = {}) =>
  ({ code, kind, theme: "demography", ...facts }) as IndicatorAnswer;
const plus = (code: string) => ({ code, sign: "PLUS" as const });
const minus = (code: string) => ({ code, sign: "MINUS" as const });

const indicators = [
  indicator("residents", "count"),
  indicator("children", "count"),
  indicator("share", "rate"),
  indicator("other-share", "rate"),
  indicator("age", "mean"),
  indicator("trust", "rate", { theme: "cohesion" }),
  indicator("computed-1", "rate", {
    computed: {
      id: "1",
      state: "ENTWURF",
      version: 1,
      formula: { numerator: [], denominator: [], factor: 1 },
    },
  }),
];

describe("a formula being written", () => {
  it("is whole once both sides of a ratio, or two parts of a sum, are there", () => {
    const ratio = { kind: "RATIO", above: [plus("children")], below: [], factor: 100 } as const;
    expect(formulaOf(ratio)).toBeNull();
    expect(formulaOf({ ...ratio, below: [plus("residents")] })).toEqual({
      numerator: [plus("children")],
      denominator: [plus("residents")],
      factor: 100,
    });
    expect(formulaOf({ ...ratio, kind: "SUM" })).toBeNull();
  });

  it("subtracts what comes second in a difference, and opens again as what it was kept as", () => {
    const formula = formulaOf({
      kind: "DIFFERENCE",
      above: [plus("share"), plus("other-share")],
      below: [],
      factor: 100,
    })!;
    expect(formula).toEqual({ numerator: [plus("share"), minus("other-share")], denominator: [], factor: 1 });
    expect(formulaOf(draftOf(formula))).toEqual(formula);
    expect(draftOf(formula).kind).toBe("DIFFERENCE");
  });

  it("offers measured indicators of a fitting kind, and lets go of the others when the kind changes", () => {
    const offered = (kind: Parameters<typeof partsFor>[0]) =>
      partsFor(kind, indicators).map(({ code }) => code);
    expect(offered("RATIO")).toEqual(["residents", "children"]);
    expect(offered("SUM")).toEqual(["residents", "children", "share", "other-share"]);
    expect(offered("DIFFERENCE")).toEqual(["share", "other-share", "age"]);
    const draft = { kind: "SUM", above: [plus("residents"), plus("share")], below: [], factor: 100 } as const;
    expect(asKind(draft, "DIFFERENCE", indicators).above).toEqual([plus("share")]);
  });
});
