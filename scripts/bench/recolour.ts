import type { Browser } from "playwright-core";
import { atMost, type BenchCase, type BenchRow, comparedRow, missingRow } from "./bench-case.ts";
import { launchChromium } from "./chromium.ts";
import { startPageServer } from "./page-server.ts";
import { interleave } from "./rounds.ts";

const ROUNDS = 15;
const FRAMES = 10;

export const recolour: BenchCase = {
  id: "G8",
  what: "recolour by feature state / plain repaint",
  run: async () => {
    const browser = await launchChromium();
    if (!browser) return [missingRow(recolour, "Chromium not available", "≤ 1.1; ≤ 1.35")];
    const pages = await startPageServer();
    try {
      return [
        await recolourLayer(browser, `${pages.origin}/recolour.html?layer=areas`, "152 areas", 152, 1.1),
        await recolourLayer(
          browser,
          `${pages.origin}/recolour.html?layer=points`,
          "20,000 points",
          20_000,
          1.35,
        ),
      ];
    } finally {
      await browser.close();
      await pages.stop();
    }
  },
};

async function recolourLayer(
  browser: Browser,
  address: string,
  name: string,
  expected: number,
  limit: number,
): Promise<BenchRow> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
  const features = await page.evaluate(() => (window as unknown as { features: number }).features);
  // All of them must be on screen, else the repaint would be compared with less than was asked for.
  if (features < expected * 0.98) throw new Error(`${name}: only ${features} features are loaded`);
  const frames = (recolours: boolean) => () =>
    page.evaluate(
      ([count, on]) =>
        (window as unknown as { frames(count: number, on: boolean): number }).frames(count, on),
      [FRAMES, recolours] as const,
    );
  const compared = await interleave(ROUNDS, { ours: frames(true), peer: frames(false) });
  await page.close();
  return comparedRow({ id: recolour.id, what: `${recolour.what}, ${name}` }, compared, atMost(limit), "ms");
}
