import { type Browser, chromium } from "playwright-core";
import { hasProgram } from "./processes.ts";

/** Chromium of the distribution, drawing without a graphics card; `null` when there is none. */
export async function launchChromium(): Promise<Browser | null> {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  if (!process.env.CHROMIUM && !hasProgram("chromium", "chromium")) return null;
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
}

export interface Visit {
  /** Milliseconds from the start of the navigation until the map says that it is idle. */
  idleMilliseconds: number;
  /** Paths of the scripts that were fetched until then. */
  scripts: string[];
}

/** Opens an address with nothing cached and waits for `data-map-state="idle"` anywhere in the page. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "de-DE" });
  try {
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (/\.m?js$/.test(pathname)) scripts.push(pathname);
    });
    await page.addInitScript(() => {
      const idle = '[data-map-state="idle"]';
      const observer = new MutationObserver(() => {
        if (!document.querySelector(idle)) return;
        observer.disconnect();
        Object.assign(window, { idleAt: performance.now() });
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => "idleAt" in window, undefined, { timeout: 60_000 });
    const idleMilliseconds = await page.evaluate(() => (window as unknown as { idleAt: number }).idleAt);
    return { idleMilliseconds, scripts };
  } finally {
    await context.close();
  }
}
