import { expect, it } from "vitest";
import { parameterSetOf } from "#domain/scenario/apply-scenario.ts";
import { dayCare, parameterSet, youthClub } from "../analysis/planning-towns.ts";

it("a scenario counts with its own standards, in the place of those of the kind or behind them", () => {
  const own = { ...dayCare, maxWayM: 750 };
  const further = { ...dayCare, kind: "KIFAZ" };
  const set = parameterSetOf(parameterSet, { standards: [further, own] });
  expect(set.standards).toEqual([own, youthClub, further]);
  expect(set.id).toBe("set-1");
  expect(parameterSet.standards).toEqual([dayCare, youthClub]);
});
