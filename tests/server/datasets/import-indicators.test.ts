import { beforeEach, describe, expect, it } from "vitest";
import type { ImportSpecInput } from "../../../server/datasets/import-spec.ts";
import { areas, districts, importHarness, origin } from "./import-harness.ts";

const harness = importHarness();
const { folder, done, refused } = harness;

const residents = {
  code: "residents",
  name: { de: "Einwohner", en: "Residents" },
  theme: "demography",
  kind: "count",
  unit: "",
  direction: "NEUTRAL",
  decimals: 0,
  publicationAllowed: true,
} as const;
const figures = (csv: string, more: object = {}): ImportSpecInput =>
  ({
    as: "indicator",
    file: folder.write(csv),
    level: "district",
    area: { name: "bezirk" },
    period: "jahr",
    indicators: [{ definition: residents, values: [{ column: "wert" }] }],
    ...origin,
    ...more,
  }) as ImportSpecInput;
const observations = async (dataset = "indicator-residents") => {
  const [release] = await harness.store.releases({ dataset });
  const found = release ? await harness.store.observations(release.id) : [];
  return found.map(({ areaNumber, period, value, state }) => [areaNumber, period, value, state]);
};

describe("indicators", () => {
  beforeEach(async () => {
    await done(areas(folder.write(districts)));
  });

  it("of a long table join by name, and every spelling that is not the official one is noted", async () => {
    const csv = "bezirk;jahr;wert\nStuttgart-Mitte;31.12.2022;10\nCannstatt;2023;20\n";
    const report = await done(figures(csv, { cityName: "Stuttgart" }));
    expect(report.notes.map(({ sentence, rows }) => [sentence, rows])).toEqual([
      ["„Stuttgart-Mitte“ als „Mitte“ (01) erkannt", [2]],
      ["„Cannstatt“ als „Bad Cannstatt“ (02) erkannt", [3]],
    ]);
    expect(await observations()).toEqual([
      ["01", "2022-12-31", 10, "VALUE"],
      ["02", "2023", 20, "VALUE"],
    ]);
  });

  it("keep missing values and signs as what they are, never as zero", async () => {
    const csv =
      "bezirk;jahr;wert\nMitte;2021;-\nMitte;2022;\nMitte;2023;.\nBad Cannstatt;2022;x\nBad Cannstatt;2023;5\n";
    const report = await done(figures(csv));
    expect(await observations()).toEqual([
      ["01", "2021", 0, "VALUE"],
      ["01", "2022", null, "UNKNOWN"],
      ["01", "2023", null, "SUPPRESSED"],
      ["02", "2022", null, "NOT_APPLICABLE"],
      ["02", "2023", 5, "VALUE"],
    ]);
    const [release] = await harness.store.releases({ dataset: "indicator-residents" });
    expect(release!.details.missingFigures).toEqual([
      { area: "01", period: "2023", sign: "." },
      { area: "02", period: "2022", sign: "x" },
    ]);
    expect(report.notes.map(({ sentence }) => sentence)).toEqual([
      "1 fehlender Wert in „wert“: keine Daten, nicht 0",
      "„.“ (geheim oder unbekannt) in „wert“: 1 ×",
      "„x“ (Aussage nicht sinnvoll) in „wert“: 1 ×",
    ]);
  });

  it("I-05 with wrong rows are refused and nothing is stored, or the rows are skipped and listed", async () => {
    const csv =
      "bezirk;jahr;wert\nMitte;2022;10\nMitte\nAtlantis;2022;3\nBad Cannstatt;2022;viele\nBad Cannstatt;gestern;1\nMitte;2022;11\n";
    const outcome = await refused(figures(csv));
    expect(outcome.code).toBe("bad-rows");
    expect(outcome.report!.setAside.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
    expect(await harness.store.releases({ dataset: "indicator-residents", all: true })).toEqual([]);

    const report = await done(figures(csv, { skipBadRows: true }));
    expect(report.setAside.map(({ row, code, sentence }) => [row, code, sentence])).toEqual([
      [3, "too-few-cells", "nur 1 von 3 Zellen"],
      [4, "unknown-area", "kein Gebiet „Atlantis“ auf der Ebene district"],
      [5, "not-a-figure", "„viele“ in „wert“ ist keine Zahl"],
      [6, "not-a-period", "„gestern“ in „jahr“ ist kein Stichtag, Jahr oder Schuljahr"],
      [7, "duplicate-observation", "Gebiet 01, 2022 kommt schon in Zeile 2 vor"],
    ]);
    expect(report.rowsRead).toBe(report.rowsAccepted + report.setAside.length);
    expect(await observations()).toEqual([["01", "2022", 10, "VALUE"]]);
  });

  it("of a wide table become one release each, with factors, and name areas that have no row", async () => {
    const wide = "nr;anteil18;anteil24;hitze\n1;0,5;0,54321;\n";
    const report = await done({
      as: "indicator",
      file: folder.write(wide),
      level: "district",
      area: { number: "nr" },
      indicators: [
        {
          definition: { ...residents, code: "sealed", kind: "rate" },
          values: [
            { column: "anteil18", period: "2018", factor: 100 },
            { column: "anteil24", period: "2024", factor: 100 },
          ],
        },
        {
          definition: { ...residents, code: "heat", kind: "mean" },
          values: [{ column: "hitze", period: "2024" }],
        },
      ],
      ...origin,
    });
    expect(await observations("indicator-sealed")).toEqual([
      ["01", "2018", 50, "VALUE"],
      ["01", "2024", 54.321, "VALUE"],
    ]);
    expect(await observations("indicator-heat")).toEqual([["01", "2024", null, "UNKNOWN"]]);
    const notes = report.notes.map(({ code, facts }) => [code, facts]);
    expect(notes).toContainEqual(["number-variant", { given: "1", number: "01" }]);
    expect(notes).toContainEqual(["areas-without-row", { count: 1, names: "Bad Cannstatt" }]);
  });

  it("of a table by age group are added up, and unknown when a part is", async () => {
    const csv =
      "bezirk;jahr;alter;wert\nMitte;2022;0-6;10\nMitte;2022;6-18;20\nBad Cannstatt;2022;0-6;7\nBad Cannstatt;2022;6-18;.\n";
    const indicators = [{ definition: residents, values: [{ column: "wert" }], sumRows: true }];
    await done(figures(csv, { indicators }));
    expect(await observations()).toEqual([
      ["01", "2022", 30, "VALUE"],
      ["02", "2022", null, "SUPPRESSED"],
    ]);
    const young = [
      { definition: residents, values: [{ column: "wert" }], where: { column: "alter", equals: "0-6" } },
    ];
    await done(figures(csv, { indicators: young }));
    expect(await observations()).toEqual([
      ["01", "2022", 10, "VALUE"],
      ["02", "2022", 7, "VALUE"],
    ]);
  });

  it("are refused when two columns are said to be the same period, or one has none", async () => {
    const csv = "bezirk;a;b\nMitte;1;2\n";
    const columns = (period: string | undefined) => ({
      period: undefined,
      indicators: [
        {
          definition: residents,
          values: [
            { column: "a", period: "2022" },
            { column: "b", period },
          ],
        },
      ],
    });
    expect((await refused(figures(csv, columns("2022")))).sentence).toContain(
      "„b“: Zeitpunkt kommt zweimal vor",
    );
    expect((await refused(figures(csv, columns(undefined)))).sentence).toContain(
      "„b“: Stichtag, Jahr oder Schuljahr",
    );
  });

  it("that may not be published stay INTERNAL even with a release", async () => {
    const indicators = [
      { definition: { ...residents, publicationAllowed: false }, values: [{ column: "wert" }] },
    ];
    await done(figures("bezirk;jahr;wert\nMitte;2022;10\n", { indicators, released: "Amt, 2026-01-01" }));
    expect((await harness.store.releases({ dataset: "indicator-residents" }))[0]).toMatchObject({
      visibility: "INTERNAL",
    });
  });

  it("I-02 with mixed decimal marks are refused with their rows", async () => {
    const outcome = await refused(
      figures("bezirk;jahr;wert\nMitte;2022;1.234,5\nBad Cannstatt;2022;1,234.5\n"),
    );
    expect(outcome.sentence).toContain("Dezimalkomma (Zeile 2) und Dezimalpunkt (Zeile 3)");
  });

  it("of a level without areas are taken by number, with a note, and refused by name", async () => {
    const csv = "nr;bezirk;jahr;wert\n101;Rathaus;2022;1\n";
    const report = await done(figures(csv, { level: "subdistrict", area: { number: "nr" } }));
    expect(report.notes.map(({ code }) => code)).toEqual(["areas-not-loaded"]);
    expect((await refused(figures(csv, { level: "subdistrict" }))).code).toBe("bad-rows");
  });
});
