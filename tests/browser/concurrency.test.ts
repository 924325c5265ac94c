import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, type OpenPage, openPage } from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

/** Longest until an open page knows what somebody else did. */
const hearing = 5_000;

describe("two people at the same time", () => {
  let browser: Browser;
  let server: RunningServer;
  let mine: OpenPage;
  let theirs: OpenPage;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer()]);
    mine = await openPage(browser, server.address, { as: { role: "PLANNER", department: "51" } });
    theirs = await openPage(browser, server.address, { as: { role: "SECRETARIAT" } });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function newScenario(name: string): Promise<string> {
    const created = await mine.page.request.post(`${server.address}/api/scenarios`, {
      data: { properties: { name, changes: [], standards: [] } },
    });
    expect(created.status(), await created.text()).toBe(201);
    return (await created.json()).id;
  }
  const open = ({ go }: OpenPage, query: string) => go(`?v=1&level=district&camera=12.5/48.78/9.2&${query}`);
  const menu = (page: Page) => page.locator(".scenario-menu");
  async function openForm(page: Page, name: string): Promise<void> {
    await page.getByRole("button", { name: `Szenario: ${name}` }).click();
    await menu(page).getByRole("button", { name: "Name und Teilen …" }).click();
    await page.getByLabel("Beschreibung").waitFor();
  }
  const camera = (page: Page) => new URL(page.url()).searchParams.get("camera");

  it("C-10 an open page shows within five seconds what somebody else saves, and moves neither map nor form", async () => {
    const { page } = mine;
    const facilities = `${server.address}/api/records/facilities`;
    const { items } = await (await theirs.page.request.get(`${facilities}?type=KITA_MIX&limit=1`)).json();
    const [kita] = items;
    const scenario = await newScenario("Variante Ost");
    await open(mine, `scenario=${scenario}&select=record:facilities:${kita.id}`);
    const sheet = page.locator("#selection");
    await sheet.getByText(kita.properties.name).first().waitFor();
    await openForm(page, "Variante Ost");
    await page.getByLabel("Beschreibung").fill("Halb geschrieben");
    const before = camera(page);
    expect(before).toBe("12.5/48.78/9.2");
    const found = await theirs.page.request.get(`${facilities}/${kita.id}`);
    const { properties, geometry } = await found.json();
    const saved = await theirs.page.request.put(`${facilities}/${kita.id}`, {
      headers: { "if-match": found.headers().etag! },
      data: { geometry, properties: { ...properties, name: "Kita Anderswo" } },
    });
    expect(saved.status(), await saved.text()).toBe(200);
    await sheet.getByText("Kita Anderswo").first().waitFor({ state: "attached", timeout: hearing });
    expect(await page.getByLabel("Beschreibung").inputValue()).toBe("Halb geschrieben");
    expect(camera(page)).toBe(before);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  });

  it("C-07 who saves what somebody else deleted is told by whom and when, keeps the text and saves it as new", async () => {
    const { page } = mine;
    const id = await newScenario("Variante West");
    await open(mine, `scenario=${id}`);
    await openForm(page, "Variante West");
    await page.getByLabel("Beschreibung").fill("Zwei Gruppen mehr im Westen");
    const before = camera(page);

    await open(theirs, `scenario=${id}`);
    await theirs.page.getByRole("button", { name: "Szenario: Variante West" }).click();
    await menu(theirs.page).getByRole("button", { name: "Löschen …" }).click();
    await theirs.page.getByRole("button", { name: "Szenario löschen" }).click();
    await theirs.page.getByRole("button", { name: "Szenario: Bestand" }).waitFor();

    // The page hears of it, and leaves alone what is being written.
    await page.waitForResponse((response) => response.status() === 404, { timeout: hearing }).catch(() => {});
    expect(await page.getByLabel("Beschreibung").inputValue()).toBe("Zwei Gruppen mehr im Westen");
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    const notice = page.locator("dialog .notice-problem");
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /^Szenario wurde gelöscht von: Geschäftsstelle.*, am \d\d\.\d\d\.\d{4}\. Ihr Stand ist noch auf dieser Seite\./,
    );
    expect(await page.getByLabel("Beschreibung").inputValue()).toBe("Zwei Gruppen mehr im Westen");
    expect(await axeViolations(page)).toEqual([]);
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `concurrency-deleted-${width}x${height}`);
    }
    await page.getByRole("button", { name: "Als neues Szenario speichern" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const { items } = await (await page.request.get(`${server.address}/api/scenarios`)).json();
    const kept = items.find(
      (one: { properties: { name: string } }) => one.properties.name === "Variante West",
    );
    expect(kept.id).not.toBe(id);
    expect(kept.properties.description).toBe("Zwei Gruppen mehr im Westen");
    expect(camera(page)).toBe(before);
  });

  it("who saves over what somebody else saved meanwhile is told, and overwrites nothing", async () => {
    const { page } = mine;
    const id = await newScenario("Variante Nord");
    await open(mine, `scenario=${id}`);
    await openForm(page, "Variante Nord");
    await page.getByLabel("Beschreibung").fill("Meine Fassung");
    const address = `${server.address}/api/scenarios/${id}`;
    const found = await theirs.page.request.get(address);
    const { properties } = await found.json();
    const heard = page.waitForResponse((response) => response.url().includes(id), { timeout: hearing });
    await theirs.page.request.put(address, {
      headers: { "if-match": found.headers().etag! },
      data: { geometry: null, properties: { ...properties, description: "Ihre Fassung" }, participants: [] },
    });
    await heard;
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await page
      .locator("dialog .notice-problem", { hasText: "Jemand anderes hat das Szenario inzwischen geändert" })
      .waitFor();
    expect(await page.getByLabel("Beschreibung").inputValue()).toBe("Meine Fassung");
    const now = await (await theirs.page.request.get(address)).json();
    expect(now.properties.description).toBe("Ihre Fassung");
  });
});
