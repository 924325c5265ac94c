import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ProfileParameters } from "#domain/network/profile.ts";
import { edgeFlag } from "#domain/network/walking-network.ts";
import { makeReachability } from "#domain/reachability/make-reachability.ts";
import { unreached, type WayMeasure } from "#domain/reachability/reachability.ts";
import { cellsAt, type Metres, placeAt, town } from "../network/towns.ts";

interface Input {
  streets: { points: Metres[]; isSteps?: boolean }[];
  cells: Metres[];
  profiles: { adult: ProfileParameters; barrierFree: ProfileParameters };
  places: Record<string, Metres>;
  changeLimitM: number;
}
interface Expected {
  adultMetres: Record<string, number[]>;
  barrierFreeMetres: Record<string, number[]>;
  barrierFreeSeconds: Record<string, number[]>;
  nearestOfPAndQ: { metres: number[]; place: string[] };
  changeByR: { cells: number[]; metres: number[] };
  airLineMetres: Record<string, number[]>;
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../cases/reach/${name}.json`, import.meta.url), "utf8"));
const input = read("input") as Input;
const expected = read("expected") as Expected;

const network = town(
  input.streets.map(({ points, isSteps }) => ({ points, flags: isSteps ? edgeFlag.steps : 0 })),
);
const grid = cellsAt(input.cells);
const ways = (profile: ProfileParameters, measure: WayMeasure = "metres", onNetwork = true) =>
  makeReachability({ network: onNetwork ? network : null, grid, profile, measure });
const place = (name: string) => placeAt(...input.places[name]!);
/** Thousandths to whole units, to a tenth: coordinates are rounded to a centimetre. */
const tenths = (costs: Iterable<number>) => Array.from(costs, (cost) => Math.round(cost / 100) / 10);

describe("the worked town (tests/cases/reach)", () => {
  const { adult, barrierFree } = input.profiles;

  it.each(Object.keys(expected.adultMetres))("has these ways from %s for adults", (name) => {
    expect(tenths(ways(adult).reach(place(name), unreached - 1).costs)).toEqual(expected.adultMetres[name]);
  });

  it.each(Object.keys(expected.barrierFreeMetres))("has these ways from %s without steps", (name) => {
    const { costs } = ways(barrierFree).reach(place(name), unreached - 1);
    expect(tenths(costs)).toEqual(expected.barrierFreeMetres[name]);
  });

  it("takes this long at the profile's speed", () => {
    const { costs } = ways(barrierFree, "minutes").reach(place("P"), unreached - 1);
    expect(tenths(costs)).toEqual(expected.barrierFreeSeconds.P);
  });

  it("has these nearest places", () => {
    const { costs, nearest } = ways(adult).nearest([place("P"), place("Q")]);
    expect(tenths(costs)).toEqual(expected.nearestOfPAndQ.metres);
    expect(Array.from(nearest, (at) => ["P", "Q"][at])).toEqual(expected.nearestOfPAndQ.place);
  });

  it("changes by a third place as worked out", () => {
    const reachability = ways(adult);
    const before = reachability.nearest([place("P"), place("Q")]);
    const change = reachability.change(place("R"), { limit: input.changeLimitM * 1000, before });
    expect([...change.cells]).toEqual(expected.changeByR.cells);
    expect(tenths(change.costs)).toEqual(expected.changeByR.metres);
  });

  it("has these lengthened air lines where no network is known", () => {
    const { costs } = ways(adult, "metres", false).reach(place("P"), unreached - 1);
    expect(tenths(costs)).toEqual(expected.airLineMetres.P);
  });
});
