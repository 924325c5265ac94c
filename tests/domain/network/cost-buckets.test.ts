import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costBuckets } from "#domain/network/cost-buckets.ts";

describe("nodes by cost", () => {
  it("come out bucket by bucket, each as often as it was put in, however far apart costs are", () => {
    const step = fc.record({
      above: fc.integer({ min: 0, max: 3000 }),
      takes: fc.integer({ min: 0, max: 3 }),
    });
    const width = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(width, fc.array(step, { maxLength: 200 }), (wide, steps) => {
        const buckets = costBuckets(wide);
        const costs: number[] = [];
        const taken: number[] = [];
        const bucketOf = (node: number) => Math.floor(costs[node]! / wide);
        for (const { above, takes } of steps) {
          buckets.put(costs.push(buckets.lowest() + above) - 1, costs.at(-1)!);
          for (let n = 0; n < takes; n++) {
            const node = buckets.take();
            if (node !== -1) taken.push(node);
          }
        }
        for (let node = buckets.take(); node !== -1; node = buckets.take()) taken.push(node);
        expect(taken.toSorted((a, b) => a - b)).toEqual(costs.map((_, node) => node));
        expect(taken.map(bucketOf)).toEqual(taken.map(bucketOf).toSorted((a, b) => a - b));
        buckets.clear();
        expect(buckets.take()).toBe(-1);
        expect(buckets.lowest()).toBe(0);
      }),
    );
  });

  it("fit in, however many there are", () => {
    const buckets = costBuckets(10);
    const costs = Array.from({ length: 5000 }, (_, node) => (node * 7919) % 100_003);
    costs.forEach((cost, node) => {
      buckets.put(node, cost);
    });
    const taken = costs.map(() => Math.floor(costs[buckets.take()]! / 10));
    expect(taken).toEqual(costs.map((cost) => Math.floor(cost / 10)).toSorted((a, b) => a - b));
  });

  it("are forgotten when cleared", () => {
    const buckets = costBuckets(10);
    buckets.put(1, 5);
    buckets.put(2, 5000);
    buckets.clear();
    expect(buckets.take()).toBe(-1);
    buckets.put(3, 0);
    expect(buckets.take()).toBe(3);
  });
});
