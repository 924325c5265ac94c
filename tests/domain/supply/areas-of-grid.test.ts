import { expect, it } from "vitest";
import { areasAtPlace, areasOfGrid } from "#domain/supply/areas-of-grid.ts";
import { gridOf } from "../analysis/planning-towns.ts";
import { placeAt } from "../network/towns.ts";

const home = { children: [0, 0] as [number, number], others: 1 };
const grid = gridOf(
  [
    { place: [0, 0], area: 0, ...home },
    { place: [300, 0], area: 1, ...home },
    { place: [0, 300], area: -1, ...home },
  ],
  ["101", "102"],
);
const at = (east: number, north: number) => {
  const { longitude, latitude } = placeAt(east, north);
  return areasAtPlace(grid, [longitude, latitude]);
};

it("a place lies in the areas of the nearest cell", () => {
  expect(at(140, 0)).toEqual({ subdistrict: "101" });
  expect(at(160, 0)).toEqual({ subdistrict: "102" });
  expect(at(0, 290)).toEqual({});
});

it("a metre east is as long as a metre north", () => {
  expect(at(0, 140)).toEqual({ subdistrict: "101" });
  expect(at(250, 200)).toEqual({ subdistrict: "102" });
});

it("areas of a level are those of its newest boundaries", () => {
  const [areas] = grid.areas;
  const older = { ...areas!, boundaryVersion: "2019", numbers: ["old"] };
  expect(areasOfGrid({ ...grid, areas: [older, ...grid.areas] }, "subdistrict")).toBe(areas);
  expect(areasOfGrid(grid, "district")).toBeNull();
});
