import type { Browser, BrowserContextOptions } from "playwright-core";
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

/** The pictures every larger change is looked at by. */
const pictures: { name: string; path: string; options?: BrowserContextOptions }[] = [
  {
    name: "themes-1920x1080",
    path: `?v=1&level=subdistrict&${themes}`,
    options: { viewport: { width: 1920, height: 1080 } },
  },
  { name: "facilities-clustered-1280x800", path: `?v=1&layers=facilities&indicator=none&${everyFamily}` },
  {
    name: "facilities-close-1280x800",
    path: `?v=1&layers=facilities,planned-sites&indicator=none&${everyFamily}&camera=14.5/48.777/9.18`,
  },
  {
    name: "detail-1920x1080",
    path: "?v=1&select=area:district:06",
    options: { viewport: { width: 1920, height: 1080 } },
  },
  { name: "count-as-symbols-1280x800", path: "?v=1&indicator=residents&layers=" },
  { name: "dark-1280x800", path: `?v=1&level=subdistrict&${themes}`, options: { colorScheme: "dark" } },
  {
    name: "phone-390x844",
    path: "",
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
  {
    name: "phone-sheet-390x844",
    path: "?v=1&select=area:district:06",
    options: { viewport: { width: 390, height: 844 }, hasTouch: true },
  },
];

describe("pictures people look at", () => {
  it.each(pictures)(
    "$name is drawn without a fault and without asking anybody else",
    async ({ name, path, options }) => {
      const { page, faults, foreign, close } = await openPage(browser, server.address, { ...options, path });
      const picture = await keepScreenshot(page, name);
      expect(picture.length).toBeGreaterThan(40_000);
      expect(faults).toEqual([]);
      expect(foreign).toEqual([]);
      await close();
    },
  );

  it("nothing runs out of the page at 320 px", async () => {
    const { page, close } = await openPage(browser, server.address, {
      viewport: { width: 320, height: 640 },
    });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await close();
  });
});
