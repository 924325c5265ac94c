import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTable } from "../../../server/datasets/formats/read-table.ts";
import type { Table } from "../../../server/datasets/table.ts";
import { onBothDatabases } from "../../lib/databases.ts";
import {
  addObservations,
  addRecord,
  kita,
  type SmallCity,
  sketch,
  smallCity,
  square,
} from "../../lib/small-city.ts";

const notice = "Demodaten – Zahlen erfunden, Geometrie schematisch";
/** The sheet with the rows; the other one is the legend. */
const data = { layer: "Daten" };
const dangerous = ['=HYPERLINK("http://x";"Kita")', "+1+1", "@SUM(1)", "＝1+1", "-5,3"];

onBothDatabases((newDatabase) => {
  let city: SmallCity;
  const folder = mkdtempSync(join(tmpdir(), "export-files-"));
  beforeAll(async () => {
    city = await smallCity({ databaseUrl: await newDatabase() });
    await addObservations(city.store, "PUBLIC");
    for (const name of dangerous) {
      await addRecord(city.store, "facilities", { properties: kita(name, { outdoorM2: 640.5 }) });
    }
    await addRecord(city.store, "facilities", { properties: kita("Kita intern"), visibility: "INTERNAL" });
    await addRecord(city.store, "candidate-sites", {
      properties: sketch("Fläche am Rand"),
      geometry: square(9.01, 48.71, 0.01),
    });
  });
  afterAll(async () => {
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes what the export answers into a file. */
  async function saved(name: string, headers: Record<string, string> = {}): Promise<string> {
    const answer = await city.app.inject({ url: `/api/export/${name}`, headers });
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    const path = join(folder, name.replace(/\?.*/, ""));
    writeFileSync(path, answer.rawPayload);
    return path;
  }
  const column = ({ columns, rows }: Table, head: string) =>
    rows.map(({ cells }) => cells[columns.indexOf(head)]);

  it("X-03 a workbook keeps text that looks like a formula as text, and the importer reads it as it was", async () => {
    const table = await readTable(await saved("facilities.xlsx"), data);
    expect(column(table, "Name").sort()).toEqual([...dangerous].sort());
  });

  it("X-04 figures of a workbook are numbers, and its second sheet says what it holds", async () => {
    const path = await saved("facilities.xlsx");
    expect(column(await readTable(path, data), "Außenfläche (m²)")).toEqual(dangerous.map(() => 640.5));
    const legend = await readTable(path, { layer: "Legende" });
    expect(legend.columns).toEqual(["Inhalt", "Einrichtungen"]);
    expect(legend.rows.map(({ cells }) => cells)).toEqual(
      expect.arrayContaining([
        ["Quelle", "Testdaten"],
        ["Hinweis", notice],
      ]),
    );
  });

  it("a GeoPackage is read by GDAL with the layer's name, fields, places and notice", async () => {
    const path = await saved("facilities.gpkg");
    const told = execFileSync("ogrinfo", ["-ro", "-al", path, "facilities"], { encoding: "utf8" });
    expect(told).toContain("Feature Count: 5");
    expect(told).toContain(notice);
    expect(told).toContain('ID["EPSG",4326]');
    expect(told).toMatch(/outdoorM2 \(Real\) = 640\.5/);
    expect(told).toContain("POINT (9.05 48.75)");
    expect(told).toContain("type_name (String) = ");
    const sites = execFileSync("ogrinfo", ["-ro", "-al", await saved("candidate-sites.gpkg")], {
      encoding: "utf8",
    });
    expect(sites).toContain("name (String) = Fläche am Rand");
    expect(sites).toContain("POLYGON ((9.01 48.71,9.02 48.71,9.02 48.72,9.01 48.72,9.01 48.71))");
  });

  it("a GeoPackage read by the importer has the same records", async () => {
    const table = await readTable(await saved("facilities.gpkg"));
    expect(column(table, "name").sort()).toEqual([...dangerous].sort());
    expect(table.hasGeometry).toBe(true);
  });

  it("areas come with their figures in every format", async () => {
    const query = "indicators=sealed-area&period=2024";
    const workbook = await readTable(await saved(`areas-district.xlsx?${query}`), data);
    expect(column(workbook, "Versiegelte Fläche (%)")).toEqual([30.5, null]);
    expect(column(workbook, "Versiegelte Fläche: Hinweis")).toEqual([null, "keine Daten"]);
    const told = execFileSync("ogrinfo", ["-ro", "-al", await saved(`areas-district.gpkg?${query}`)], {
      encoding: "utf8",
    });
    expect(told).toContain("sealed-area (Real) = 30.5");
    expect(told).toContain("sealed-area-state (String) = keine Daten");
  });

  it("every format holds what the list shows to the one who asks, and no more", async () => {
    const planner = city.as("PLANNER", { department: "51" });
    for (const format of ["xlsx", "gpkg"]) {
      const sheet = format === "xlsx" ? data : {};
      const open = await readTable(await saved(`facilities.${format}`), sheet);
      const head = format === "xlsx" ? "Name" : "name";
      expect(column(open, head), format).not.toContain("Kita intern");
      const closed = await readTable(await saved(`facilities.${format}`, planner), sheet);
      expect(column(closed, head), format).toContain("Kita intern");
      if (format === "gpkg") {
        expect(open.columns).not.toContain("condition");
        expect(closed.columns).toContain("condition");
      }
    }
  });

  it("K-09 exported GeoJSON is RFC 7946: WGS 84, right-hand rule, no crs, the right box", async () => {
    const { body } = await city.app.inject("/api/export/candidate-sites.geojson");
    const collection = JSON.parse(body);
    expect(collection).not.toHaveProperty("crs");
    expect(collection.bbox.map((edge: number) => edge.toFixed(9))).toEqual(
      [9.01, 48.71, 9.02, 48.72].map((edge) => edge.toFixed(9)),
    );
    const [ring] = collection.features[0].geometry.coordinates as [number, number][][];
    const twice = ring!.slice(1).reduce((sum, [x, y], k) => sum + ring![k]![0] * y - x * ring![k]![1], 0);
    expect(twice).toBeGreaterThan(0);
  });
});
