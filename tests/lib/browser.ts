import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Download,
  type Page,
  type Request,
} from "playwright-core";
import { inject } from "vitest";
import { root } from "./running-server.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const screenshots = join(root, "test-output/screenshots");
/** Device pixels to a pixel of the page. */
const sharpness = Number(process.env.DRAWN_AT ?? 1);

/**
 * The run's Chromium, see `browser-setup.ts`. Whoever asks has contexts of their own, with nothing kept from others; closing
 * it ends these alone.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.connect(inject("browserEndpoint"));
}

export interface OpenPage {
  page: Page;
  /** Console errors, page errors and policy reports so far. */
  faults: string[];
  /** Requests that went anywhere but to the server. */
  foreign: string[];
  /** Shows the view of another address as going back or forward does, without loading the page once more. */
  go: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

/** A role the demo's switch offers, with the department or district it is for. */
export interface DemoPerson {
  role: string;
  department?: string;
  district?: string;
}

/**
 * Opens an address, as one of the demo's people if asked to, and watches what goes wrong and where requests go. A
 * path that depends on what is stored is found by a function, which asks as that person.
 */
export async function openPage(
  browser: Browser,
  address: string,
  {
    path = "",
    as,
    ...options
  }: BrowserContextOptions & {
    path?: string | ((request: APIRequestContext) => Promise<string>);
    as?: DemoPerson;
  } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: sharpness,
    locale: "de-DE",
    ...options,
  });
  if (as) await context.request.post(`${address}/api/demo/role`, { data: as });
  const target = typeof path === "string" ? path : await path(context.request);
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
  const isCalm = watchRequests(page);
  await page.goto(`${address}/${target}`);
  await mapIsDrawn(page);
  const go = async (next: string) => {
    await page.evaluate((query) => {
      history.pushState(null, "", query || location.pathname);
      dispatchEvent(new PopStateEvent("popstate"));
    }, next);
    await isCalm();
    await mapIsDrawn(page);
  };
  return { page, faults, foreign, go, close: () => context.close() };
}

/** Returns what waits until the page has had no answer outstanding for a while; its open stream of events aside. */
function watchRequests(page: Page): () => Promise<void> {
  const outstanding = new Set<Request>();
  let last = Date.now();
  page.on("request", (request) => {
    if (request.resourceType() !== "eventsource") outstanding.add(request);
  });
  const end = (request: Request) => {
    outstanding.delete(request);
    last = Date.now();
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return async () => {
    last = Date.now();
    while (outstanding.size > 0 || Date.now() - last < 400) await page.waitForTimeout(50);
  };
}

/** Waits until the map, or each of several, has drawn everything it knows of. */
export async function mapIsDrawn(page: Page): Promise<void> {
  const maps = (state: string) => page.locator(`[data-map-state="${state}"]`).first();
  await maps("idle").waitFor({ state: "attached", timeout: 60_000 });
  // The first of those still busy is another one once it has drawn, until there is none.
  await maps("busy").waitFor({ state: "detached", timeout: 60_000 });
}

/** What somebody saved; a browser that is connected to has no file to open. */
export async function savedContent(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface AxeResult {
  violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/**
 * Violations axe finds on the page, as lines to read; an empty list is what is wanted. Contrast takes most of the time:
 * `"only"` looks at nothing else, on a screen seen in other colours before, and `"not"` leaves it out where the same
 * colours were seen on another size.
 */
export async function axeViolations(page: Page, contrast: "too" | "only" | "not" = "too"): Promise<string[]> {
  // Through the debugger: the page's policy rightly refuses a script element that is not its own.
  await page.evaluate(readFileSync(axePath, "utf8"));
  const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const options = {
    runOnly:
      contrast === "only" ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: all },
    rules: contrast === "not" ? { "color-contrast": { enabled: false } } : {},
    // What passes is not described, which takes as long as finding out.
    resultTypes: ["violations"],
  };
  const result = (await page.evaluate(
    (asked) =>
      (
        window as unknown as { axe: { run: (context: Document, options: object) => Promise<unknown> } }
      ).axe.run(document, asked),
    options,
  )) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} – ${node.failureSummary}`),
  );
}

/** Keeps a picture for people to look at, which only sharp ones are for; returns its bytes, undefined when there is none. */
export async function keepScreenshot(page: Page, name: string): Promise<Buffer | undefined> {
  if (sharpness < 1) return undefined;
  mkdirSync(screenshots, { recursive: true });
  return page.screenshot({ path: join(screenshots, `${name}.png`) });
}
