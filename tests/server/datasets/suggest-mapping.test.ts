import { describe, expect, it } from "vitest";
import { suggestMapping } from "../../../server/datasets/suggest-mapping.ts";
import type { Table } from "../../../server/datasets/table.ts";

/** A city without official numbers, whose areas are numbered by their names without umlauts. */
const areas = [
  { number: "gruenau", name: "Grünau" },
  { number: "Mitte", name: "Mitte" },
  { number: "Sued", name: "Süd" },
  { number: "West", name: "West" },
  { number: "Ost", name: "Ost" },
];

const table = (columns: string[], rows: (string | number)[][]): Table => ({
  format: "csv",
  columns,
  rows: rows.map((cells, at) => ({ number: at + 2, cells })),
  hasGeometry: false,
});

const suggested = (given: Table) =>
  suggestMapping(given, {
    kind: "indicator",
    recordType: undefined,
    cityName: "Teststadt",
    areas: new Map([["subdistrict", areas]]),
  });

describe("the columns of a table", () => {
  it("are one thing each: names that are mostly numbers of areas too are names", () => {
    const { areaNumber, areaName, figures, unmatchedCount } = suggested(
      table(
        ["Ortsteil", "Kinder"],
        [
          ["Grünau", 310],
          ["Mitte", 120],
          ["Süd", 90],
          ["West", 80],
          ["Ost", 70],
        ],
      ),
    );
    expect([areaNumber, areaName]).toEqual([undefined, "Ortsteil"]);
    expect(figures).toEqual(["Kinder"]);
    expect(unmatchedCount).toBe(0);
  });

  it("are numbers where they find no area by name", () => {
    const numbered = [
      { number: "01", name: "West" },
      { number: "02", name: "Ost" },
    ];
    const { areaNumber, areaName } = suggestMapping(
      table(
        ["Bezirk", "Kinder"],
        [
          ["01", 310],
          ["02", 120],
        ],
      ),
      {
        kind: "indicator",
        recordType: undefined,
        cityName: "Teststadt",
        areas: new Map([["district", numbered]]),
      },
    );
    expect([areaNumber, areaName]).toEqual(["Bezirk", undefined]);
  });
});
