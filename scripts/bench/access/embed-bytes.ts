import { gzipSync } from "node:zlib";
import { type BenchCase, missingRow } from "../bench-case.ts";
import { launchChromium } from "../chromium.ts";
import { startOurServer } from "../our-server.ts";

const LIMIT = 560_000;
const goal = `≤ ${LIMIT / 1000} kB`;

/** What a citizen's phone fetches before the embedded map stands: page, styles, scripts, worker, tiles and figures. */
export const embedBytes: BenchCase = {
  id: "A2",
  what: "embed first view, gzip, MapLibre and its worker included",
  run: async () => {
    const browser = await launchChromium();
    if (!browser) return [missingRow(embedBytes, "Chromium not available", goal)];
    const server = await startOurServer();
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "de-DE" });
      const page = await context.newPage();
      const bodies: Promise<[kind: string, bytes: number]>[] = [];
      // The worker's requests are the context's alone.
      context.on("response", (response) => {
        bodies.push(
          response.body().then(
            (body) => [kindOf(new URL(response.url()).pathname), gzipSync(body).length],
            () => ["empty", 0],
          ),
        );
      });
      await page.goto(`${server.origin}/embed`);
      await page.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });
      const bytes = new Map<string, number>();
      for (const [kind, size] of await Promise.all(bodies)) bytes.set(kind, (bytes.get(kind) ?? 0) + size);
      const all = [...bytes.values()].reduce((sum, size) => sum + size, 0);
      const parts = [...bytes].filter(([, size]) => size > 0).map(([kind, size]) => `${kind} ${kilo(size)}`);
      return [
        {
          case: "A2",
          what: `${embedBytes.what} (${parts.join(", ")})`,
          ours: `${kilo(all)} kB`,
          peer: "–",
          ratio: "–",
          goal,
          holds: all <= LIMIT,
        },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

function kindOf(path: string): string {
  if (/maplibre.*worker/.test(path)) return "worker";
  if (/maplibre.*\.js$/.test(path)) return "MapLibre";
  return { js: "scripts", css: "styles", pbf: "tiles and glyphs" }[path.split(".").at(-1) ?? ""] ?? "answers";
}

function kilo(bytes: number): string {
  return Math.round(bytes / 1000).toString();
}
