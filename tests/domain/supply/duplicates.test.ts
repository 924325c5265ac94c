import { describe, expect, it } from "vitest";
import { catchmentsOf } from "#domain/supply/catchments.ts";
import { duplicates } from "#domain/supply/duplicates.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { dayCare, parameterSet, places, supplyPoint } from "../analysis/planning-towns.ts";

/** Two day cares in the same place, both half empty, that differ in what is given. */
function pair(first: Partial<SupplyPoint>, second: Partial<SupplyPoint>) {
  const supply = [first, second].map((other, index) => ({
    point: supplyPoint(String(index), [0, 0], { capacity: [places(40, 20)], ...other }),
    capacity: 40,
  }));
  const reached = supply.map(() => ({ cells: Uint32Array.of(0), costs: Uint32Array.of(0) }));
  const [found] = duplicates({
    supply,
    catchments: catchmentsOf(reached, 1),
    residents: Uint32Array.of(100),
    standard: dayCare,
    rules: parameterSet.rules!,
  }).pairs;
  return (
    found && { ...found, reasons: Object.fromEntries(found.reasons.map(({ code, holds }) => [code, holds])) }
  );
}
const ofCategory = (category: string) => ({ capacity: [{ ...places(40, 20), category }] });

describe("a possible double structure", () => {
  it("needs the same people: by category, or by type where nobody split them", () => {
    expect(pair(ofCategory("U3"), ofCategory("Ü3"))).toBeUndefined();
    expect(pair(ofCategory("U3"), ofCategory("U3"))?.reasons).toMatchObject({ SAME_TARGET_GROUP: true });
    expect(pair({}, {})?.reasons).toMatchObject({ SAME_TARGET_GROUP: true });
    expect(pair({ facilityTypes: ["KITA_U3"] }, {})?.reasons).toMatchObject({ SAME_TARGET_GROUP: null });
  });

  it("is none between confessions, and says where providers differ", () => {
    const provider = (name: string | null) => ({ provider: name });
    expect(pair(provider("Evangelische Gemeinde"), provider("Katholische Gemeinde"))).toBeUndefined();
    expect(pair(provider("Evangelische Gemeinde"), provider("Stadt"))?.differentProviders).toBe(true);
    expect(pair(provider("Stadt"), provider("Stadt "))?.differentProviders).toBe(false);
    expect(pair(provider("Stadt"), provider(null))?.differentProviders).toBeNull();
  });

  it("stays to be checked where hours are not comparable and cooperation is never recorded", () => {
    expect(pair({ openingHours: "nachmittags" }, { openingHours: "Mo–Fr 7–15" })?.reasons).toMatchObject({
      OVERLAPPING_HOURS: null,
      NO_COOPERATION: null,
    });
  });
});
