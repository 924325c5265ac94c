import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeObservations, type ReadObservation } from "#domain/indicator/compute-observations.ts";
import type { Formula } from "#domain/indicator/formula.ts";
import { valueStates } from "#domain/indicator/observation.ts";

const codes = ["a", "b", "c", "d"];
const areas = ["01", "02", "03"];
const periods = ["2023", "2024"];

/** What everybody reads of one part, and the raw figures some read instead of those hidden. */
const figure = fc.record({
  state: fc.constantFrom(...valueStates),
  raw: fc.integer({ min: 0, max: 500 }),
});
const table = fc.array(figure, {
  minLength: codes.length * areas.length * periods.length,
  maxLength: codes.length * areas.length * periods.length,
});
const term = (code: string) =>
  fc.constantFrom("PLUS" as const, "MINUS" as const).map((sign) => ({ code, sign }));
const formula: fc.Arbitrary<Formula> = fc.record({
  numerator: fc.tuple(term("a"), term("b")).map((terms) => [...terms]),
  denominator: fc.oneof(
    fc.constant<Formula["denominator"]>([]),
    fc.tuple(term("c"), term("d")).map((terms) => [...terms]),
  ),
  factor: fc.constantFrom(1, 100, 1000),
});

type Figures = readonly { state: (typeof valueStates)[number]; raw: number }[];

function partsOf(figures: Figures, isFiner: boolean): Map<string, ReadObservation[]> {
  const places = areas.flatMap((areaNumber) => periods.map((period) => ({ areaNumber, period })));
  return new Map(
    codes.map((code, own) => [
      code,
      places.map((place, at) => {
        const { state, raw } = figures[own * places.length + at]!;
        const isRaw = isFiner && state === "SUPPRESSED";
        const told = isRaw
          ? { value: raw, state: "VALUE" as const, isConfidential: true as const }
          : { value: state === "VALUE" ? raw : null, state };
        return { indicatorCode: code, level: "district" as const, ...place, ...told };
      }),
    ]),
  );
}

const facts = { code: "computed-x", kind: "rate", level: "district" } as const;

describe("figures of a formula", () => {
  it("tell nobody more than the figures of its parts tell: another hidden figure changes nothing that is read", () => {
    fc.assert(
      fc.property(
        table,
        formula,
        fc.infiniteStream(fc.integer({ min: 0, max: 500 })),
        (figures, of, others) => {
          const changed = figures.map((one) =>
            one.state === "VALUE" ? one : { ...one, raw: others.next().value as number },
          );
          const [before, after] = [figures, changed].map((each) =>
            computeObservations(of, partsOf(each, false), facts),
          );
          expect(after).toEqual(before);
        },
      ),
    );
  });

  it("are hidden wherever a part is, and confidential wherever somebody reads a raw part", () => {
    fc.assert(
      fc.property(table, formula, (figures, of) => {
        const used = new Set([...of.numerator, ...of.denominator].map(({ code }) => code));
        const told = partsOf(figures, false);
        const isHidden = (areaNumber: string, period: string) =>
          [...used].some((code) =>
            told
              .get(code)!
              .some(
                (one) => one.areaNumber === areaNumber && one.period === period && one.state === "SUPPRESSED",
              ),
          );
        for (const one of computeObservations(of, told, facts)) {
          if (isHidden(one.areaNumber, one.period)) expect(one.state).toBe("SUPPRESSED");
          expect(one.isConfidential).toBeUndefined();
        }
        for (const one of computeObservations(of, partsOf(figures, true), facts)) {
          if (one.state !== "VALUE") continue;
          expect(one.isConfidential ?? false).toBe(isHidden(one.areaNumber, one.period));
        }
      }),
    );
  });
});
