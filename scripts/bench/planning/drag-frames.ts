import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { atMost, type BenchCase, comparedRow, missingRow } from "../bench-case.ts";
import { launchChromium } from "../chromium.ts";
import { startOurServer } from "../our-server.ts";
import { pause } from "../processes.ts";
import { interleave } from "../rounds.ts";

const ROUNDS = 5;
/** Drawn without a graphics card a frame takes a while. */
const FRAMES = 30;
const GOAL = atMost(1.3);
const start = { x: 660, y: 420 };
const view = "?v=1&tab=planning&kind=KITA&level=subdistrict&camera=13.2/48.80/9.21";
const dashboard = resolve(import.meta.dirname, "../../../dist/web/assets");

export const dragFrames: BenchCase = {
  id: "P3",
  what: "frame time while dragging, panels updating / the same drag without analysis",
  run: async () => {
    if (!existsSync(dashboard)) return [missingRow(dragFrames, "dist/web is not built", GOAL.text)];
    const browser = await launchChromium();
    if (!browser) return [missingRow(dragFrames, "Chromium not available", GOAL.text)];
    const server = await startOurServer();
    try {
      const page = await openSketch(browser, server.origin);
      const compared = await interleave(ROUNDS, {
        ours: () => frameTime(page, true),
        peer: () => frameTime(page, false),
      });
      return [comparedRow(dragFrames, compared, GOAL, "ms")];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** The tab Planen as the Jugendamt sees it, with one sketched day care in hand. */
async function openSketch(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: "de-DE" });
  const page = await context.newPage();
  await page.addInitScript({ path: resolve(import.meta.dirname, "../pages/drag-frames.mjs") });
  await page.goto(origin);
  await page.evaluate(() =>
    fetch("api/demo/role", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ role: "PLANNER", department: "51" }),
    }).then(() => undefined),
  );
  await page.goto(`${origin}/${view}`);
  await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
  await page.getByRole("button", { name: "Standort skizzieren" }).click({ timeout: 60_000 });
  await page.locator(".map-crosshair, .sketch-crosshair").first().waitFor({ state: "attached" });
  await pause(1000);
  await page.mouse.click(start.x, start.y);
  await page.locator(".three-figures").waitFor({ timeout: 60_000 });
  // The symbol can be taken hold of once it is drawn.
  await pause(1000);
  await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
  return page;
}

/** Mean milliseconds of a frame while the site is dragged out and back, one step per frame. */
async function frameTime(page: Page, withAnalysis: boolean): Promise<number> {
  const { milliseconds, asked } = await page.evaluate(
    (drag) =>
      (
        window as unknown as { dragFrames(drag: unknown): Promise<{ milliseconds: number; asked: number }> }
      ).dragFrames(drag),
    { ...start, frames: FRAMES, analysis: withAnalysis },
  );
  // A drag that took hold of nothing would be fast.
  if (asked === 0) throw new Error("the site was not dragged");
  if (withAnalysis && asked < FRAMES / 8) throw new Error(`only ${asked} positions were computed`);
  await pause(1500);
  return milliseconds;
}
