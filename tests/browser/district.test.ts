import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, type DemoPerson, keepScreenshot, launchBrowser } from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

const said = "In den Höfen fragen viele Familien nach einem Treff.";

let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "de-DE" });
  page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens an address as one of the demo's people; the page of a Stadtbezirk has no map to wait for. */
async function visit(as: DemoPerson, path = ""): Promise<void> {
  await context.request.post(`${server.address}/api/demo/role`, { data: as });
  await page.goto(`${server.address}/${path}`);
}

async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${wanted}`);
}

const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const figure = (area: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: area, exact: true }) });
const contradiction = () => figure("Hallschlag").getByRole("button", { name: "1 Widerspruch vor Ort" });

describe("a head of district, by keyboard alone", () => {
  it("begins with the own Stadtbezirk and reads where a figure comes from", async () => {
    await visit({ role: "DISTRICT_HEAD", district: "06" });
    await heading("Stadtbezirk Bad Cannstatt").waitFor();
    const tab = page.getByRole("navigation", { name: "Arbeitsbereiche" }).getByRole("button").first();
    expect([await tab.textContent(), await tab.getAttribute("aria-current")]).toEqual(["Bezirk", "page"]);
    await tabTo(page.locator(".district-figures .sourced").nth(1));
    const tip = page.locator(".source-tip");
    await tip.waitFor();
    expect(await tip.textContent()).toContain("Stichtag 31.12.2024");
    await page.keyboard.press("Escape");
    await tip.waitFor({ state: "hidden" });
  });

  it("finds nothing for axe, and nothing that runs out of the page, on a desk and on a telephone", async () => {
    for (const [width, height, colorScheme] of [
      [1280, 800, "light"],
      [1280, 800, "dark"],
      [390, 844, "light"],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      if (colorScheme === "light") expect(await axeViolations(page), `${width} px`).toEqual([]);
      const size = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(size).toEqual([width, height]);
      await keepScreenshot(page, `district-${colorScheme}-${width}x${height}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("contradicts a figure of a Stadtteil, which then stands beside it", async () => {
    expect(await contradiction().count()).toBe(0);
    await tabTo(page.getByLabel("Über welches Gebiet möchten Sie etwas sagen?"));
    await page.keyboard.type("Hallsch");
    await tabTo(page.getByRole("button", { name: "Einschätzung hinzufügen" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Einschätzung zu Hallschlag" });
    await tabTo(dialog.getByLabel("Aussage", { exact: true }));
    await page.keyboard.type(said);
    await tabTo(dialog.getByLabel("Ihre Aussage zu Kennwert 1"));
    await page.keyboard.type("widersp");
    await tabTo(dialog.getByRole("button", { name: "Speichern" }));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await tabTo(contradiction());
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(said);
    await keepScreenshot(page, "district-contradiction-1280x800");
  });
});

describe("what was said on the spot", () => {
  it("stands beside the figure for the Geschäftsstelle", async () => {
    await visit({ role: "SECRETARIAT" }, "?v=1&tab=district&district=06");
    await contradiction().waitFor();
    await page.getByText(said).waitFor();
    expect(await page.getByRole("button", { name: "Alle Stadtbezirke als PDF" }).count()).toBe(1);
  });

  it("stands nowhere for the public, neither on the page nor behind it", async () => {
    await visit({ role: "PUBLIC" }, "?v=1&tab=district&district=06");
    await page
      .getByRole("region", { name: /^Karte/ })
      .first()
      .waitFor();
    expect(await page.getByRole("heading", { name: "Stadtbezirk Bad Cannstatt" }).count()).toBe(0);
    for (const path of [
      "api/districts/06/profile",
      "print/district/06",
      "api/records/expert-assessments",
      "api/search?q=Treff",
    ]) {
      const answer = await context.request.get(`${server.address}/${path}`);
      expect(answer.status()).toBe(200);
      expect(await answer.text(), path).not.toContain("Höfen");
    }
    expect(faults).toEqual([]);
  });

  it("is printed by the browser on two pages", async () => {
    await visit({ role: "DISTRICT_HEAD", district: "06" }, "print/district/06");
    expect(await axeViolations(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  });
});

describe("views kept for a meeting", () => {
  const bar = () => page.getByRole("region", { name: "Vorführung" });
  let site: { id: string; properties: { name: string } };

  it("are kept with a title and a sentence, and put in order by keyboard", async () => {
    await visit(
      { role: "SECRETARIAT" },
      "?v=1&level=district&indicator=sealed-area&camera=11.5/48.78/9.18&page=views",
    );
    await heading("Gemerkte Ansichten").waitFor();
    const sites = await context.request.get(`${server.address}/api/records/candidate-sites?limit=100`);
    // A few of the demo's sites are everybody's; this one must be hidden from the room.
    site = (await sites.json()).items.find((one: { visibility: string }) => one.visibility !== "PUBLIC");
    const address = `?v=1&level=district&indicator=unemployment&layers=candidate-sites&select=record:candidate-sites:${site.id}&camera=12/48.78/9.2/30`;
    const properties = { title: "Worüber wir reden", sentence: "", list: "Nächste Sitzung", address };
    const made = await context.request.post(`${server.address}/api/views`, { data: { properties } });
    expect(made.status()).toBe(201);
    await page.locator(".view-as button").first().click();
    const menu = page.locator(".view-as [popover]");
    await menu.getByRole("button", { name: "Diese Ansicht merken", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Diese Ansicht merken" });
    await dialog.getByLabel("Titel", { exact: true }).fill("Wo versiegelt ist");
    await dialog.getByLabel("Ein Satz dazu").fill("Im Talkessel am meisten.");
    await dialog.getByRole("button", { name: "Merken", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const titles = () => page.locator(".view-rows .link-button").allTextContents();
    await tabTo(page.getByRole("button", { name: "„Wo versiegelt ist“ nach vorn" }));
    expect(await titles()).toEqual(["Worüber wir reden", "Wo versiegelt ist"]);
    await page.keyboard.press("Enter");
    await page.getByText("steht jetzt an Stelle 1.", { exact: false }).waitFor({ state: "attached" });
    expect(await titles()).toEqual(["Wo versiegelt ist", "Worüber wir reden"]);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("are shown in large type in the Sicht chosen for the room, which no step raises", async () => {
    await page.getByRole("button", { name: "„Nächste Sitzung“ vorführen" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Sicht im Raum").selectOption("PUBLIC");
    await dialog.getByRole("button", { name: "Vorführen", exact: true }).click();
    await bar().getByText("Im Talkessel am meisten.", { exact: true }).waitFor();
    await heading("Versiegelte Fläche · 2024 · Stadtbezirke").waitFor();
    expect(await page.evaluate(() => document.documentElement.hasAttribute("data-meeting"))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("ArrowRight");
    await bar().getByText("Nicht gezeigt: die Auswahl.", { exact: false }).waitFor();
    expect(await page.getByText("Ansicht 2 von 2: Worüber wir reden").count()).toBe(1);
    expect(await bar().getByText("Sicht: Öffentlich. Alles darüber ist ausgeblendet.").count()).toBe(1);
    expect(await page.locator("body").innerText()).not.toContain(site.properties.name);
    // The address follows the map a moment after it stands.
    await page.waitForTimeout(600);
    expect(page.url()).toContain("camera=12/48.78/9.2/30");
  });

  it("end with Escape, on the page they began on and still in the lowered Sicht", async () => {
    await page.keyboard.press("Escape");
    await heading("Gemerkte Ansichten").waitFor();
    expect(await bar().count()).toBe(0);
    expect(await page.locator(".bar-select select").inputValue()).toBe("PUBLIC");
    await page.getByText("Ihre Sicht ist gesenkt", { exact: false }).waitFor();
    expect(await page.getByText("Worüber wir reden").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.hasAttribute("data-meeting"))).toBe(false);
  });
});

describe("the dossier of an area by four factors", () => {
  const dossier = "?v=1&tab=quarters&dossier=district:05";

  it("is assessed by Stadterneuerung and the social side apart, mirrors what contradicts, and counts residents", async () => {
    await visit({ role: "PLANNER", department: "61" }, dossier);
    for (const name of ["1. Zusammenhalt", "2. Monitoring", "3. Stadterneuerung", "4. Wissen vor Ort"])
      await page.getByRole("heading", { name }).waitFor();
    const monitoring = page.getByRole("table", { name: "2. Monitoring" });
    expect(await monitoring.getByRole("columnheader").allTextContents()).toEqual([
      "Indikator",
      "West",
      "Stadt",
    ]);
    const mirror = page.getByRole("table", { name: "Daten und Einschätzung nebeneinander" });
    await mirror.getByText("Widerspruch", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Bewohner*innen zählen" }).click();
    const overlaps = page.getByRole("table", { name: /^Was .* überschneidet$/ });
    await overlaps.getByText("nicht gezählt").first().waitFor({ state: "detached" });
    expect(await overlaps.innerText()).toMatch(/SVG 08.*\d\s%.*\d\s%/s);
    await page.getByRole("button", { name: "SVG bewerten" }).click();
    await page.getByLabel("Städtebauliche Bewertung").fill("Der Platz ist abgenutzt.");
    expect(await page.getByLabel("Gemeinsame Empfehlung").isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Der Platz ist abgenutzt.").waitFor();

    // What an edition of the Vorranggebiete changed, in a list and on a map.
    await page.getByText("Ausgaben der Vorranggebiete vergleichen").click();
    await page.getByText("13 hinzugekommen, 2 entfallen, 3 verändert und 4 geblieben.").waitFor();
    const redrawn = page.getByRole("table", { name: "Unterschiede der Ausgaben" }).getByRole("row", {
      name: /^SVG 12 Feuerbach/,
    });
    expect(await redrawn.innerText()).toMatch(/verändert.*54,7.*35,0.*\(\d+\s%\).*\(\d+\s%\)/s);
    await redrawn.getByRole("button", { name: /^Ausschnitt der Karte/ }).click();
    expect(await page.locator(".edition-map .change-sign").count()).toBe(4);
    await page.getByLabel("Von Ausgabe").selectOption({ label: "Fortschreibung 2012, ab 06.12.2012" });
    await page.getByLabel("zu Ausgabe").selectOption({ label: "Einzelbeschluss 2017, ab 31.12.2017" });
    await page.getByText("1 hinzugekommen, 0 entfallen, 0 verändert und 20 geblieben.").waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // What the other side wrote is not the social side's to change.
    await visit({ role: "PLANNER", department: "50" }, dossier);
    await page.getByRole("button", { name: "Bewertung bearbeiten" }).click();
    expect(await page.getByLabel("Städtebauliche Bewertung").count()).toBe(0);
    await page.getByLabel("Soziale Bewertung").fill("Ein Treffpunkt fehlt.");
    await page
      .getByLabel("Gemeinsame Empfehlung")
      .selectOption({ label: "integriert (Stadterneuerung und Soziales)" });
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Ein Treffpunkt fehlt.").waitFor();
    await page.getByText("Gemeinsame Empfehlung: integriert (Stadterneuerung und Soziales)").waitFor();

    // The spread over the Stadtbezirke beside all residents, then beside those of two classes of the index.
    await page.getByText("Verteilung auf die Stadtbezirke").click();
    const spread = page.getByRole("table", { name: "Quartiersprojekte" });
    await spread.getByRole("columnheader", { name: "je 1.000 Bewohner*innen", exact: true }).waitFor();
    const names = await spread.getByRole("rowheader").allInnerTexts();
    await page.getByLabel("Daneben steht").selectOption({
      label:
        "Bewohner*innen der Klassen niedrig und sehr niedrig nach Demo-Index soziale Lage (Gewichte erfunden) (Fassung 1), Entwurf",
    });
    await spread
      .getByRole("columnheader", { name: "Bewohner*innen der Klassen niedrig und sehr niedrig" })
      .waitFor();
    expect(await spread.getByRole("rowheader").allInnerTexts()).toEqual(names);
    expect(await spread.getByRole("row").filter({ hasText: "–" }).count()).toBeGreaterThan(0);
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "area-dossier-1280x800");
  });
});
