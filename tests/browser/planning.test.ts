import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisAnswer, SiteEvaluation } from "#domain/analysis/answers.ts";
import {
  axeViolations,
  keepScreenshot,
  launchBrowser,
  mapIsDrawn,
  type OpenPage,
  openPage,
} from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";
import { aSite } from "../lib/sketched-site.ts";

let server: RunningServer;
let browser: Browser;
/** The one page of the Jugendamt, since opening one takes longer than most of what is done on it. */
let planner: OpenPage;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  planner = await openPage(browser, server.address, { viewport: size, path: view, as: youthOffice });
  ({ page } = planner);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const size = { width: 1600, height: 1000 };
const view = "?v=1&tab=planning&kind=KITA&level=subdistrict&camera=13.2/48.80/9.21";
const waitForAnswer = { timeout: 60_000 };

const youthOffice = { role: "PLANNER", department: "51" };

/** Begins the tab anew: the address names no sketch, so the page forgets the one before. */
async function beginAnew() {
  await planner.go(view);
  await page
    .getByText(/Kinder unter 6 ohne Kita in 500 m Fußweg/)
    .nth(1)
    .waitFor(waitForAnswer);
  await mapIsDrawn(page);
}

const sheet = () => page.getByRole("complementary", { name: "Auswahl" });
const figures = () => sheet().locator(".three-figures").innerText();

async function sketchAt(x: number, y: number): Promise<void> {
  await page.getByRole("button", { name: "Standort skizzieren" }).click();
  await page.getByRole("button", { name: "Skizzieren beenden" }).waitFor();
  // Drawing is loaded when it is first asked for.
  await page.locator(".map-crosshair, .sketch-crosshair").first().waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  await page.mouse.click(x, y);
  await sheet().locator(".three-figures").waitFor(waitForAnswer);
}

describe("the tab Planen", () => {
  it("says how many have nothing within reach, of how many, and where, without a fault", async () => {
    await beginAnew();
    const { faults, foreign } = planner;
    const gaps = page.getByRole("region", { name: "Lücken" });
    await expect.poll(() => gaps.innerText(), waitForAnswer).toMatch(/[\d.]+ Kinder unter 6 ohne Kita/);
    const rows = page.getByRole("table", { name: "Personen je Rasterfeld" }).getByRole("row");
    await expect.poll(() => rows.count(), waitForAnswer).toBe(5);
    await keepScreenshot(page, "planning-gaps-1600x1000");
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it("lets a Kita be dragged while its figures follow, and takes the drag back", async () => {
    await beginAnew();
    await sketchAt(660, 420);
    // The outdoor area is looked up after the rest.
    const served = async () => (await figures()).split("\n")[1];
    const start = await served();
    // What is not drawn yet cannot be taken hold of.
    await mapIsDrawn(page);
    await page.mouse.move(660, 420);
    await page.mouse.down();
    const seen = new Set<string>();
    for (let step = 1; step <= 30; step++) {
      await page.mouse.move(660 + 4 * step, 420 + 40 * Math.sin(step / 4));
      if (step % 5 === 0) seen.add(await figures());
    }
    await page.mouse.up();
    expect(seen.size).toBeGreaterThan(3);
    await keepScreenshot(page, "planning-site-1600x1000");
    await sheet().getByRole("button", { name: "Rückgängig" }).click();
    await expect.poll(served, waitForAnswer).toBe(start);
  });

  it("computes in the browser what the server computes, to the last digit", async () => {
    await beginAnew();
    const position: [number, number] = [9.2013, 48.8017];
    await page.getByRole("button", { name: "Standort skizzieren" }).click();
    await page.getByLabel("Oder Koordinate eingeben").fill("48,8017 9,2013");
    await page.getByRole("button", { name: "Standort setzen" }).first().click();
    await sheet().locator(".three-figures").waitFor(waitForAnswer);
    const site = aSite({
      ...{ id: "s-test", position },
      uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "U3", amount: 10 }],
    });
    const answer = await page.evaluate(async (asked): Promise<AnalysisAnswer<SiteEvaluation>> => {
      const question = { kind: "KITA", layers: ["BESTAND", "BESCHLOSSEN"], level: "subdistrict" };
      const response = await fetch("api/analysis/site", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ question, site: asked }),
      });
      return response.json();
    }, site);
    const { newlyServed, inCatchment, newlyServedResidents, byAge } = answer.result;
    const said = await sheet().innerText();
    const number = (value: number) => Math.round(value).toLocaleString("de-DE");
    expect(inCatchment).toBeGreaterThan(0);
    expect(await figures()).toContain(newlyServed > 0 ? `+${number(newlyServed)}` : "±0");
    expect(said).toContain(`${number(inCatchment)} im Einzugsbereich`);
    expect(said).toContain(`${number(newlyServedResidents)} Personen jeden Alters neu versorgt`);
    const ages = await sheet().getByRole("table").first().getByRole("cell").allInnerTexts();
    expect(ages).toEqual(byAge.map(({ people }) => number(people)));
  });

  it("proposes sites with a proof, says why not elsewhere, and compares them with doing nothing", async () => {
    await beginAnew();
    await page.getByRole("button", { name: "Standorte vorschlagen" }).click();
    await page.getByRole("button", { name: "Vorschlag rechnen" }).click();
    await page.getByRole("button", { name: "In das Szenario übernehmen" }).waitFor({ timeout: 120_000 });
    const gap = await sheet()
      .getByText(/^[\d,]+ % \(/)
      .innerText();
    expect(Number.parseFloat(gap.replace(",", "."))).toBeLessThanOrEqual(1);
    await sheet().getByRole("button", { name: "Warum nicht hier?" }).click();
    await sheet().getByLabel("Oder Koordinate eingeben").fill("48,78 9,18");
    await sheet().getByRole("button", { name: "Diesen Ort prüfen" }).click();
    await sheet()
      .getByText(/wird die Lösung um .* schlechter|bleibt die Lösung gleich gut/)
      .waitFor({
        timeout: 120_000,
      });
    await keepScreenshot(page, "planning-suggestion-1600x1000");
    await page.getByRole("button", { name: "In das Szenario übernehmen" }).click();
    await sheet().getByRole("columnheader", { name: "Nichts tun" }).waitFor(waitForAnswer);
    await keepScreenshot(page, "planning-comparison-1600x1000");
    expect(planner.faults).toEqual([]);
  });
});

describe("an indicator computed on the screen", () => {
  it("is refused where units do not fit, drawn once they do, and says how it was computed", async () => {
    await planner.go("?v=1&level=subdistrict");
    await page.getByRole("button", { name: "wechseln" }).click();
    await page.getByRole("button", { name: "Indikator berechnen" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill("Alte und ganz Junge");
    await dialog.getByRole("radio", { name: "Summe" }).check();
    const add = dialog.getByLabel("Bestandteile: Indikator hinzufügen");
    await add.selectOption({ label: "Anteil Menschen ab 65 Jahren" });
    await add.selectOption({ label: "Fertiggestellte Wohnungen" });
    const reason =
      "„Anteil Menschen ab 65 Jahren“ wird in „%“ gemessen, „Fertiggestellte Wohnungen“ in „Wohnungen“";
    await dialog.getByText(reason).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Fertiggestellte Wohnungen entfernen" }).click();
    await add.selectOption({ label: "Anteil Kinder unter 3 Jahren" });
    await dialog.getByText("Ergebnis in „%“, auf der Karte als Farbflächen.").waitFor();
    await dialog.getByRole("button", { name: "Speichern und zeigen" }).click();
    await page
      .getByRole("heading", { level: 1, name: /Alte und ganz Junge · .*2024 · Stadtteile/ })
      .waitFor();
    await page.getByText("Was diese Zahl bedeutet").click();
    const how = page.getByRole("region", { name: "So gerechnet" });
    await how.getByText("Anteil Menschen ab 65 Jahren + Anteil Kinder unter 3 Jahren").waitFor();
    expect(await how.innerText()).toContain("berechnet · Fassung 1 · Entwurf");
    expect(await axeViolations(page)).toEqual([]);
    expect(planner.faults).toEqual([]);
  });
});

describe("nothing for axe to find while planning", () => {
  const sizes = [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ];
  it("at 1280 × 800 and 390 × 844, in every view and beside a sheet", async () => {
    for (const viewport of sizes) {
      const at = `at ${viewport.width}`;
      await page.setViewportSize(viewport);
      for (const shown of ["gaps", "duplicates", "suggestions"]) {
        await planner.go(`${view}&view=${shown}`);
        if (viewport.width < 480) await page.getByRole("tab", { name: "Planen" }).click();
        await page.getByText("Was wird gebraucht?").waitFor(waitForAnswer);
        await page.locator(".planning-panel .skeleton").waitFor({ state: "detached", ...waitForAnswer });
        const contrast = viewport.width < 480 ? "not" : "too";
        expect(await axeViolations(page, contrast), `${shown} ${at}`).toEqual([]);
      }
    }
    await page.getByRole("button", { name: "Standort skizzieren" }).click();
    await page.getByLabel("Oder Koordinate eingeben").fill("48,8017 9,2013");
    await page.getByRole("button", { name: "Standort setzen" }).first().click();
    await page.locator(".three-figures").waitFor(waitForAnswer);
    for (const viewport of sizes.toReversed()) {
      await page.setViewportSize(viewport);
      await page.locator(".three-figures").waitFor(waitForAnswer);
      await mapIsDrawn(page);
      expect(await axeViolations(page), `sheet at ${viewport.width}`).toEqual([]);
      await keepScreenshot(page, `planning-sheet-${viewport.width}x${viewport.height}`);
    }
  });
});

describe("an area drawn on the map", () => {
  it("is drawn by coordinates on a phone, and tells nothing of a few people", async () => {
    const phone = await openPage(browser, server.address, {
      ...{ viewport: { width: 390, height: 844 }, path: "?v=1&camera=13.2/48.80/9.21" },
      as: { role: "DISTRICT_HEAD", district: "06" },
    });
    const { page } = phone;
    await page.getByRole("button", { name: "Gebiet zeichnen" }).click();
    for (const corner of ["48,800 9,210", "48,800 9,2105", "48,8005 9,2105"]) {
      await page.getByLabel("Oder Ecke als Koordinate eingeben").fill(corner);
      await page.getByRole("button", { name: "Ecke setzen" }).click();
    }
    await page.getByRole("button", { name: "Gebiet schließen" }).click();
    await page.getByText("werden keine Zahlen genannt").first().waitFor(waitForAnswer);
    expect(await page.locator(".three-figures").count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "drawn-area-390x844");

    await page.getByRole("button", { name: "Profil dieses Quartiers" }).click();
    const profile = page.getByRole("article").filter({ hasText: "Profil des gezeichneten Quartiers" });
    await profile.getByRole("heading", { name: "Quellen und Stichtage" }).waitFor(waitForAnswer);
    await expect.poll(() => page.locator(".skeleton").count(), waitForAnswer).toBe(0);
    // Residents the sheet does not tell are not told here either.
    expect(await profile.locator(".three-figures").innerText()).toContain("nicht genannt");
    const [areas, estimates] = ["Stadt.* im Quartier", "Zählwerte"].map((name) =>
      profile.getByRole("table", { name: new RegExp(name) }),
    );
    expect(await areas?.getByRole("row").count()).toBeGreaterThan(1);
    expect(await estimates?.getByRole("row").count()).toBeGreaterThan(1);
    await profile.getByText("Anteile werden nicht gemittelt").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "quarter-profile-390x844");
    await page.goBack();
    await page.getByRole("button", { name: "Profil dieses Quartiers" }).waitFor(waitForAnswer);
    expect(phone.faults).toEqual([]);
    await phone.close();
  });
});
