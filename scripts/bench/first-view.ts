import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { atMost, type BenchCase, comparedRow, missingRow } from "./bench-case.ts";
import { launchChromium, visit } from "./chromium.ts";
import { startOurServer } from "./our-server.ts";
import { startPageServer } from "./page-server.ts";
import { interleave, spread } from "./rounds.ts";

const ROUNDS = 7;
/** What the dashboard opens with. */
const OPENING_LAYERS = [
  "base",
  "areas-district",
  "renewal-areas",
  "renewal-priority-areas",
  "quarter-projects",
  "facilities",
];
const assets = resolve(import.meta.dirname, "../../dist/web/assets");

export const firstIdle: BenchCase = {
  id: "G6",
  what: "first idle uncached, app / bare MapLibre with GeoJSON",
  run: async () => {
    const browser = await launchChromium();
    if (!browser) return [missingRow(firstIdle, "Chromium not available", "≤ 0.8")];
    const ours = await startOurServer();
    const pages = await startPageServer();
    try {
      const bare = `${pages.origin}/bare.html?layers=${OPENING_LAYERS.join(",")}`;
      const compared = await interleave(ROUNDS, {
        ours: async () => (await visit(browser, ours.origin)).idleMilliseconds,
        peer: async () => (await visit(browser, bare)).idleMilliseconds,
      });
      return [comparedRow(firstIdle, compared, atMost(0.8), "ms")];
    } finally {
      await browser.close();
      await pages.stop();
      await ours.stop();
    }
  },
};

export const scriptBytes: BenchCase = {
  id: "G7",
  what: "script bytes of the first view (brotli), app without MapLibre / MapLibre",
  run: async () => {
    if (!existsSync(assets)) return [missingRow(scriptBytes, "dist/web is not built", "≤ 0.45")];
    const browser = await launchChromium();
    if (!browser) return [missingRow(scriptBytes, "Chromium not available", "≤ 0.45")];
    const ours = await startOurServer();
    try {
      const { scripts } = await visit(browser, ours.origin);
      // Only the page tells its own scripts; the worker's is asked for by MapLibre and counted with it.
      const names = new Set(scripts.map((path) => path.split("/").at(-1)!));
      for (const name of readdirSync(assets)) if (/^maplibre-gl-worker.*\.js$/.test(name)) names.add(name);
      let own = 0;
      let maplibre = 0;
      for (const name of names) {
        const bytes = brotliBytes(join(assets, name));
        if (/^maplibre/.test(name)) maplibre += bytes;
        else own += bytes;
      }
      const compared = {
        ours: spread([own / 1000]),
        peer: spread([maplibre / 1000]),
        ratio: spread([own / maplibre]),
      };
      return [comparedRow(scriptBytes, compared, atMost(0.45), "kB")];
    } finally {
      await browser.close();
      await ours.stop();
    }
  },
};

function brotliBytes(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
