import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  keepScreenshot,
  launchBrowser,
  mapIsDrawn,
  type OpenPage,
  openPage,
} from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const notice = "Demodaten – Zahlen erfunden, Geometrie schematisch";

describe("the demo city in a browser", () => {
  let opened: OpenPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openPage(browser, server.address);
    ({ page } = opened);
  });
  afterAll(() => opened?.close());

  it("opens with a title, a drawn map, its notice, and asks nobody else", async () => {
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(
      /Kinder unter 6 in Grundsicherung · .*2024 · Stadtbezirke/,
    );
    expect(await page.getByText(notice).first().isVisible()).toBe(true);
    await page.getByRole("button", { name: "Im Ausschnitt" }).click();
    await page.getByRole("complementary", { name: "Auswahl" }).getByText("Bad Cannstatt").first().waitFor();
    await keepScreenshot(page, "districts-1280x800");
    const { foreign, faults } = opened;
    expect({ foreign, faults }).toEqual({ foreign: [], faults: [] });
  });

  it("the legend counts all 23 districts", async () => {
    const rows = await page.getByRole("list", { name: "Legende" }).getByRole("button").allTextContents();
    const counts = rows.map((row) => Number(/(\d+) ?Gebiete?/.exec(row)?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(23);
  });

  it("the table says the same as the map and selecting a row opens the sheet", async () => {
    await page.getByRole("button", { name: "Tabelle" }).click();
    const table = page.getByRole("table");
    await table.waitFor();
    expect(await table.getByRole("row").count()).toBeGreaterThan(5);
    await table.getByText("Bad Cannstatt").first().click();
    await page.getByRole("heading", { name: "Bad Cannstatt" }).waitFor();
    await keepScreenshot(page, "table-1280x800");
  });

  it("K-12 search finds an area by name and a link opens the same view in another browser", async () => {
    await opened.go("?v=1&level=subdistrict&layers=renewal-areas&camera=12.3456/48.7812345/9.2034567/17.5");
    await page.getByRole("searchbox", { name: "Suche" }).click();
    const search = page.getByRole("combobox", { name: "Suche" });
    await search.fill("Gablenb");
    await page
      .getByRole("option", { name: /Gablenberg/ })
      .first()
      .waitFor();
    await search.press("ArrowDown");
    await search.press("Enter");
    const heading = (of: Page) => of.getByRole("heading", { name: /Gablenberg/ }).first();
    await heading(page).waitFor();
    await mapIsDrawn(page);
    // The address is written once the hand rests.
    await page.waitForURL((url) => url.searchParams.get("select") !== null);
    const address = page.url();
    const elsewhere = await launchBrowser();
    try {
      const path = address.slice(server.address.length + 1);
      const other = await openPage(elsewhere, server.address, { path });
      await heading(other.page).waitFor();
      expect(new URL(other.page.url()).search).toBe(new URL(address).search);
      const inView = async (of: Page) => {
        const list = of.getByRole("button", { name: "Im Ausschnitt" });
        if ((await list.getAttribute("aria-pressed")) !== "true") await list.click();
        const checked = await of
          .getByRole("checkbox", { checked: true })
          .evaluateAll((boxes) => boxes.length);
        return [
          checked,
          await of.locator(".scale-bar").innerText(),
          await of.locator("#selection").innerText(),
        ];
      };
      expect(await inView(other.page)).toEqual(await inView(page));
    } finally {
      await elsewhere.close();
    }
  });

  it("the tab Planen is for planners only, and a link to it shows the public the map", async () => {
    await opened.go("?v=1&tab=planning&kind=KITA&level=subdistrict");
    expect(await page.getByRole("button", { name: "Planen", exact: true }).count()).toBe(0);
    await page.getByRole("heading", { name: "Ebenen" }).waitFor();
  });

  it("the Geschäftsstelle sees restricted sketches, the public and the back-switched person do not", async () => {
    const count = () =>
      page.evaluate(async () => {
        const answer = await fetch("api/layers");
        const { items } = (await answer.json()) as { items: { layer: string; count: number }[] };
        return items.find(({ layer }) => layer === "candidate-sites")?.count ?? 0;
      });
    const asPublic = await count();
    const take = async (role: string) => {
      await page.locator(".view-as").getByRole("button").first().click();
      await page.getByLabel("Rolle").selectOption(role);
      await page.getByRole("button", { name: "Ansicht wechseln" }).click();
    };
    await take("SECRETARIAT");
    await page.getByRole("combobox", { name: "Sicht" }).waitFor();
    expect(await count()).toBeGreaterThan(asPublic);
    await take("PUBLIC");
    await page.getByRole("combobox", { name: "Sicht" }).waitFor({ state: "detached" });
    expect(await count()).toBe(asPublic);
  });

  it("is English when asked for, on screen and as language of the page", async () => {
    await opened.go("");
    await page.getByRole("button", { name: "Ansicht", exact: true }).click();
    await page.getByText("English").first().click();
    await page.getByRole("heading", { level: 1, name: /Districts/ }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await mapIsDrawn(page);
    await keepScreenshot(page, "english-1280x800");
  });
});

describe("nothing for axe to find", () => {
  interface Screen {
    path: string;
    shows: string;
    /** False where a telephone shows the same parts on another screen of this list. */
    onPhone?: boolean;
  }
  const screens: Record<string, Screen> = {
    map: {
      path: "?v=1&layers=renewal-priority-areas,renewal-areas,quarter-projects,facilities",
      shows: "[data-map-state]",
    },
    "area sheet": { path: "?v=1&select=area:district:06", shows: "#selection h2" },
    "record table": { path: "?v=1&table=facilities", shows: "#table table", onPhone: false },
    "area table": { path: "?v=1&table=areas", shows: "#table table" },
    "facility filter": { path: "?v=1&kinds=KITA_MIX,GRUNDSCHULE", shows: "[data-map-state]", onPhone: false },
    "English subdistricts": { path: "?v=1&level=subdistrict&lang=en", shows: "html[lang=en]" },
  };
  const sizes = [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ];
  it("on every screen at 1280 × 800, light, dark and in forced colours, and at 320 × 640", async () => {
    const found: Record<string, string[]> = {};
    const { page, go, close } = await openPage(browser, server.address);
    const inBothColours = async (name: string) => {
      // Colours are the same on every size, and only they differ between light and dark.
      const looks =
        page.viewportSize()!.width < 480
          ? ([["light", "not"]] as const)
          : ([
              ["dark", "only"],
              ["light", "too"],
            ] as const);
      for (const [colorScheme, contrast] of looks) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
        found[`${name}, ${colorScheme}`] = await axeViolations(page, contrast);
      }
    };
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      for (const [screen, { path, shows, onPhone = true }] of Object.entries(screens)) {
        if (viewport.width < 480 && !onPhone) continue;
        await go(path);
        // On a telephone the table is a tab of its own, the last one.
        const tabs = page.locator(".phone-tab");
        if (viewport.width < 480) await tabs.nth(path.includes("table=") ? -1 : 0).click();
        await page.locator(shows).first().waitFor({ state: "attached" });
        await inBothColours(`${screen} at ${viewport.width}`);
      }
      await go("?v=1&lang=de");
      if (viewport.width < 480) await page.getByRole("tab", { name: "Ebenen" }).click();
      await page.getByRole("button", { name: "wechseln" }).click();
      await page.getByRole("dialog").waitFor();
      await inBothColours(`indicator choice at ${viewport.width}`);
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize(sizes[0]!);
    await page.emulateMedia({ forcedColors: "active" });
    await go("?v=1");
    found["forced colours"] = await axeViolations(page);
    await keepScreenshot(page, "forced-colours-1280x800");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
    await close();
  });
});

describe("the monitoring in a browser", () => {
  let opened: OpenPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openPage(browser, server.address, {
      path: "?v=1&tab=monitoring&level=district&layers=",
      as: { role: "PLANNER", department: "50" },
    });
    ({ page } = opened);
  });
  afterAll(() => opened?.close());
  const badge = (of: Page, text: string) => of.locator(".definition-name", { hasText: text }).waitFor();
  const names = async (heading: RegExp) => {
    const listed = page.getByRole("region", { name: heading }).getByRole("button");
    await listed.first().waitFor();
    return listed.allTextContents();
  };
  const inOrder = (list: string[]) => list.toSorted((a, b) => a.localeCompare(b, "de"));

  it("a planner keeps a trial as a definition, its link opens the same, and the Geschäftsstelle alone decides it", async () => {
    await badge(page, "Versuch, nicht gespeichert");
    await page.getByRole("button", { name: "Als Definition speichern" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Probeindex");
    await page.getByLabel("Zweck", { exact: true }).fill("Zur Probe");
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await badge(page, "„Probeindex“, Fassung 1 (Entwurf)");
    await page.getByRole("heading", { level: 1, name: /„Probeindex“, Fassung 1 \(Entwurf\)/ }).waitFor();
    await page.getByRole("button", { name: "Als abgestimmt festhalten" }).click();
    await badge(page, "(abgestimmt)");
    expect(await page.getByRole("button", { name: "Als beschlossen festhalten" }).count()).toBe(0);

    await page.waitForURL((url) => url.searchParams.get("definition") !== null);
    const path = page.url().slice(server.address.length + 1);
    const office = await openPage(browser, server.address, { path, as: { role: "SECRETARIAT" } });
    await badge(office.page, "„Probeindex“, Fassung 1 (abgestimmt)");
    await office.page.getByRole("button", { name: "Als beschlossen festhalten" }).click();
    await office.page.getByRole("button", { name: "Beschluss festhalten" }).click();
    await badge(office.page, "(beschlossen)");
    await office.close();
  });

  it("every question of the tab answers with areas by name, and axe finds nothing on it", async () => {
    const found: Record<string, string[]> = {};
    const view = async (name: string, shows: string) => {
      await page.getByRole("radio", { name, exact: true }).check();
      await page.locator(`.monitoring-panel ${shows}`).first().waitFor();
      found[name] = await axeViolations(page);
    };
    await view("Dynamik", ".dynamics-table");
    const cell = page.getByRole("button", { name: /^Status mittel, Dynamik stabil: [1-9]/ });
    const count = Number(/: (\d+)/.exec((await cell.getAttribute("aria-label")) ?? "")?.[1]);
    await cell.click();
    const inCell = await names(/^Status mittel, Dynamik stabil/);
    expect([inCell.length, inCell]).toEqual([count, inOrder(inCell)]);

    await view("Auswahl", "#monitoring-choice");
    await page.getByRole("combobox", { name: "Bedingung hinzufügen" }).selectOption("unemployment");
    await page.getByLabel(/^Grenze/).fill("3,5");
    await page.getByRole("button", { name: "Bedingung stellen" }).click();
    await page.getByRole("button", { name: /zurücknehmen: .*mindestens 3,5/ }).waitFor();
    const meeting = await names(/^Erfüllt/);
    expect(meeting.length).toBeGreaterThan(0);
    expect(meeting).toEqual(inOrder(meeting));

    await view("Mehrfach", ".legend");
    expect(await page.getByText("Bus und Bahn: nicht geprüft", { exact: false }).count()).toBe(1);
    await view("Mischung", ".legend");
    await view("Prüfanlässe", ".legend");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });

  it("a range drawn over the dots of two indicators keeps its areas on the map, and so does one that is typed", async () => {
    await opened.go("?v=1&level=district&layers=&indicator=unemployment&reading=pair&with=green-share");
    const dots = page.getByRole("img", { name: /Gebiete als Punkte/ });
    await dots.scrollIntoViewIfNeeded();
    const box = (await dots.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 3 });
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.8, { steps: 3 });
    await page.mouse.up();
    const picked = page.locator(".picked");
    const drawn = Number.parseInt(await picked.innerText(), 10);
    expect(drawn).toBeGreaterThan(0);
    expect(await page.locator(".scatter-dot:not(.scatter-faded)").count()).toBe(drawn);

    await page.getByRole("button", { name: "alle zeigen" }).focus();
    await page.keyboard.press("Enter");
    await picked.waitFor({ state: "detached" });
    await page.getByText("Bereich eingeben").focus();
    for (const key of ["Enter", "Tab"]) await page.keyboard.press(key);
    await page.keyboard.type("5,5");
    await page.keyboard.press("Enter");
    const typed = Number.parseInt(await picked.innerText(), 10);
    expect(await page.locator(".scatter-dot:not(.scatter-faded)").count()).toBe(typed);
    expect(typed).toBeGreaterThan(0);
  });

  it("neighbours of a figure resemble each other or not, with what was left out, and axe finds nothing", async () => {
    await opened.go("?v=1&level=subdistrict&layers=&indicator=unemployment");
    await page.getByText("Ähneln sich Nachbarn?").click();
    await page.getByText(/^Benachbarte Stadtteile ähneln sich hier mehr, als Zufall erklärt/).waitFor();
    const [figures] = await page.getByText(/^Morans I = /).allInnerTexts();
    expect(figures).toMatch(/I = 0,\d\d, bei Zufall im Mittel −0,01; p = 0,0\d\d aus 999/);
    expect(figures).toMatch(/Nicht dabei: ohne Wert \d+, ohne Nachbarn mit Wert \d+\./);
    expect(await axeViolations(page)).toEqual([]);
  });
});
