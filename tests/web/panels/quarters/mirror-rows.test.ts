import { describe, expect, it } from "vitest";
import type { DistrictProfile, ProfileCell } from "#domain/contract/district-contract.ts";
import { figuresOfArea } from "../../../../web/panels/quarters/figures-of-area.ts";
import { mirrorRows } from "../../../../web/panels/quarters/mirror-rows.ts";

const cell = (value: number | null): ProfileCell => ({
  ...{ value, state: value === null ? "NOT_APPLICABLE" : "VALUE", class: value === null ? null : 1 },
  difference: null,
});
const scale = { breaks: [1], colours: ["#fff", "#000"] };

/** A Stadtbezirk with two Stadtteile: unemployment is told of each, cohesion of the whole alone. */
const profile = {
  number: "06",
  monitoring: {
    level: "subdistrict",
    indicators: [
      { code: "unemployment", district: cell(5), scale, districtScale: scale },
      { code: "cohesion-index", district: cell(60), scale: null, districtScale: scale },
    ],
    areas: [
      { number: "0601", cells: [cell(7), cell(null)] },
      { number: "0602", cells: [cell(3), cell(null)] },
    ],
  },
  statements: [
    said("a", "subdistrict", "0601", { confirms: ["unemployment"] }),
    said("b", "subdistrict", "0601", { contradicts: ["unemployment"] }),
    said("c", "subdistrict", "0602", { contradicts: ["unemployment"] }),
    said("d", "district", "06", { contradicts: ["cohesion-index"], confirms: ["unemployment"] }),
  ],
} as unknown as DistrictProfile;

function said(
  id: string,
  areaLevel: string,
  areaNumber: string,
  { confirms = [], contradicts = [] }: { confirms?: string[]; contradicts?: string[] },
) {
  return { id, areaLevel, areaNumber, confirmsIndicators: confirms, contradictsIndicators: contradicts };
}

const area = { level: "subdistrict", number: "0601" } as const;
const told = (rows: ReturnType<typeof mirrorRows>) =>
  rows.map(({ indicator, cell: { value }, statement, isContradiction }) => [
    ...[indicator.code, value, statement.id, isContradiction],
  ]);

describe("the figures of an area", () => {
  it("are its own, and the Stadtbezirk's where there is none, which they say", () => {
    expect(
      figuresOfArea(profile, area).map(({ cell: { value }, isOfDistrict }) => [value, isOfDistrict]),
    ).toEqual([
      [7, false],
      [60, true],
    ]);
  });

  it("of a Stadtbezirk are the Stadtbezirk's own", () => {
    const figures = figuresOfArea(profile, { level: "district", number: "06" });
    expect(figures.map(({ cell: { value }, isOfDistrict }) => [value, isOfDistrict])).toEqual([
      [5, false],
      [60, false],
    ]);
  });
});

describe("the Spiegelung of an area", () => {
  it("sets each statement beside the figure it is about, contradictions first, and none of another area", () => {
    expect(told(mirrorRows(profile, area))).toEqual([
      ["unemployment", 7, "b", true],
      ["cohesion-index", 60, "d", true],
      ["unemployment", 7, "a", false],
    ]);
  });

  it("tells nothing to whoever reads no statements", () => {
    expect(mirrorRows({ ...profile, statements: null }, area)).toEqual([]);
  });
});
