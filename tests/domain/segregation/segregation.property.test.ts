import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "#domain/chance/seeded-chance.ts";
import { expectedDissimilarity } from "#domain/segregation/expected-dissimilarity.ts";
import type { GroupCounts } from "#domain/segregation/group-counts.ts";
import { hypergeometric, logFactorials } from "#domain/segregation/hypergeometric.ts";
import {
  dissimilarity,
  locationQuotients,
  segregationIndices,
} from "#domain/segregation/segregation-indices.ts";

const people = fc.integer({ min: 0, max: 300 });
const counts = fc.array(fc.tuple(people, people), { minLength: 1, maxLength: 30 }).map(
  (areas): GroupCounts => ({
    group: areas.map(([x]) => x),
    total: areas.map(([x, y]) => x + y),
  }),
);

describe("any city", () => {
  it("D lies between 0 and 1, isolation and exposure are 1 together, and merging areas never raises D", () => {
    fc.assert(
      fc.property(counts, (city) => {
        const found = segregationIndices(city);
        if (!found) return;
        expect(found.dissimilarity).toBeGreaterThanOrEqual(0);
        expect(found.dissimilarity).toBeLessThanOrEqual(1);
        expect(found.isolation + found.exposure).toBeCloseTo(1, 9);
        expect(found.isolation).toBeGreaterThanOrEqual(found.share - 1e-9);
        const [x1, x2 = 0, ...x] = city.group;
        const [t1, t2 = 0, ...t] = city.total;
        const merged = segregationIndices({ group: [x1! + x2, ...x], total: [t1! + t2, ...t] })!;
        expect(merged.dissimilarity).toBeLessThanOrEqual(found.dissimilarity + 1e-9);
      }),
    );
  });

  it("D is the same for both groups and in any order of the areas", () => {
    fc.assert(
      fc.property(counts, ({ group, total }) => {
        const rest = total.map((t, i) => t - group[i]!);
        const found = dissimilarity(group, rest);
        expect(dissimilarity(rest, group)).toEqual(found);
        const turned = dissimilarity(group.toReversed(), rest.toReversed());
        if (found === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(found, 12);
      }),
    );
  });

  it("separate quarters have D 1, an even mix has D 0, and nobody has none", () => {
    expect(segregationIndices({ group: [5, 0], total: [5, 9] })).toMatchObject({
      dissimilarity: 1,
      adjustedIsolation: 1,
    });
    const even = segregationIndices({ group: [10, 20], total: [100, 200] })!;
    expect(even.dissimilarity).toBeCloseTo(0, 12);
    expect(even.adjustedIsolation).toBeCloseTo(0, 12);
    expect(segregationIndices({ group: [0, 0], total: [5, 9] })).toBeNull();
    expect(segregationIndices({ group: [5, 9], total: [5, 9] })).toBeNull();
    expect(locationQuotients({ group: [0, 0], total: [5, 9] })).toEqual([null, null]);
    expect(expectedDissimilarity({ group: [0], total: [5] }, { runs: 3, seed: 1 })).toBeNull();
  });
});

describe("random allocation", () => {
  it("draws of the hypergeometric distribution follow its probabilities", () => {
    // 3 members among 7; 4 drawn: C(3,k)·C(4,4−k)/C(7,4) = 1, 12, 18, 4 of 35.
    const log = logFactorials(7);
    const chance = seededChance(11);
    const found = [0, 0, 0, 0];
    const draws = 35_000;
    for (let i = 0; i < draws; i++)
      found[hypergeometric({ all: 7, members: 3, draws: 4 }, { log, chance })]!++;
    // Five standard errors of each share.
    [1, 12, 18, 4].forEach((of35, k) => {
      const p = of35 / 35;
      expect(Math.abs(found[k]! / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
    });
  });

  it("a large group in large areas has hardly any D by chance, a small one much, and a seed repeats it", () => {
    const total = Array.from({ length: 50 }, () => 4000);
    const expected = (members: number) => {
      const group = total.map((_, i): number => (i < members ? 1 : 0));
      group[0]! += members - group.reduce((sum, x) => sum + x, 0);
      return expectedDissimilarity({ group, total }, { runs: 40, seed: 3 })!;
    };
    expect(expected(60).expected).toBeGreaterThan(0.3);
    expect(expected(3900).expected).toBeLessThan(0.06);
    expect(expected(60)).toEqual(expected(60));
  });
});
