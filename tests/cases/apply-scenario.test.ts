import { describe, expect, it } from "vitest";
import { applyScenario } from "#domain/scenario/apply-scenario.ts";
import { type Scenario, scenarioSchema } from "#domain/scenario/scenario.ts";
import { partsOf } from "#domain/scenario/scenario-parts.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { supplyPoint } from "../domain/analysis/planning-towns.ts";
import { handCalculated } from "./case.ts";

type Place = {
  id: string;
  origin: SupplyPoint["origin"];
  capacity: { unit: "PLATZ" | "M2"; category: string; amount: number }[];
};

describe("a scenario written down by hand", () => {
  const { input, expected } = handCalculated<
    { supply: Place[]; changes: Scenario["changes"] },
    { supply: object[]; added: object; parts: object[] }
  >("apply-scenario");
  const scenario = scenarioSchema.parse({ name: "Cannstatt 2030", changes: input.changes });
  const present = input.supply.map(({ id, origin, capacity }) =>
    supplyPoint(id, [0, 0], {
      origin,
      capacity: capacity.map(({ amount, ...counted }) => ({
        ...counted,
        ...{ licensed: amount, offered: amount, occupied: amount, referenceDate: "2024-03-01" },
      })),
    }),
  );
  const before = structuredClone(present);
  const supply = applyScenario(present, scenario, { areasAt: () => ({ subdistrict: "211" }) });

  it("has the places that are left, with the capacities it gives them", () => {
    const told = supply.map(({ id, capacity }) => ({
      id,
      capacity: capacity.map(({ unit, category, offered }) => `${unit} ${category} ${offered}`),
    }));
    expect(told).toEqual(expected.supply);
  });

  it("has its sketched site in the site's layer, type by type, used by nobody yet", () => {
    const added = supply.find(({ origin }) => origin === "scenario")!;
    expect(added).toMatchObject(expected.added);
    expect(added.capacity.map(({ facilityType, occupied }) => [facilityType, occupied])).toEqual([
      ["KITA_MIX", null],
      ["KITA_MIX", null],
      ["JUGENDTREFF", null],
    ]);
  });

  it("leaves the present as it was", () => {
    expect(present).toEqual(before);
    expect(applyScenario(present, { changes: [] }, { areasAt: () => ({}) })).toEqual(present);
  });

  it("is made of the records its changes name", () => {
    const named = partsOf(scenario).map(({ recordType, recordId }) => ({ type: recordType, id: recordId }));
    expect(named).toEqual(expected.parts);
  });
});
