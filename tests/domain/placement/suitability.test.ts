import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalWeights,
  type SuitabilityCandidate,
  type SuitabilityWeights,
  suitabilityCriteria,
  suitabilityCriterionCodes,
  weighSuitability,
} from "#domain/placement/suitability.ts";

const byCriterion = <T>(one: fc.Arbitrary<T>) =>
  fc.record({
    ...{ NEWLY_SERVED: one, OVERLAP: one, MEDIAN_WAY: one },
    ...{ OUTDOOR: one, LAND: one, CONSTRAINTS: one },
  });
const anyWeights: fc.Arbitrary<SuitabilityWeights> = byCriterion(fc.integer({ min: 0, max: 3 }));
const anyCandidates: fc.Arbitrary<SuitabilityCandidate[]> = fc
  .array(
    fc.record({
      isExcluded: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
      values: byCriterion(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => drawn.map((one, place) => ({ ...one, id: `s-${place}` })));

const aCandidate = (id: string, values: Partial<SuitabilityCandidate["values"]> = {}) => ({
  ...{ id, isExcluded: false },
  values: {
    ...{ NEWLY_SERVED: 10, OVERLAP: 10, MEDIAN_WAY: 300, OUTDOOR: 1, LAND: 1, CONSTRAINTS: 0 },
    ...values,
  },
});

describe("weighted suitability", () => {
  it("never falls when a value gets better", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        anyCandidates,
        anyWeights,
        fc.constantFrom(...suitabilityCriterionCodes),
        fc.integer({ min: 1, max: 12 }),
        (candidates, weights, criterion, step) => {
          const [first, ...others] = candidates;
          const value = first!.values[criterion];
          fc.pre(value !== null);
          const better = value! + (suitabilityCriteria[criterion] === "more" ? step : -step);
          const improved = { ...first!, values: { ...first!.values, [criterion]: better } };
          const before = weighSuitability(candidates, weights)[0]!;
          const after = weighSuitability([improved, ...others], weights)[0]!;
          expect(after.outcome).toBe(before.outcome);
          if (before.score !== null) {
            compared++;
            expect(after.score).toBeGreaterThanOrEqual(before.score);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it("stays the same when all weights grow alike", () => {
    fc.assert(
      fc.property(
        anyCandidates,
        anyWeights,
        fc.integer({ min: 2, max: 9 }),
        (candidates, weights, factor) => {
          const heavier = Object.fromEntries(
            Object.entries(weights).map(([criterion, weight]) => [criterion, weight * factor]),
          ) as SuitabilityWeights;
          const told = (by: SuitabilityWeights) =>
            weighSuitability(candidates, by).map(({ outcome, score }) => ({ outcome, score }));
          expect(told(heavier)).toEqual(told(weights));
        },
      ),
    );
  });

  it("stays within 0 and 100, whole, and only where a site is scored", () => {
    fc.assert(
      fc.property(anyCandidates, anyWeights, (candidates, weights) => {
        for (const { outcome, score } of weighSuitability(candidates, weights)) {
          expect(score === null).toBe(outcome !== "SCORED");
          if (score === null) continue;
          expect(Number.isInteger(score)).toBe(true);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it("gives sites that are alike 50 points on everything", () => {
    const weighed = weighSuitability([aCandidate("a"), aCandidate("b")], equalWeights);
    expect(weighed.map(({ score }) => score)).toEqual([50, 50]);
  });

  it("is told at 80 % of the weight and not below", () => {
    const unknownLand = [aCandidate("a", { LAND: null }), aCandidate("b")];
    const weightOf = (land: number) => ({ ...equalWeights, OUTDOOR: 0, LAND: land });
    expect(weighSuitability(unknownLand, weightOf(1))[0]).toMatchObject({
      outcome: "SCORED",
      knownWeight: 4,
    });
    expect(weighSuitability(unknownLand, weightOf(2))[0]).toMatchObject({ outcome: "TOO_LITTLE_KNOWN" });
  });

  it("excludes a site whatever its values and weights, and does not measure the others by it", () => {
    const ruledOut = { ...aCandidate("b", { NEWLY_SERVED: 900 }), isExcluded: true };
    const weighed = weighSuitability([aCandidate("a"), ruledOut], { ...equalWeights, CONSTRAINTS: 0 });
    expect(weighed.map(({ outcome, score }) => [outcome, score])).toEqual([
      ["SCORED", 50],
      ["EXCLUDED", null],
    ]);
  });

  it("is not there without any weight", () => {
    const none = Object.fromEntries(suitabilityCriterionCodes.map((code) => [code, 0])) as SuitabilityWeights;
    expect(weighSuitability([aCandidate("a")], none)[0]).toMatchObject({ outcome: "NO_WEIGHT", score: null });
  });
});
