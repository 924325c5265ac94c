import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { root } from "./running-server.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const screenshots = join(root, "test-output/screenshots");

/** Chromium of the distribution, drawing without a graphics card and asking nobody outside. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface OpenPage {
  page: Page;
  /** Console errors, page errors and policy reports so far. */
  faults: string[];
  /** Requests that went anywhere but to the server. */
  foreign: string[];
  close: () => Promise<void>;
}

/** Opens an address and watches what goes wrong and where requests go. */
export async function openPage(
  browser: Browser,
  address: string,
  { path = "", ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "de-DE",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== address && url.protocol !== "data:" && url.protocol !== "blob:")
      foreign.push(request.url());
  });
  await page.goto(`${address}/${path}`);
  await mapIsDrawn(page);
  return { page, faults, foreign, close: () => context.close() };
}

/** Waits until the map, or each of several, has drawn everything it knows of. */
export async function mapIsDrawn(page: Page): Promise<void> {
  const maps = (state: string) => page.locator(`[data-map-state="${state}"]`).first();
  await maps("idle").waitFor({ state: "attached", timeout: 60_000 });
  // The first of those still busy is another one once it has drawn, until there is none.
  await maps("busy").waitFor({ state: "detached", timeout: 60_000 });
}

interface AxeResult {
  violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** Violations axe finds on the page, as lines to read; an empty list is what is wanted. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Through the debugger: the page's policy rightly refuses a script element that is not its own.
  await page.evaluate(readFileSync(axePath, "utf8"));
  const result = (await page.evaluate(() =>
    (window as unknown as { axe: { run: (context: Document, options: object) => Promise<unknown> } }).axe.run(
      document,
      {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        // What passes is not described, which takes as long as finding out.
        resultTypes: ["violations"],
      },
    ),
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} – ${node.failureSummary}`),
  );
}

/** Keeps a picture for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<Buffer> {
  mkdirSync(screenshots, { recursive: true });
  return page.screenshot({ path: join(screenshots, `${name}.png`) });
}
