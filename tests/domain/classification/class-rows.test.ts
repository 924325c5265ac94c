import { describe, expect, it } from "vitest";
import { classRows, keptClassOf } from "#domain/classification/class-rows.ts";
import { anArea } from "../../web/builders.ts";

const scale = { breaks: [25, 50], colours: ["#111111", "#222222", "#333333"] };
const areas = [
  anArea("01", { residents: 100 }),
  anArea("02", { residents: 300 }),
  anArea("03", { residents: 500 }),
  anArea("04", { residents: 100 }),
];
const values = new Map([
  ["01", { value: 10, state: "VALUE" as const }],
  ["02", { value: 25, state: "VALUE" as const }],
  ["03", { value: null, state: "SUPPRESSED" as const }],
]);

describe("legend rows", () => {
  it("count areas and their share of the residents", () => {
    const rows = classRows(scale, areas, values);
    expect(rows.map(({ kept, areas: count, shareOfResidents }) => [kept, count, shareOfResidents])).toEqual([
      [0, 1, 0.1],
      [1, 1, 0.3],
      [2, 0, 0],
      ["SUPPRESSED", 1, 0.5],
      ["UNKNOWN", 1, 0.1],
    ]);
  });

  it("account for every area exactly once", () => {
    const counted = classRows(scale, areas, values).reduce((sum, row) => sum + row.areas, 0);
    expect(counted).toBe(areas.length);
  });

  it("leave bounds open at both ends", () => {
    const [first, , last] = classRows(scale, areas, values);
    expect([first?.from, first?.to, last?.from, last?.to]).toEqual([null, 25, 50, null]);
  });

  it("put a value on a break into the upper class", () => {
    expect(keptClassOf({ value: 50, state: "VALUE" }, scale.breaks)).toBe(2);
  });

  it("say nothing about residents where they are unknown", () => {
    const unknown = areas.map((area) => ({ ...area, residents: null }));
    expect(classRows(scale, unknown, values)[0]?.shareOfResidents).toBeNull();
  });
});
