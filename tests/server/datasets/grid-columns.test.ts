import { describe, expect, it } from "vitest";
import { ageColumns, uncountedAges } from "../../../server/datasets/mapping/grid-columns.ts";
import type { Table } from "../../../server/datasets/table.ts";

const table = (...columns: string[]): Table => ({ format: "csv", columns, rows: [], hasGeometry: false });
const recognised = (...columns: string[]) =>
  ageColumns(table(...columns), undefined).map(({ column, group }) => [column, group.from, group.to]);

describe("columns of age groups", () => {
  it("of the census are recognised, and what stands beside them is not", () => {
    const infrastructure =
      "GITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Bevoelkerung;Unter3;a3bis5;a6bis14;a65undaelter;werterlaeuternde_Zeichen";
    expect(recognised(...infrastructure.split(";"))).toEqual([
      ["Unter3", 0, 3],
      ["a3bis5", 3, 6],
      ["a6bis14", 6, 15],
      ["a65undaelter", 65, null],
    ]);
    expect(recognised("Unter10", "a10bis19", "a80undaelter", "Anteil_unter_18")).toEqual([
      ["Unter10", 0, 10],
      ["a10bis19", 10, 20],
      ["a80undaelter", 80, null],
    ]);
  });

  it("as cities write them are recognised too", () => {
    expect(
      recognised("Alter_0_bis_unter_3", "3 bis 5 Jahre", "6-9", "75 und älter", "65+", "ab 80", "U18"),
    ).toEqual([
      ["Alter_0_bis_unter_3", 0, 3],
      ["3 bis 5 Jahre", 3, 6],
      ["6-9", 6, 10],
      ["75 und älter", 75, null],
      ["65+", 65, null],
      ["ab 80", 80, null],
      ["U18", 0, 18],
    ]);
    expect(recognised("2022", "Haushalte_1_Person", "2011-2022", "x", "18bis3")).toEqual([]);
  });

  it("leave ages uncounted that are told", () => {
    const gaps = (...columns: string[]) => uncountedAges(ageColumns(table(...columns), undefined));
    expect(gaps("Unter18", "a18bis64", "a65undaelter")).toBe("");
    expect(gaps("a3bis5", "a65undaelter")).toBe("0–2, 6–64");
    expect(gaps("a1bis5")).toBe("0, ab 6");
  });
});
