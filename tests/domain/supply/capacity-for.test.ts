import { describe, expect, it } from "vitest";
import { capacityFor, servingSupply } from "#domain/supply/capacity-for.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { dayCare, places, supplyPoint } from "../analysis/planning-towns.ts";

const size = (...categories: string[]) => ({
  name: { de: "1 Gruppe", en: "1 group" },
  uses: categories.map((category) => ({ category, amount: 10 })),
});
const under3 = { ...dayCare, sizes: [size("U3")] };
const both = { ...dayCare, sizes: [size("U3", "Ü3")] };
const mixed = [
  { ...places(20), category: "U3" },
  { ...places(40), category: "Ü3" },
];
const capacity = (...counted: SupplyPoint["capacity"]) => supplyPoint("a", [0, 0], { capacity: counted });

describe("capacity for a kind", () => {
  it("is what is offered, and what is licensed only where nobody knows the offer", () => {
    expect(capacityFor(capacity({ ...places(20), licensed: 30 }), dayCare)).toBe(20);
    expect(capacityFor(capacity({ ...places(null), licensed: 30 }), dayCare)).toBe(30);
    expect(capacityFor(capacity({ ...places(0), licensed: 30 }), dayCare)).toBe(0);
  });

  it("counts the categories its usual sizes are made of, and what has no category", () => {
    expect(capacityFor(capacity(...mixed), both)).toBe(60);
    expect(capacityFor(capacity(...mixed), under3)).toBe(20);
    expect(capacityFor(capacity(...mixed, places(5)), under3)).toBe(25);
    expect(capacityFor(capacity(...mixed), dayCare)).toBe(60);
  });

  it("leaves out other units and what belongs to a type of another kind", () => {
    const shared = [
      { ...places(50), facilityType: "KITA_MIX" as const },
      { ...places(80), facilityType: "GANZTAG" as const },
      { ...places(400), unit: "M2" as const },
    ];
    expect(capacityFor(capacity(...shared), dayCare)).toBe(50);
  });

  it("is unknown where nothing is counted, and nothing where all is known to be for others", () => {
    expect(capacityFor(capacity(), dayCare)).toBeNull();
    expect(capacityFor(capacity(places(null)), dayCare)).toBeNull();
    expect(capacityFor(capacity({ ...places(40), category: "Ü3" }), under3)).toBe(0);
  });
});

describe("supply that serves a kind", () => {
  const supply = [
    supplyPoint("c", [0, 0]),
    supplyPoint("b", [0, 0], { layer: "GEPLANT" }),
    supplyPoint("d", [0, 0], { facilityTypes: ["JUGENDTREFF"] }),
    supplyPoint("e", [0, 0], { capacity: [places(0)] }),
    supplyPoint("a", [0, 0], { capacity: [] }),
  ];
  const ids = (...layers: SupplyPoint["layer"][]) =>
    servingSupply(supply, dayCare, layers).map(({ point }) => point.id);

  it("is of its types and layers, and holds places of unknown capacity but none of no capacity", () => {
    expect(ids("BESTAND")).toEqual(["a", "c"]);
    expect(ids("BESTAND", "GEPLANT")).toEqual(["a", "b", "c"]);
    expect(ids("IDEE")).toEqual([]);
  });

  it("has one order, whatever order it came in", () => {
    expect(servingSupply(supply.toReversed(), dayCare, ["BESTAND"])).toEqual(
      servingSupply(supply, dayCare, ["BESTAND"]),
    );
  });
});
