import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { AccountDesk } from "../../server/accounts/account-desk.ts";
import { openStore } from "../../server/store/open-store.ts";
import { axeViolations, keepScreenshot, launchBrowser, type OpenPage, openPage } from "../lib/browser.ts";
import { emptyDataDirectory, type RunningServer, startServer } from "../lib/running-server.ts";
import { square, testIndicator } from "../lib/small-city.ts";

const secret = "Zwölf Brücken am Neckar";
const office = "Statistisches Amt";
const districts = ["Mitte", "Nord", "Ost", "Süd", "West", "Höhe"];
const at = "2025-01-01T08:00:00.000Z";
const common = {
  visibility: "PUBLIC" as const,
  isDemo: false,
  provenance: { source: "Testquelle", licence: "frei", referenceDate: "2024-12-31" },
};

/** A city of six Stadtbezirke in a row with a hundred children each, and an account of its statistics office. */
async function city(): Promise<string> {
  const dataDirectory = emptyDataDirectory();
  const store = await openStore({ dataDirectory, databaseUrl: undefined, recordTypes: storedRecordTypes });
  await store.saveSetting("city", {
    ...{ name: { de: "Teststadt", en: "Test city" }, isDemo: false, attribution: ["Testdaten"], levels: [] },
  });
  const numbers = districts.map((_, index) => `0${index + 1}`);
  const areas = await store.openRelease({
    ...common,
    ...{ dataset: "areas-district", kind: "areas", title: { de: "Stadtbezirke", en: "Districts" } },
    ...{ level: "district", boundaryVersion: "2024", details: {} },
  });
  await store.stage(areas, {
    kind: "areas",
    rows: districts.map((name, index) => ({
      ...{ number: numbers[index]!, name, level: "district", parentNumber: null, boundaryVersion: "2024" },
      ...{ residents: 1000, areaHa: 8166, geometry: square(9 + index / 10, 48.7) },
      labelPoint: [9.05 + index / 10, 48.75],
    })),
  });
  await store.publish(areas, { actor: "test", at, contentHash: "areas" });
  const indicator = { ...testIndicator, code: "kinder", kind: "count", unit: "", decimals: 0 };
  const title = { de: "Kinder", en: "Children" };
  const figures = await store.openRelease({
    ...common,
    ...{ dataset: "indicator-kinder", kind: "observations", title },
    details: { indicator: { ...indicator, name: title } },
  });
  await store.stage(figures, {
    kind: "observations",
    rows: numbers.map((areaNumber) => ({
      ...{ indicatorCode: "kinder", level: "district", areaNumber, period: "2024" },
      ...{ value: 100, state: "VALUE" },
    })),
  });
  await store.publish(figures, { actor: "test", at, contentHash: "kinder" });
  const account = { login: "statistik", office, role: "STATISTICS" } as const;
  await new AccountDesk(store).add(
    { ...account, signIn: "local", department: null, districts: [], password: secret },
    "console",
  );
  await store.close();
  return dataDirectory;
}

describe("a file on its way into the map", () => {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  let browser: Browser;
  let server: RunningServer;
  let opened: OpenPage;
  let page: Page;
  beforeAll(async () => {
    [browser, server] = await Promise.all([
      launchBrowser(),
      city().then((directory) => startServer(directory, { hostname: "amt.localhost" })),
    ]);
    opened = await openPage(browser, server.address);
    ({ page } = opened);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByLabel("Anmeldename").fill("statistik");
    await page.getByLabel("Passwort", { exact: true }).fill(secret);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: office }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A step on a desk and on a telephone: nothing for axe to find, nothing wider than the screen. */
  async function examine(name: string): Promise<void> {
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.locator(".data-page h1").waitFor();
      expect(await axeViolations(page), `${name} at ${width} px`).toEqual([]);
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWider, `${name} scrolls sideways at ${width} px`).toBe(false);
      await keepScreenshot(page, `imports-${name}-${width}x${height}`);
    }
  }
  /** Children by Stadtbezirk in the order of their numbers, or why there are none, as everybody reads them. */
  async function toldToAll(): Promise<(number | string)[]> {
    const address = server.address.replace("amt.localhost", "127.0.0.1");
    const { items } = await (await fetch(`${address}/api/indicators/kinder/values?level=district`)).json();
    return items.map(({ value, state }: { value: number | null; state: string }) => value ?? state);
  }
  /** Line of a Stadtbezirk in the table under the map of somebody who is not signed in. */
  async function shownToAll(name: string): Promise<string> {
    const path = "?v=1&level=district&indicator=kinder&period=2024&table=areas";
    const other = await openPage(browser, server.address, { path });
    const line = await other.page.locator("#table").getByRole("row", { name }).textContent();
    await keepScreenshot(other.page, "imports-shown");
    await other.close();
    return line ?? "";
  }
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  it("is mapped, named where it fits nowhere, checked for confidentiality, published, shown and taken back", async () => {
    expect(await toldToAll()).toEqual([100, 100, 100, 100, 100, 100]);
    const path = join(folder, "kinder.csv");
    const rows = ["Mitte;75", "Nord;240", "Ost;90", "Süd;2", "West;120", "Höhe;60", "Atlantis;30"];
    writeFileSync(path, Buffer.from(["Stadtbezirk;Kinder", ...rows].join("\r\n"), "latin1"));

    await button("Daten").click();
    await button("Daten importieren").click();
    await page.getByLabel("Kennzahlen je Gebiet").check();
    await button("Hochladen und ansehen").click();
    await page.getByText("Bitte wählen Sie eine Datei.").waitFor();
    await page.getByLabel("Datei wählen …").setInputFiles(path);
    await page.getByText("kinder.csv").waitFor();
    await examine("file");
    await button("Hochladen und ansehen").click();
    await page.getByRole("heading", { name: "So wurde die Datei gelesen" }).waitFor();
    expect(await page.getByLabel("Zeichensatz").locator("option:checked").textContent()).toBe(
      "erkannt: windows-1252",
    );
    await page.getByText("Zeile 8: Atlantis").waitFor();
    await page.getByLabel("Zeitpunkt für alle Zeilen").fill("2024");
    const taken = page.getByLabel("Spalte „Kinder“ übernehmen");
    if (!(await taken.isChecked())) await taken.check();
    await page.getByLabel("Art der Zahl").selectOption("count");
    await page.getByLabel("Zählt Menschen: kleine Werte sperren").check();
    await page.getByLabel("Quelle").fill("Einwohnerregister");
    await page.getByLabel("Lizenz").fill("frei mit Nennung");
    await page.getByLabel("Stichtag").fill("2024-12-31");
    await button("Prüfen").click();
    await page.getByRole("row", { name: /^8 kein Gebiet „Atlantis“/ }).waitFor();
    await examine("mapping");

    await page.getByLabel("Fehlerhafte Zeilen auslassen").check();
    await button("Prüfen").click();
    await page.getByRole("heading", { name: "Prüfbericht" }).waitFor();
    await page.getByText("Bis jetzt ist nichts gespeichert.").waitFor();
    await page.getByText(/^kinder: 1 Werte gesperrt/).waitFor();
    await examine("report");
    expect(await toldToAll()).toEqual([100, 100, 100, 100, 100, 100]);

    await page.getByRole("radio", { name: /Für alle freigeben/ }).check();
    await page.getByLabel("Datum der Freigabe").fill("2025-01-31");
    await button("Veröffentlichen").click();
    await page.getByRole("heading", { name: "Veröffentlicht" }).waitFor();
    expect(await toldToAll()).toEqual([75, 240, 90, "SUPPRESSED", 120, 60]);
    expect(await shownToAll("Süd")).toContain("Geheimhaltung");

    await button("Zurück zur Übersicht").last().click();
    await button("Kinder: auf den früheren Stand zurücknehmen").click();
    await page.getByLabel("Begründung").fill("Falsches Register");
    await page.getByRole("dialog").getByRole("button", { name: "Zurücknehmen" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await examine("overview");
    expect(await toldToAll()).toEqual([100, 100, 100, 100, 100, 100]);
    expect(opened.foreign).toEqual([]);
  }, 120_000);
});
