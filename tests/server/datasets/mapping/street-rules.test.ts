import { describe, expect, it } from "vitest";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { barrierNature, streetNature } from "../../../../server/datasets/mapping/street-rules.ts";

const { steps, notBarrierFree } = edgeFlag;

describe("what a way is on foot", () => {
  it.each([
    [{ highway: "footway" }, true],
    [{ highway: "residential", oneway: "yes" }, true],
    [{ highway: "service", access: "destination" }, true],
    [{ highway: "service", access: "private" }, false],
    [{ highway: "service", access: "private", foot: "yes" }, true],
    [{ highway: "track", access: "agricultural" }, true],
    [{ highway: "footway", access: "no" }, false],
    [{ highway: "primary" }, true],
    [{ highway: "primary", foot: "no" }, false],
    [{ highway: "primary", foot: "use_sidepath" }, false],
    [{ highway: "primary", motorroad: "yes" }, false],
    [{ highway: "cycleway" }, false],
    [{ highway: "cycleway", foot: "designated" }, true],
    [{ highway: "trunk" }, false],
    [{ highway: "trunk", foot: "yes" }, true],
    [{ highway: "motorway" }, false],
    [{ highway: "construction" }, false],
    [{ route: "ferry" }, false],
  ])("%j is a street: %s", (tags, isStreet) => {
    expect(streetNature(tags) !== null).toBe(isStreet);
  });

  it.each([
    [{ highway: "steps" }, steps],
    [{ highway: "steps", "ramp:wheelchair": "yes" }, 0],
    [{ highway: "steps", wheelchair: "no" }, steps | notBarrierFree],
    [{ highway: "footway", wheelchair: "no" }, notBarrierFree],
    [{ highway: "track", smoothness: "horrible" }, notBarrierFree],
    [{ highway: "track", smoothness: "bad" }, 0],
  ])("%j has flags %i", (tags, flags) => {
    expect(streetNature(tags)?.flags).toBe(flags);
  });

  it.each([
    ["12%", 120],
    ["-8 %", -80],
    ["5,5%", 55],
    ["10°", 176],
    ["4", 40],
    ["up", 0],
    ["down", 0],
    ["400%", 0],
  ])("incline %s is a slope of %i per mille", (incline, slope) => {
    expect(streetNature({ highway: "path", incline })?.slope).toBe(slope);
  });
});

describe("what a barrier is on foot", () => {
  it.each([
    [{ barrier: "gate" }, "open"],
    [{ barrier: "gate", access: "private" }, "closed"],
    [{ barrier: "gate", access: "private", foot: "yes" }, "open"],
    [{ barrier: "gate", locked: "yes" }, "closed"],
    [{ barrier: "lift_gate", foot: "no" }, "closed"],
    [{ barrier: "bollard" }, "open"],
    [{ barrier: "fence" }, "closed"],
    [{ barrier: "wall", foot: "yes" }, "open"],
    [{ barrier: "stile" }, "narrow"],
    [{ barrier: "kissing_gate" }, "narrow"],
    [{ barrier: "cycle_barrier" }, "narrow"],
    [{ barrier: "cycle_barrier", wheelchair: "yes" }, "open"],
    [{ barrier: "gate", wheelchair: "no" }, "narrow"],
    [{ barrier: "kerb", kerb: "raised" }, "narrow"],
    [{ barrier: "kerb", kerb: "lowered" }, "open"],
    [{ access: "private" }, "open"],
  ] as const)("%j is %s", (tags, nature) => {
    expect(barrierNature(tags)).toBe(nature);
  });
});
