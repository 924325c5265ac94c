import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, type OpenPage, openPage, savedContent } from "../lib/browser.ts";
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

/** Presses Tab until the element with this name has the focus, as somebody without a mouse would. */
async function tabTo(
  page: Page,
  role: Parameters<Page["getByRole"]>[0],
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 150; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${role} ${name}`);
}

describe("without a mouse", () => {
  let opened: OpenPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openPage(browser, server.address);
    ({ page } = opened);
  });
  afterAll(() => opened?.close());
  beforeEach(() => opened.go(""));

  it("an indicator is chosen and the page says what the map shows", async () => {
    await tabTo(page, "button", "wechseln");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("Grünanteil");
    await tabTo(page, "button", /Grünanteil/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Grünanteil/ }).waitFor();
  });

  it("the district with the highest value is found in the table and opened", async () => {
    await tabTo(page, "button", "Tabelle");
    await page.keyboard.press("Enter");
    const first = page.getByRole("table").getByRole("row").nth(1);
    await first.waitFor();
    // Nobody outside the administration is shown a ranking unasked: the order by value has to be chosen.
    await tabTo(page, "button", /^Kinder unter 6 in Grundsicherung/);
    await page.keyboard.press("Enter");
    const header = first.getByRole("rowheader");
    const name = (await header.textContent()) ?? "";
    expect(name).toBe("Botnang");
    await tabTo(page, "button", name);
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Auswahl" }).getByRole("heading", { name }).waitFor();
  });

  it("a layer is switched off and on", async () => {
    await opened.go("?v=1&layers=renewal-areas");
    await tabTo(page, "checkbox", "Sanierungsgebiete");
    await page.keyboard.press("Space");
    expect(await page.getByRole("checkbox", { name: "Sanierungsgebiete" }).isChecked()).toBe(false);
    await page.keyboard.press("Space");
    expect(await page.getByRole("checkbox", { name: "Sanierungsgebiete" }).isChecked()).toBe(true);
  });

  it("the map is entered, picks at its crosshair, and is left again", async () => {
    await opened.go("?v=1&layers=&camera=12/48.8/9.225");
    await page.getByRole("region", { name: /^Karte:/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Bad Cannstatt" }).first().waitFor();
    await page.keyboard.press("Escape");
  });
});

describe("what is taken along", () => {
  it("the table as CSV and the map as a picture, both saying that it is a demo", async () => {
    const { page, close } = await openPage(browser, server.address, { path: "?v=1&table=areas" });
    const format = page.getByRole("combobox", { name: /Format/ });
    const save = async (choice: RegExp) => {
      const options = await format.getByRole("option").allTextContents();
      await format.selectOption({ label: options.find((option) => choice.test(option)) ?? "" });
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".export").getByText("Exportieren").click(),
      ]);
      return { name: download.suggestedFilename(), content: await savedContent(download) };
    };
    const table = await save(/CSV/);
    expect(table.name).toMatch(/\.csv$/);
    expect(table.content.toString("utf8")).toContain("Demodaten");
    expect(table.content.toString("utf8").trim().split("\r\n")).toHaveLength(24);
    const picture = await save(/PNG/);
    expect(picture.name).toMatch(/\.png$/);
    expect(picture.content.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.content.length).toBeGreaterThan(50_000);
    await close();
  });
});
