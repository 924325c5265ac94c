import type { Browser, Page } from "playwright-core";
import { cookieOf, demoCookie } from "../../../server/plugins/audience.ts";
import { atMost, type BenchCase, type BenchRow, missingRow, range } from "../bench-case.ts";
import { launchChromium } from "../chromium.ts";
import { startOurServer } from "../our-server.ts";
import { spread } from "../rounds.ts";

const ROUNDS = 5;
const goal = atMost(2000);
const list = "Messung";
/** Milliseconds a view is talked about before the next, far less than in any meeting. */
const talkedAbout = 2000;
/** A view stands once nothing has moved for so many milliseconds and frames, and never if it moves after so long. */
const waits = { calm: 400, frames: 4, patience: 30_000 };

/** One of each kind somebody would show, as heavy as that kind gets; the scenario is made for the run. */
interface View {
  name: string;
  /** How the heading of the page begins once it stands. */
  heading: string;
  address: string;
}
const views = (scenario: string): readonly View[] => [
  {
    name: "all layers and facilities",
    heading: "Arbeitslose · 2024 · Stadtteile",
    address:
      "?v=1&level=subdistrict&indicator=unemployment&layers=renewal-areas,renewal-priority-areas,quarter-projects,public-needs-sites,planned-sites,candidate-sites,facilities&families=early-childhood,school,youth,neighbourhood,older-people,health,inclusion,faith,culture,open-space,supply&camera=11.2/48.776/9.18",
  },
  {
    name: "change since 2018",
    heading: "Versiegelte Fläche: Veränderung seit 2018 · 2024 · Stadtteile",
    address: "?v=1&level=subdistrict&indicator=sealed-area&period=2024&reading=change&since=2018&layers=",
  },
  {
    name: "two indicators and an area",
    heading: "Arbeitslose und Versiegelte Fläche · 2024 · Stadtbezirke",
    address:
      "?v=1&level=district&indicator=unemployment&reading=pair&with=sealed-area&layers=&select=area:district:06",
  },
  {
    name: "page of a district",
    heading: "Stadtbezirk Bad Cannstatt",
    address: "?v=1&tab=district&district=06&level=district&indicator=sealed-area",
  },
  {
    name: "gaps of childcare",
    heading: "Kinder unter 6 ohne Kita in 500 m Fußweg",
    address: "?v=1&tab=planning&kind=KITA&level=district&indicator=sealed-area",
  },
  {
    name: "index of two indicators",
    heading: "Prioritätsindex",
    address:
      "?v=1&tab=monitoring&index=unemployment~1,sealed-area~1&rules=300&level=subdistrict&indicator=unemployment",
  },
  {
    name: "scenario",
    heading: "Arbeitslose · 2024 · Stadtteile",
    address: `?v=1&level=subdistrict&indicator=unemployment&layers=facilities&scenario=${scenario}`,
  },
];

/** Every view opened for the first time in a page: from the key to a map, a page and figures at rest. */
export const openViews: BenchCase = {
  id: "M1",
  what: "a saved view opens in a presentation, from the key to a page at rest",
  run: async (): Promise<BenchRow[]> => {
    const browser = await launchChromium();
    if (!browser) return [missingRow(openViews, "Chromium not available", `${goal.text} ms`)];
    const server = await startOurServer();
    try {
      const shown = await keepViews(server.origin);
      const rounds: number[][] = [];
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await presented(browser, server.origin, shown));
      return shown.map(({ name }, at): BenchRow => {
        const times = spread(rounds.map((round) => round[at] ?? Number.NaN));
        return {
          ...{ case: openViews.id, what: name, ours: `${range(times)} ms`, peer: "–", ratio: "–" },
          ...{ goal: `${goal.text} ms`, holds: goal.holds(times.median) },
        };
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

const cookie = `${demoCookie}=${cookieOf("PLANNER", "51", undefined)}`;

/** Keeps the views on the server in their order; returns them. */
async function keepViews(origin: string): Promise<readonly View[]> {
  const post = async (path: string, body: object) => {
    const headers = { cookie, "content-type": "application/json" };
    const answer = await fetch(`${origin}/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const properties = { name: list, standards: [], changes: [] };
  const { id } = await post("api/scenarios", { geometry: null, properties, participants: [] });
  const kept = views(id);
  for (const { name: title, address } of kept)
    await post("api/views", { properties: { title, sentence: "Ein Satz.", list, address }, isShared: false });
  return kept;
}

/** Milliseconds of each view, in a page that has opened none of them before. */
async function presented(browser: Browser, origin: string, shown: readonly View[]): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "de-DE" });
  try {
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    // The loader of TypeScript gives functions their names with this, which the page does not know.
    await page.addInitScript("globalThis.__name = (named) => named;");
    await page.addInitScript(watchRest, waits);
    // As in the room: the map was there before, then the list.
    await page.goto(origin);
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      history.pushState(null, "", "?v=1&page=views");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    await page.getByRole("button", { name: `„${list}“ vorführen` }).click();
    const start = page.getByRole("dialog").getByRole("button", { name: "Vorführen", exact: true });
    await start.waitFor();
    const times: number[] = [];
    for (const [at, view] of shown.entries()) {
      times.push(
        await timed(page, view, () => (at === 0 ? start.click() : page.keyboard.press("ArrowRight"))),
      );
      await page.waitForTimeout(talkedAbout);
    }
    return times;
  } finally {
    await context.close();
  }
}

interface Watching {
  rest: Promise<number>;
  watchFor: (title: string, heading: string) => void;
}

async function timed(page: Page, { name, heading }: View, act: () => Promise<void>): Promise<number> {
  await page.evaluate(([title, top]) => (window as unknown as Watching).watchFor(title, top), [
    name,
    heading,
  ] as const);
  await act();
  const milliseconds = await page.evaluate(() => (window as unknown as Watching).rest);
  const note = await page.locator(".presentation-bar .missing-note").allTextContents();
  // A view that leaves something out would be quicker than the one that was meant.
  if (note.some((text) => text.startsWith("Nicht gezeigt"))) throw new Error(`${name}: ${note.join(" ")}`);
  return milliseconds;
}

/**
 * Runs in the page. After `watchFor`, `rest` resolves to the milliseconds from the next key or click until the view
 * with this title stood: no answer outstanding, no map busy, nothing still a grey block, and all of it so for a while.
 */
function watchRest({ calm, frames, patience }: typeof waits): void {
  let outstanding = 0;
  let pressed = 0;
  const ask = window.fetch;
  window.fetch = async (...request) => {
    outstanding++;
    try {
      return await ask(...request);
    } finally {
      outstanding--;
    }
  };
  for (const kind of ["keydown", "click"])
    addEventListener(
      kind,
      ({ timeStamp }) => {
        if (pressed === 0) pressed = timeStamp;
      },
      true,
    );
  const textOf = (selector: string) => document.querySelector(selector)?.textContent;
  const moving = (title: string, heading: string): string | undefined => {
    if (textOf(".presentation-title") !== title) return "the bar";
    if (!textOf("h1")?.startsWith(heading)) return `the heading “${textOf("h1")}”`;
    if (outstanding > 0) return `${outstanding} answers`;
    if (document.querySelector('[data-map-state="busy"]')) return "the map";
    return document.querySelector(".skeleton")?.getAttribute("aria-label") ?? undefined;
  };
  const restOf = (title: string, heading: string) =>
    new Promise<number>((resolve, reject) => {
      pressed = 0;
      const began = performance.now();
      let lastMove = began;
      let calmFrames = 0;
      const look = (now: number) => {
        const what = moving(title, heading);
        calmFrames = what === undefined && pressed > 0 ? calmFrames + 1 : 0;
        if (calmFrames === 0) lastMove = now;
        if (now - began > patience) reject(new Error(`${title} never came to rest: ${what ?? "no key"}`));
        else if (now - lastMove < calm || calmFrames < frames) requestAnimationFrame(look);
        else resolve(lastMove - pressed);
      };
      requestAnimationFrame(look);
    });
  const watchFor = (title: string, heading: string) => {
    Object.assign(window, { rest: restOf(title, heading) });
  };
  Object.assign(window, { watchFor });
}
