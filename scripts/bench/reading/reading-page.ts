import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { type BenchCase, type BenchRow, missingRow } from "../bench-case.ts";
import { launchChromium } from "../chromium.ts";
import { startOurServer } from "../our-server.ts";

const dashboard = resolve(import.meta.dirname, "../../../dist/web/assets");
const watcher = resolve(import.meta.dirname, "../pages/reading-frames.mjs");

/** What `pages/reading-frames.mjs` gives the page; milliseconds. */
export interface ReadingPage {
  inputToPainted(input: () => void): Promise<number>;
  plainRepaint(): Promise<number>;
  brushFrames(asked: { frames: number; brushes: boolean }): Promise<{ milliseconds: number; drawn: number }>;
}

/** Runs `measure` on the built dashboard at an address of it, as the public sees it, on a server with the demo city. */
export async function onReadingPage(
  benchCase: BenchCase,
  { address, goal, env = {} }: { address: string; goal: string; env?: Record<string, string> },
  measure: (page: Page) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  if (!existsSync(dashboard)) return [missingRow(benchCase, "dist/web is not built", goal)];
  const browser = await launchChromium();
  if (!browser) return [missingRow(benchCase, "Chromium not available", goal)];
  const server = await startOurServer(env);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "de-DE" });
    const page = await context.newPage();
    // The loader of TypeScript gives functions their names with this, which the page does not know.
    await page.addInitScript("globalThis.__name = (named) => named;");
    await page.addInitScript({ path: watcher });
    await page.goto(`${server.origin}/${address}`);
    await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
    return await measure(page);
  } finally {
    await browser.close();
    await server.stop();
  }
}
