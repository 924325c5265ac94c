import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, launchBrowser, openPage } from "../lib/browser.ts";
import {
  emptyDataDirectory,
  type RunningServer,
  root,
  runCommand,
  startServer,
} from "../lib/running-server.ts";

const testData = process.env.TESTDATA_DIR ?? join(root, "../shared/data");
const isThere = existsSync(join(testData, "stuttgart"));
if (!isThere) console.warn(`Test data of real cities are missing in ${testData}: these tests are skipped.`);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** An empty database filled by the command the README shows, and a server over it. */
async function loadedCity(pack: string): Promise<{ server: RunningServer; output: string }> {
  const dataDirectory = emptyDataDirectory();
  const { status, output } = await runCommand("scripts/city.ts", ["load", `geodata/cities/${pack}`], {
    DATA_DIR: dataDirectory,
    TESTDATA_DIR: testData,
  });
  expect(status, output).toBe(0);
  return { server: await startServer(dataDirectory), output };
}

/** Areas counted by the rows of the legend, states included. */
async function areasOfLegend(page: Page): Promise<number> {
  const counts = page.locator(".legend-row .legend-count");
  await counts.first().waitFor();
  return (await counts.allInnerTexts()).reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
}

describe.skipIf(!isThere)("real input", () => {
  it("Stuttgart: borders, population, sealing and heat, schools and community rooms from published files", async () => {
    const { server, output } = await loadedCity("stuttgart");
    expect(output).toContain("34 fehlende Werte");
    const api = async (path: string) => (await fetch(`${server.address}/api/${path}`)).json();

    const districts = (await api("areas?level=district")).items as { name: string; residents: number }[];
    expect(districts.map(({ name }) => name)).toEqual([
      "Mitte",
      "Nord",
      "Ost",
      "Süd",
      "West",
      "Bad Cannstatt",
      "Birkach",
      "Botnang",
      "Degerloch",
      "Feuerbach",
      "Hedelfingen",
      "Möhringen",
      "Mühlhausen",
      "Münster",
      "Obertürkheim",
      "Plieningen",
      "Sillenbuch",
      "Stammheim",
      "Untertürkheim",
      "Vaihingen",
      "Wangen",
      "Weilimdorf",
      "Zuffenhausen",
    ]);
    expect(districts[0]?.residents).toBe(23_723);
    expect(districts.reduce((sum, { residents }) => sum + residents, 0)).toBe(610_392);
    const heat = (await api("indicators/surface-heat/values?level=subdistrict")).items as {
      state: string;
      value: number | null;
    }[];
    expect(heat).toHaveLength(152);
    const unknown = heat.filter(({ state }) => state === "UNKNOWN");
    expect(unknown).toHaveLength(34);
    expect(unknown.every(({ value }) => value === null)).toBe(true);
    expect((await api("records/facilities?limit=1")).total).toBe(95 + 80 + 78);

    const { page, faults, foreign, close } = await openPage(browser, server.address, {
      path: "?v=1&indicator=residents&level=district",
    });
    await page.getByRole("heading", { level: 1, name: /Stadtbezirke/ }).waitFor();
    expect(await page.getByText("Demodaten", { exact: false }).count()).toBe(0);
    await page.getByRole("button", { name: "Tabelle" }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    await table.getByText("Mitte", { exact: true }).waitFor();
    await keepScreenshot(page, "stuttgart-real");
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await close();

    const subdistricts = await openPage(browser, server.address, {
      path: "?v=1&indicator=surface-heat&level=subdistrict&table=areas",
    });
    await subdistricts.page.getByText("keine Daten").first().waitFor();
    await keepScreenshot(subdistricts.page, "stuttgart-real-heat");
    await subdistricts.close();
    await server.stop();
  });

  it("Stuttgart: sealing from 2018 to 2024 for 152 Stadtteile as change, on shapes that say they are schematic", async () => {
    const { server, output } = await loadedCity("stuttgart-schematic");
    expect(output).toContain("34 fehlende Werte");
    const { page, go, faults, foreign, close } = await openPage(browser, server.address, {
      path: "?v=1&level=subdistrict&indicator=sealed-share&reading=change&table=areas",
    });
    await page
      .getByRole("heading", { level: 1, name: /Veränderung seit 2018 · 2024 · Stadtteile/ })
      .waitFor();
    expect(await page.locator(".data-notice").innerText()).toMatch(
      /^Geometrie schematisch – Versiegelung und Wärme sind echte Zahlen/,
    );
    // 94.168 % and 92.036 % in the published file: −2.1 percentage points.
    const rathaus = page.getByRole("row").filter({ hasText: "Rathaus" });
    await rathaus.getByText("−2,1 Prozentpunkte").waitFor();
    expect(await rathaus.innerText()).toMatch(/94,2\s%[\s\S]*92,0\s%/);
    expect(await areasOfLegend(page)).toBe(152);
    await page.waitForFunction(() => document.querySelector("canvas.maplibregl-canvas"));
    await keepScreenshot(page, "stuttgart-sealing-change");

    await go("?v=1&level=subdistrict&indicator=surface-heat");
    await page.getByRole("button", { name: /^keine Daten 34/ }).waitFor();
    await keepScreenshot(page, "stuttgart-heat-schematic");
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    await server.stop();
  });

  it("Leipzig: another city pack, no change to code", async () => {
    const { server } = await loadedCity("leipzig");
    const api = async (path: string) => (await fetch(`${server.address}/api/${path}`)).json();
    const areas = (await api("areas?level=subdistrict")).items as { name: string }[];
    expect(areas).toHaveLength(63);
    const facilities = async (type: string) =>
      (await api(`records/facilities?type=${type}&limit=1`)).total as number;
    expect(
      (await facilities("KITA_MIX")) + (await facilities("KITA_U3")) + (await facilities("KITA_UE3")),
    ).toBe(218);
    expect(await facilities("SPIELPLATZ")).toBe(304);

    const { page, go, faults, foreign, close } = await openPage(browser, server.address);
    await page.getByRole("heading", { level: 1, name: /Ortsteile/ }).waitFor();
    await keepScreenshot(page, "leipzig-real");
    await go("?v=1&level=subdistrict&indicator=sealed-share&reading=change");
    await page.getByRole("heading", { level: 1, name: /Veränderung seit 2018 · 2024 · Ortsteile/ }).waitFor();
    expect(await areasOfLegend(page)).toBe(63);
    await keepScreenshot(page, "leipzig-sealing-change");
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    await server.stop();
  });
});
