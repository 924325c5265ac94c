import { describe, expect, it } from "vitest";
import { AreaLookup } from "../../../server/datasets/area-lookup.ts";

const areas = [
  { number: "01", name: "Mitte" },
  { number: "02", name: "Nord" },
  { number: "05", name: "West" },
  { number: "12", name: "Bad Cannstatt" },
  { number: "14", name: "Mühlhausen" },
  { number: "15", name: "Münster" },
  { number: "146-2", name: "Stuttgart-Ost" },
];
const lookup = new AreaLookup(areas, "Stuttgart");
const found = (given: { number?: string; name?: string }) => {
  const match = lookup.find(given);
  return match.kind === "found" ? `${match.area.number} ${match.by}` : match.kind;
};

describe("the area a row means", () => {
  it.each([
    ["Mitte", "01 name"],
    ["mitte", "01 name-variant"],
    ["Stuttgart-Mitte", "01 name-variant"],
    ["Stuttgart Mitte", "01 name-variant"],
    ["Stadtbezirk Mitte", "01 name-variant"],
    ["Stadtbezirk Stuttgart-Mitte", "01 name-variant"],
    ["Mitte (Stuttgart)", "01 name-variant"],
    ["Cannstatt", "12 name-variant"],
    ["Bad-Cannstatt", "12 name-variant"],
    ["BAD CANNSTATT", "12 name-variant"],
    ["Stuttgart-Bad Cannstatt", "12 name-variant"],
    ["Muehlhausen", "14 name-variant"],
    ["Mu\u0308nster", "15 name-variant"],
    ["Ost", "146-2 name-variant"],
    ["Bad", "unknown"],
    ["Stuttgart", "unknown"],
    ["Vaihingen", "unknown"],
    ["", "unknown"],
  ])("is found by the name %j as %s", (name, expected) => {
    expect(found({ name })).toBe(expected);
  });

  it("is found by its number, with or without leading zeros, before its name is looked at", () => {
    expect(found({ number: "01", name: "West" })).toBe("01 number");
    expect(found({ number: "1" })).toBe("01 number-variant");
    expect(found({ number: "012" })).toBe("12 number-variant");
    expect(found({ number: "146-2" })).toBe("146-2 number");
    expect(found({ number: "99", name: "West" })).toBe("unknown");
  });

  it("is not decided when a spelling fits several areas", () => {
    const twins = new AreaLookup([
      { number: "1", name: "Birkach-Nord" },
      { number: "2", name: "Birkach Nord" },
    ]);
    expect(twins.find({ name: "birkachnord" })).toMatchObject({ kind: "ambiguous" });
    expect(twins.find({ name: "Birkach Nord" })).toMatchObject({ kind: "found", area: { number: "2" } });
  });
});
