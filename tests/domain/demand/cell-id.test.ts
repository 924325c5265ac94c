import { expect, it } from "vitest";
import { formatCellId, parseCellId } from "#domain/demand/cell-id.ts";

it("ids of the censuses of 2022 and 2011 name the same cell", () => {
  const cell = { sizeM: 100, east: 4_337_000, north: 2_689_100 };
  expect(parseCellId("CRS3035RES100mN2689100E4337000")).toEqual(cell);
  expect(parseCellId(" 100mN26891E43370 ")).toEqual(cell);
  expect(parseCellId("100mN2689100E4337000")).toEqual(cell);
  expect(formatCellId(cell)).toBe("CRS3035RES100mN2689100E4337000");
});

it("ids of a square kilometre are read, long and short", () => {
  const cell = { sizeM: 1000, east: 4_337_000, north: 2_689_000 };
  expect(parseCellId("CRS3035RES1000mN2689000E4337000")).toEqual(cell);
  expect(parseCellId("1kmN2689E4337")).toEqual(cell);
});

it("other texts and corners beside the grid name no cell", () => {
  for (const text of [
    "",
    "Mitte",
    "CRS3035RES100mN2689150E4337000",
    "CRS25832RES100mN2689100E4337000",
    "0mN1E1",
  ]) {
    expect(parseCellId(text)).toBeUndefined();
  }
});
