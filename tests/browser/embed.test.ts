import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, mapIsDrawn, openPage } from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

let server: RunningServer;
let browser: Browser;
let sites: Server;
let listed: string;
let unlisted: string;

/** A foreign site with the embed in a frame. */
beforeAll(async () => {
  sites = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="de"><title>Amt</title><iframe title="Karte" width="1000" height="700" src="${server.address}/embed"></iframe></html>`,
    );
  });
  await new Promise<void>((done) => sites.listen(0, "127.0.0.1", done));
  const { port } = sites.address() as AddressInfo;
  listed = `http://127.0.0.1:${port}`;
  unlisted = `http://localhost:${port}`;
  process.env.EMBED_ANCESTORS = listed;
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  delete process.env.EMBED_ANCESTORS;
  sites?.close();
  await browser?.close();
  await server?.stop();
});

async function embedIn(page: Page, site: string): Promise<Frame> {
  await page.goto(site);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error("no frame");
  return frame;
}
/** Cookies and entries of local and session storage, IndexedDB and caches. */
async function kept(page: Page): Promise<number[]> {
  const entries = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  return [(await page.context().cookies()).length, ...entries];
}
const drawn = (frame: Frame) =>
  frame.locator('[data-map-state="idle"]').waitFor({ state: "attached", timeout: 60_000 });

describe("the embed in a foreign page", () => {
  it("P-01 P-04 asks only its own origin, gets no cookie, and follows view commands of a listed site alone", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const foreign: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && origin !== server.address && origin !== listed) foreign.push(request.url());
    });
    const frame = await embedIn(page, listed);
    await drawn(frame);
    await frame.getByRole("button", { name: "Vergrößern" }).click();
    await frame.getByRole("button", { name: "Nach Norden verschieben" }).click();
    for (const name of ["Mitte", "Nord", "Ost", "Bad Cannstatt", "Vaihingen"]) {
      await frame.locator("#table").getByRole("link", { name, exact: true }).click();
      await frame.getByRole("heading", { level: 3, name, exact: true }).waitFor();
    }
    await frame.getByLabel("Kennzahl").selectOption("none");
    await frame.getByRole("button", { name: "Anzeigen" }).click();
    await frame.getByRole("heading", { level: 1, name: /^Stuttgart/ }).waitFor();

    const command = (message: object) =>
      page.evaluate((sent) => {
        const window_ = document.querySelector("iframe")?.contentWindow;
        window_?.postMessage(sent, "*");
      }, message);
    await command({ command: "show-indicator", indicator: "residents", role: "PLANNER" });
    await command({ command: "sign-in", as: "PLANNER" });
    await page.waitForTimeout(500);
    expect(await frame.locator("h1").textContent()).toMatch(/^Stuttgart/);
    await command({ command: "show-indicator", indicator: "residents" });
    await frame.getByRole("heading", { level: 1, name: /^(?!Stuttgart)/ }).waitFor();

    expect(foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it("P-03 is refused by the browser on a host that is not listed", async () => {
    const page = await browser.newPage();
    const refused = page.waitForEvent("console", {
      predicate: (message) => /frame-ancestors/.test(message.text()),
    });
    const frame = await embedIn(page, unlisted);
    await refused;
    expect(frame.url()).toMatch(/^chrome-error:/);
    await page.close();
  });

  it("P-01 keeps nothing and has nothing for axe to find on a desk, a telephone and at 320 px", async () => {
    const { page, faults, foreign, close } = await openPage(browser, server.address, { path: "embed" });
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      await mapIsDrawn(page);
      expect(await axeViolations(page), `at ${width} px`).toEqual([]);
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await sideways(), `at ${width} px`).toBe(0);
      await keepScreenshot(page, `embed-${width}x${height}`);
    }
    expect([...faults, ...foreign]).toEqual([]);
    // Asked here and not in a frame, where a browser refuses the very question.
    expect(await kept(page)).toEqual([0, 0, 0, 0, 0]);
    await close();
  });
});
