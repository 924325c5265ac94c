import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { areaInSquareMeters } from "#domain/geometry/ellipsoid.ts";
import { citySetting, readCityPack } from "../../../server/datasets/city-pack.ts";
import type { ImportReport } from "../../../server/datasets/import-report.ts";
import { ImportRefusal } from "../../../server/datasets/sentences.ts";
import { importHarness } from "./import-harness.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const testData = process.env.TESTDATA_DIR ?? `${root}/../shared/data`;
const hasTestData = existsSync(`${testData}/PROVENANCE.md`);
const harness = importHarness();
const { folder, done } = harness;

async function loadCity(name: string): Promise<ImportReport[]> {
  const pack = await readCityPack(`${root}/geodata/cities/${name}`, { TESTDATA_DIR: testData });
  await harness.store.saveSetting("city", citySetting(pack));
  const reports: ImportReport[] = [];
  for (const spec of pack.imports) reports.push(await done(spec));
  return reports;
}

const currentRelease = async (dataset: string) => (await harness.store.releases({ dataset }))[0]!;
const total = async (type: string) =>
  (await harness.store.records({ type, scope: "everything", limit: 1 })).total;

describe.skipIf(!hasTestData)("real files of two cities (TESTDATA_DIR)", () => {
  it("Stuttgart: 23 districts of 207.24 km², 610 392 residents, 34 of 152 heat values stay without data", async () => {
    const reports = await loadCity("stuttgart");
    expect(reports.flatMap(({ setAside }) => setAside)).toEqual([]);

    const areas = await harness.store.areas((await currentRelease("areas-district")).id);
    expect(areas.map(({ name }) => name)).toHaveLength(23);
    expect(areas.find(({ number }) => number === "06")).toMatchObject({ name: "Bad Cannstatt" });
    const squareKilometres = areas.reduce((sum, { geometry }) => sum + areaInSquareMeters(geometry), 0) / 1e6;
    // The provenance file measured 207.238 km² in UTM 32, whose scale makes areas up to 0.08 % smaller.
    expect(squareKilometres).toBeGreaterThan(207.2);
    expect(squareKilometres).toBeLessThan(207.5);

    const residents = await harness.store.observations((await currentRelease("indicator-residents")).id);
    expect(residents).toHaveLength(23);
    expect(residents.reduce((sum, { value }) => sum + value!, 0)).toBe(610_392);
    expect(residents.find(({ areaNumber }) => areaNumber === "01")).toMatchObject({
      value: 23_723,
      period: "2023",
    });

    const heat = await harness.store.observations((await currentRelease("indicator-surface-heat")).id);
    const missing = heat.filter(({ state }) => state === "UNKNOWN");
    expect([heat.length, missing.length]).toEqual([152, 34]);
    expect(missing.every(({ value }) => value === null)).toBe(true);
    const sealed = await harness.store.observations((await currentRelease("indicator-sealed-share")).id);
    expect(sealed.find((o) => o.areaNumber === "102" && o.period === "2018")!.value).toBeCloseTo(94.168, 3);

    expect(await total("facilities")).toBe(95 + 80 + 78);
    const moved = reports.flatMap(({ notes }) => notes).filter(({ code }) => code === "district-differs");
    expect(moved.flatMap(({ rows }) => rows)).toHaveLength(4);
  });

  it("Leipzig is another folder and no change to code: 63 Ortsteile, 221 Kitas, 304 playgrounds", async () => {
    const reports = await loadCity("leipzig");
    const release = await currentRelease("areas-subdistrict");
    const areas = await harness.store.areas(release.id);
    expect(areas).toHaveLength(63);
    expect(areas.every(({ parentNumber, labelPoint }) => parentNumber === null && labelPoint !== null)).toBe(
      true,
    );
    const sealed = await harness.store.observations((await currentRelease("indicator-sealed-share")).id);
    expect(new Set(sealed.map(({ areaNumber }) => areaNumber))).toEqual(
      new Set(areas.map(({ number }) => number)),
    );

    const kitas = reports.find(({ file }) => file === "kitas_2014.csv")!;
    expect([kitas.rowsRead, kitas.rowsAccepted]).toEqual([221, 218]);
    expect(kitas.setAside.map(({ code }) => code)).toEqual(Array(3).fill("no-coordinates"));
    expect(reports.find(({ file }) => file === "playgrounds_2014.csv")!.rowsAccepted).toBe(304);
    expect(await total("facilities")).toBe(218 + 304 + 83);
    expect(await harness.store.setting("city")).toMatchObject({
      name: { de: "Leipzig" },
      isDemo: false,
      levels: [{ level: "subdistrict", plural: { de: "Ortsteile" } }],
    });
  });

  it("a second run changes nothing", async () => {
    await loadCity("leipzig");
    const reports = await loadCity("leipzig");
    const outcomes = reports.flatMap(({ datasets }) => datasets);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(outcomes.length).fill("unchanged"));
    expect(outcomes.reduce((sum, { created, changed }) => sum + created + changed, 0)).toBe(0);
  });
});

describe("a city pack", () => {
  const pack = (content: unknown) => {
    folder.write(typeof content === "string" ? content : JSON.stringify(content), "city.json");
    return readCityPack(folder.path, { DATA: "/somewhere" });
  };
  const variable = (name: string) => `\${${name}}`;
  const named = { name: { de: "Musterstadt", en: "Sample City" } };
  const layer = { as: "layer", name: "x" };

  it("finds its files beside it, at absolute places, or through a variable", async () => {
    const imports = ["a.csv", "/b.csv", `${variable("DATA")}/c.csv`].map((file) => ({ ...layer, file }));
    const { imports: located } = await pack({ ...named, imports });
    expect(located.map(({ file }) => file)).toEqual([`${folder.path}/a.csv`, "/b.csv", "/somewhere/c.csv"]);
  });

  it.each([
    ["kein gültiges JSON", "{"],
    ["name", {}],
    ["isDemo", { ...named, isDemo: true }],
    ["imports[0].file", { ...named, imports: [layer] }],
    ["NICHTS ist nicht gesetzt", { ...named, imports: [{ ...layer, file: `${variable("NICHTS")}/a` }] }],
  ])("is refused with the place of the mistake: %s", async (place, content) => {
    const refusal = await pack(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportRefusal);
    expect((refusal as ImportRefusal).message).toContain(place);
  });
});
