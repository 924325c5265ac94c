import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, mapIsDrawn, openPage } from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const notice = "Demodaten – Zahlen erfunden, Geometrie schematisch";

describe("the demo city in a browser", () => {
  it("opens with a title, a drawn map, its notice, and asks nobody else", async () => {
    const { page, faults, foreign, close } = await openPage(browser, server.address);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(
      /Kinder unter 6 in Grundsicherung · .*2024 · Stadtbezirke/,
    );
    expect(await page.getByText(notice).first().isVisible()).toBe(true);
    await page.getByRole("button", { name: "Im Ausschnitt" }).click();
    await page.getByRole("complementary", { name: "Auswahl" }).getByText("Bad Cannstatt").first().waitFor();
    await keepScreenshot(page, "districts-1280x800");
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("the legend counts all 23 districts", async () => {
    const { page, close } = await openPage(browser, server.address);
    const rows = await page.getByRole("list", { name: "Legende" }).getByRole("button").allTextContents();
    const counts = rows.map((row) => Number(/(\d+) ?Gebiete?/.exec(row)?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(23);
    await close();
  });

  it("the table says the same as the map and selecting a row opens the sheet", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.getByRole("button", { name: "Tabelle" }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("row").count()).toBeGreaterThan(5);
    await table.getByText("Bad Cannstatt").first().click();
    await page.getByRole("heading", { name: "Bad Cannstatt" }).waitFor();
    await keepScreenshot(page, "table-1280x800");
    await close();
  });

  it("search finds an area by name and a link opens the same view for another person", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.getByRole("searchbox", { name: "Suche" }).click();
    const search = page.getByRole("combobox", { name: "Suche" });
    await search.fill("Gablenb");
    await page
      .getByRole("option", { name: /Gablenberg/ })
      .first()
      .waitFor();
    await search.press("ArrowDown");
    await search.press("Enter");
    await page
      .getByRole("heading", { name: /Gablenberg/ })
      .first()
      .waitFor();
    await mapIsDrawn(page);
    const address = page.url();
    const other = await openPage(browser, server.address, { path: address.slice(server.address.length + 1) });
    await other.page
      .getByRole("heading", { name: /Gablenberg/ })
      .first()
      .waitFor();
    expect(new URL(other.page.url()).search).toBe(new URL(address).search);
    await other.close();
    await close();
  });

  it("the Geschäftsstelle sees restricted sketches, the public and the back-switched person do not", async () => {
    const { page, close } = await openPage(browser, server.address);
    const count = () =>
      page.evaluate(async () => {
        const answer = await fetch("api/layers");
        const { items } = (await answer.json()) as { items: { layer: string; count: number }[] };
        return items.find(({ layer }) => layer === "candidate-sites")?.count ?? 0;
      });
    const asPublic = await count();
    await page.getByRole("button", { name: /Ansicht als/ }).click();
    await page.getByLabel("Rolle").selectOption("SECRETARIAT");
    await page.getByRole("button", { name: "Ansicht wechseln" }).click();
    await page.getByRole("combobox", { name: "Sicht" }).waitFor();
    expect(await count()).toBeGreaterThan(asPublic);
    await close();
  });

  it("is English when asked for, on screen and as language of the page", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.getByRole("button", { name: "Ansicht", exact: true }).click();
    await page.getByText("English").first().click();
    await page.getByRole("heading", { level: 1, name: /Districts/ }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await mapIsDrawn(page);
    await keepScreenshot(page, "english-1280x800");
    await close();
  });
});

describe("nothing for axe to find", () => {
  const screens = {
    map: "",
    "area sheet": "?v=1&select=area:district:06",
    "record table": "?v=1&table=facilities",
    "area table": "?v=1&table=areas",
    "facility filter": "?v=1&kinds=KITA_MIX,GRUNDSCHULE",
    "English subdistricts": "?v=1&level=subdistrict&lang=en",
  };
  const sizes = [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ];
  for (const viewport of sizes) {
    it(`at ${viewport.width} × ${viewport.height}, light and dark, on every screen`, async () => {
      const found: Record<string, string[]> = {};
      for (const [screen, path] of Object.entries(screens)) {
        const { page, close } = await openPage(browser, server.address, { viewport, path });
        const inBothColours = async (name: string) => {
          for (const colorScheme of ["dark", "light"] as const) {
            await page.emulateMedia({ colorScheme });
            await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
            found[`${name}, ${colorScheme}`] = await axeViolations(page);
          }
        };
        await inBothColours(screen);
        if (screen === "map") {
          if (viewport.width < 480) await page.getByRole("tab", { name: "Ebenen" }).click();
          await page.getByRole("button", { name: "wechseln" }).click();
          await page.getByRole("dialog").waitFor();
          await inBothColours("indicator choice");
        }
        await close();
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
    });
  }

  it("in forced colours", async () => {
    const { page, close } = await openPage(browser, server.address, { forcedColors: "active" });
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "forced-colours-1280x800");
    await close();
  });
});
