import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, launchBrowser, openPage } from "../lib/browser.ts";
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

const themes = "layers=renewal-priority-areas,renewal-areas,quarter-projects";
const everyFamily =
  "families=early-childhood,school,youth,neighbourhood,older-people,health,inclusion,faith,culture,open-space,supply";
const desk = { width: 1280, height: 800 };
const wall = { width: 1920, height: 1080 };

interface Picture {
  name: string;
  path: string;
  viewport?: { width: number; height: number };
  colorScheme?: "dark";
}

/** The pictures every larger change is looked at by, one after the other on the same page. */
const onScreen: Picture[] = [
  { name: "themes-1920x1080", path: `?v=1&level=subdistrict&${themes}`, viewport: wall },
  { name: "facilities-clustered-1280x800", path: `?v=1&layers=facilities&indicator=none&${everyFamily}` },
  {
    name: "facilities-close-1280x800",
    path: `?v=1&layers=facilities,planned-sites&indicator=none&${everyFamily}&camera=14.5/48.777/9.18`,
  },
  { name: "detail-1920x1080", path: "?v=1&select=area:district:06", viewport: wall },
  { name: "count-as-symbols-1280x800", path: "?v=1&indicator=residents&layers=" },
  { name: "dark-1280x800", path: `?v=1&level=subdistrict&${themes}`, colorScheme: "dark" },
];
const onPhone: Picture[] = [
  { name: "phone-390x844", path: `?v=1&${themes}` },
  { name: "phone-sheet-390x844", path: "?v=1&select=area:district:06" },
];

describe("pictures people look at", () => {
  it("are drawn on a screen without a fault and without asking anybody else", async () => {
    const { page, faults, foreign, go, close } = await openPage(browser, server.address);
    for (const { name, path, viewport = desk, colorScheme = "light" } of onScreen) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await go(path);
      const picture = await keepScreenshot(page, name);
      expect(picture?.length, name).toBeGreaterThan(40_000);
    }
    expect({ faults, foreign }).toEqual({ faults: [], foreign: [] });
    await close();
  });

  it("are drawn on a telephone, and nothing runs out of the page even at 320 px", async () => {
    const { page, faults, foreign, go, close } = await openPage(browser, server.address, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    for (const { name, path } of onPhone) {
      await go(path);
      const picture = await keepScreenshot(page, name);
      expect(picture?.length, name).toBeGreaterThan(40_000);
    }
    await go("");
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    expect({ faults, foreign }).toEqual({ faults: [], foreign: [] });
    await close();
  });
});
