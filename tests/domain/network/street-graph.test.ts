import { describe, expect, it } from "vitest";
import type { ProfileParameters } from "#domain/network/profile.ts";
import { streetGraph } from "#domain/network/street-graph.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { adult, barrierFree, type Street, town } from "./towns.ts";

/** A long street, and one more between its ends that only some may use. */
const shortcut = (more: Omit<Street, "points">) =>
  town(
    [
      {
        points: [
          [0, 0],
          [500, 100],
          [1000, 0],
        ],
      },
      {
        points: [
          [0, 0],
          [1000, 0],
        ],
        ...more,
      },
    ],
    more.slope !== undefined,
  );
const usable = (more: Omit<Street, "points">, profile: ProfileParameters) =>
  streetGraph(shortcut(more), profile, (mm) => mm).isUsable.filter((is) => is === 1).length;

describe("the streets of a profile", () => {
  it("leave out steps for those who do not use them", () => {
    expect(usable({ flags: edgeFlag.steps }, adult)).toBe(2);
    expect(usable({ flags: edgeFlag.steps }, barrierFree)).toBe(1);
    expect(usable({ flags: edgeFlag.steps }, { ...adult, usesSteps: false })).toBe(1);
  });

  it("leave out for the barrier-free profile alone what is stated not to be", () => {
    expect(usable({ flags: edgeFlag.notBarrierFree }, barrierFree)).toBe(1);
    expect(usable({ flags: edgeFlag.notBarrierFree }, { ...adult, usesSteps: false })).toBe(2);
  });

  it("leave out what is steeper than the profile's limit, up or down", () => {
    expect(usable({ slope: 60 }, barrierFree)).toBe(2);
    expect(usable({ slope: 61 }, barrierFree)).toBe(1);
    expect(usable({ slope: -61 }, barrierFree)).toBe(1);
    expect(usable({ slope: 200 }, adult)).toBe(2);
  });

  it("are those of the largest connected part, by length of street", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [300, 0],
        ],
      },
      {
        points: [
          [0, 100],
          [100, 100],
        ],
      },
      {
        points: [
          [100, 100],
          [100, 200],
        ],
      },
      {
        points: [
          [100, 100],
          [50, 150],
        ],
      },
    ]);
    const { isUsable } = streetGraph(network, adult, (mm) => mm);
    const kept = [...network.length].filter((_, edge) => isUsable[edge] === 1);
    expect(kept.map((mm) => Math.round(mm / 1000))).toEqual([300]);
  });

  it("cost at least one unit each, in both directions the same", () => {
    const network = shortcut({ flags: edgeFlag.steps });
    const { arcCost, arcTarget, arcStart } = streetGraph(network, adult, () => 0);
    expect(arcTarget).toHaveLength(4);
    expect([...arcCost]).toEqual([1, 1, 1, 1]);
    expect(arcStart.at(-1)).toBe(4);
  });
});
