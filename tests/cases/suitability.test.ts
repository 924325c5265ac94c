import { describe, expect, it } from "vitest";
import {
  equalWeights,
  type Suitability,
  type SuitabilityCandidate,
  type SuitabilityWeights,
  weighSuitability,
} from "#domain/placement/suitability.ts";
import { handCalculated } from "./case.ts";

interface Case {
  weights: SuitabilityWeights;
  candidates: SuitabilityCandidate[];
}
interface Expected {
  points: Record<string, (number | null)[]>;
  weighted: Record<string, Pick<Suitability, "outcome" | "score" | "sum" | "knownWeight">>;
  equal: Record<string, number | null>;
}

describe("hand-calculated suitability", () => {
  const { input, expected } = handCalculated<Case, Expected>("suitability");

  it("five sketches get points, sums and scores as on paper", () => {
    const weighed = weighSuitability(input.candidates, input.weights);
    const points = weighed.map(({ id, contributions }) => [id, contributions.map((one) => one.points)]);
    expect(Object.fromEntries(points)).toEqual(expected.points);
    const scores = weighed.map(({ id, outcome, score, sum, knownWeight }) => [
      id,
      { outcome, score, sum, knownWeight },
    ]);
    expect(Object.fromEntries(scores)).toEqual(expected.weighted);
  });

  it("equal weights give other scores on the same points", () => {
    const weighed = weighSuitability(input.candidates, equalWeights);
    expect(Object.fromEntries(weighed.map(({ id, score }) => [id, score]))).toEqual(expected.equal);
  });
});
