import { join } from "node:path";
import Database from "better-sqlite3";
import type { APIRequestContext, Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisAnswer, GapResult, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
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

const youthOffice = { role: "PLANNER", department: "51" };
const german = (value: number) => Math.round(value).toLocaleString("de-DE");

describe("a scenario on every screen", () => {
  let browser: Browser;
  let server: RunningServer;
  let api: APIRequestContext;
  let opened: OpenPage;
  let page: Page;
  let site: SketchedSite;
  let scenarioId: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startServer();
    opened = await openPage(browser, server.address, {
      viewport: { width: 1600, height: 1000 },
      as: youthOffice,
    });
    ({ page } = opened);
    api = page.request;
    site = await siteInTheLargestGap();
    const closing = (await getJson("records/facilities?type=KITA_MIX&limit=1")).items[0];
    const created = await api.post(`${server.address}/api/scenarios`, {
      data: {
        properties: {
          name: "Variante B",
          changes: [
            { change: "add-site", site },
            { change: "close", recordType: "facilities", recordId: closing.id },
          ],
        },
      },
    });
    expect(created.status(), await created.text()).toBe(201);
    scenarioId = (await created.json()).id;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const signIn = (who: APIRequestContext, role: object) =>
    who.post(`${server.address}/api/demo/role`, { data: role });
  const getJson = async (path: string) => (await api.get(`${server.address}/api/${path}`)).json();
  const ask = async <Result>(name: string, body: object, who = api): Promise<AnalysisAnswer<Result>> => {
    const answer = await who.post(`${server.address}/api/analysis/${name}`, { data: body });
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  };
  const unserved = async (scenario: string, who = api) =>
    (await ask<GapResult>("gaps", { scenario, kind: "KITA", level: "district" }, who)).result.unserved;

  /** A decided Kita where most children live without one, so that the usual question counts it. */
  async function siteInTheLargestGap(): Promise<SketchedSite> {
    const { cells } = (await ask<GapResult>("gaps", { kind: "KITA", level: "district" })).result;
    const fullest = cells.people.indexOf(Math.max(...cells.people));
    const corners = cells.corners.slice(8 * fullest, 8 * fullest + 8);
    const middle = (from: number) => Number(((corners[from]! + corners[from + 4]!) / 2).toFixed(6));
    return aSite({
      ...{ id: "site-b", name: "Kita Variante B", position: [middle(0), middle(1)] },
      uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "Ü3", amount: 40 }],
      ...{ openingYear: 2029, layer: "BESCHLOSSEN" },
    });
  }

  const open = (query: string) => opened.go(`?v=1&level=district&${query}`);
  /** After a restart the server is another one. */
  async function openAnew(query: string): Promise<void> {
    await page.goto(`${server.address}/?v=1&level=district&${query}`);
    await mapIsDrawn(page);
  }
  const named = (name: string) => page.locator(".scenario-tag", { hasText: `Szenario: ${name}` });

  /** Every screen with a figure, what it must say of a scenario, and of the present. */
  const facilitiesInAll = async () => (await getJson("records/facilities?limit=1")).total as number;

  it("names the scenario and tells its figures; back in the present everything is as before", async () => {
    const inB = await unserved(scenarioId);
    const present = await unserved("bestand");
    expect(inB).not.toBe(present);
    const total = await facilitiesInAll();

    for (const { name, query, figure, facilities } of [
      { name: "Variante B", query: `scenario=${scenarioId}&`, figure: inB, facilities: total + 1 - 1 },
      { name: "Bestand", query: "", figure: present, facilities: null },
    ]) {
      // Map: title, layers. Sheet of an area. Facilities as a list and as a table.
      await open(`${query}indicator=residents&select=area:district:01&table=facilities`);
      await page.locator(".map-title").getByText(`Szenario: ${name}`).waitFor();
      await page.getByRole("button", { name: `Szenario: ${name}` }).waitFor();
      await page.locator("#selection").locator(".scenario-tag", { hasText: name }).waitFor();
      await page.locator("#table").locator(".scenario-tag", { hasText: name }).waitFor();
      const effect = page.getByText("Einrichtungen und Standorte im Szenario", { exact: false });
      if (facilities === null) expect(await effect.count()).toBe(0);
      else await page.locator("#table").getByText(german(facilities)).first().waitFor();
      // The exported file.
      const href = await page.locator("#table a[download]").getAttribute("href");
      const csv = await (await api.get(href!)).text();
      expect(csv.includes("Variante B")).toBe(name === "Variante B");
      // Planning: headline, title, table.
      await open(`${query}tab=planning&kind=KITA&table=areas`);
      await page
        .locator("#layers")
        .getByText(`${german(figure)} Kinder unter 6`, { exact: false })
        .waitFor();
      await page.locator(".map-title").getByText(`Szenario: ${name}`).waitFor();
      await page.locator("#table").locator(".scenario-tag", { hasText: name }).waitFor();
      expect(await named(name === "Bestand" ? "Variante B" : "Bestand").count()).toBe(0);
    }
  });

  it("tells what its site brings, equal in worker, server and on the printed sheet", async () => {
    const question = { scenario: scenarioId, kind: "KITA", level: "district" };
    const { result } = await ask<SiteEvaluation>("site", { question, site });
    await open(`scenario=${scenarioId}&tab=planning&kind=KITA&site=${site.id}`);
    const sheet = page.locator("#selection");
    await sheet.getByText("Kita Variante B").first().waitFor();
    await sheet
      .getByText(`+${german(result.newlyServed)}`)
      .first()
      .waitFor();
    await sheet.locator(".scenario-tag", { hasText: "Variante B" }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "planning-site-in-scenario");
    const printed = await api.get(`${server.address}/print/site/${site.id}?scenario=${scenarioId}&kind=KITA`);
    expect(printed.status()).toBe(200);
    const text = await printed.text();
    expect(text).toContain("Variante B");
    expect(text).toContain(german(result.newlyServed));
  });

  it("stands beside the present on linked maps, under a swipe and as a difference", async () => {
    const [first, second] = [await unserved("bestand"), await unserved(scenarioId)];
    for (const mode of ["side", "swipe", "difference"]) {
      await open(`compare=bestand,${scenarioId},${mode}&kind=KITA&camera=11/48.78/9.18`);
      const table = page.getByRole("table");
      await table.getByText(german(first), { exact: true }).waitFor();
      await table.getByText(german(second), { exact: true }).waitFor();
      await table.getByText("Szenario: Variante B").waitFor();
      await mapIsDrawn(page);
      await keepScreenshot(page, `scenario-comparison-${mode}`);
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  it("survives a restart and opens from its link elsewhere with the same figures", async () => {
    const before = await unserved(scenarioId);
    await open(`scenario=${scenarioId}&tab=planning&kind=KITA`);
    await page
      .locator("#layers")
      .getByText(`${german(before)} Kinder unter 6`, { exact: false })
      .waitFor();
    const { pathname, search } = new URL(page.url());
    server = await server.restart();

    const other = await openPage(browser, server.address, {
      as: youthOffice,
      path: `${pathname}${search}`.slice(1),
    });
    expect(await unserved(scenarioId, other.page.request)).toBe(before);
    await other.page
      .locator("#layers")
      .getByText(`${german(before)} Kinder unter 6`, { exact: false })
      .waitFor();
    await other.page.locator(".map-title").getByText("Szenario: Variante B").waitFor();
    await other.close();
  });

  it("answers those without the right exactly like one that never was", async () => {
    const stranger = await browser.newContext({ locale: "de-DE" });
    const as = stranger.request;
    const unknown = crypto.randomUUID();
    for (const role of [
      { role: "PUBLIC" },
      { role: "DISTRICT_HEAD", district: "01" },
      { role: "PLANNER", department: "40" },
    ]) {
      await signIn(as, role);
      const plain = (text: string, id: string) => text.replaceAll(id, "").replace(/"instance":"[^"]*"/, "");
      for (const address of ["api/scenarios/ID", `print/site/${site.id}?scenario=ID&kind=KITA`]) {
        const hidden = await as.get(`${server.address}/${address.replace("ID", scenarioId)}`);
        const missing = await as.get(`${server.address}/${address.replace("ID", unknown)}`);
        expect(hidden.status()).toBe(404);
        expect([hidden.status(), plain(await hidden.text(), scenarioId)]).toEqual([
          missing.status(),
          plain(await missing.text(), unknown),
        ]);
      }
    }
    // What the page shows follows from these answers; one of the three is looked at.
    const seen = await stranger.newPage();
    await seen.goto(`${server.address}/?v=1&scenario=${scenarioId}`);
    await mapIsDrawn(seen);
    expect(await seen.getByText("Variante B").count()).toBe(0);
    await stranger.close();
  });

  it("without a network every way is an air line, and map, table, sheet and export say so", async () => {
    const database = new Database(join(server.dataDirectory, "sozialraumkarte.sqlite"));
    database.exec("update dataset_release set state = 'SUPERSEDED' where dataset = 'walking-network'");
    database.close();
    server = await server.restart();
    await signIn(api, youthOffice);
    const words = "Luftlinie × 1,3";

    const { ingredients } = await ask<GapResult>("gaps", { scenario: scenarioId, kind: "KITA" });
    expect(ingredients.method).toBe("air-line");
    await openAnew(`scenario=${scenarioId}&tab=planning&kind=KITA&site=${site.id}&table=areas`);
    await page.locator(".map-title").getByText(words, { exact: false }).first().waitFor();
    await page.locator("#selection").getByText(words, { exact: false }).first().waitFor();
    const href = await page.locator("#table a[download]").first().getAttribute("href");
    const csv = await (await api.get(href!)).text();
    expect(csv).toContain(words);
    expect(csv).toContain("Variante B");
    const sheet = await api.get(`${server.address}/print/site/${site.id}?scenario=${scenarioId}&kind=KITA`);
    expect(await sheet.text()).toContain(words);
    await keepScreenshot(page, "planning-air-line");
  });
});
