import { describe, expect, it } from "vitest";
import { expectedDissimilarity } from "#domain/segregation/expected-dissimilarity.ts";
import type { GroupCounts } from "#domain/segregation/group-counts.ts";
import {
  dissimilarity,
  locationQuotients,
  type SegregationIndices,
  segregationIndices,
} from "#domain/segregation/segregation-indices.ts";
import { handCalculated } from "./case.ts";

describe("segregation calculated by hand", () => {
  const { input, expected } = handCalculated<
    {
      counts: GroupCounts;
      groups: { one: number[]; other: number[] };
      chance: GroupCounts & { runs: number; seed: number };
    },
    {
      indices: SegregationIndices;
      locationQuotients: (number | null)[];
      dissimilarityOfGroups: number;
      expected: number;
    }
  >("segregation");

  it("dissimilarity, isolation, exposure and location quotients of three areas", () => {
    const found = segregationIndices(input.counts)!;
    for (const name of Object.keys(expected.indices) as (keyof SegregationIndices)[])
      expect(found[name]).toBeCloseTo(expected.indices[name], 12);
    expect(locationQuotients(input.counts)).toEqual(
      expected.locationQuotients.map((quotient) => (quotient === null ? null : expect.closeTo(quotient, 12))),
    );
    expect(dissimilarity(input.groups.one, input.groups.other)).toBeCloseTo(
      expected.dissimilarityOfGroups,
      12,
    );
  });

  it("a small group has a high dissimilarity by chance alone", () => {
    const { runs, seed, ...counts } = input.chance;
    const found = expectedDissimilarity(counts, { runs, seed })!;
    // Three standard errors of 20,000 draws.
    expect(Math.abs(found.expected - expected.expected)).toBeLessThan(0.01);
    expect(found).toMatchObject({ low: 0, high: 1 });
  });
});
