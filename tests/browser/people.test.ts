import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, type OpenPage, openPage } from "../lib/browser.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

const secret = "Zwölf Brücken am Neckar";
const newSecret = "Dreizehn Brücken am Neckar";

let server: RunningServer;
let browser: Browser;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer(undefined, { hostname: "amt.localhost" }),
    launchBrowser(),
  ]);
  opened = await openPage(browser, server.address);
  ({ page } = opened);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(name: string, role: "button" | "textbox"): Promise<void> {
  const wanted =
    role === "textbox" ? page.getByLabel(name, { exact: true }) : page.getByRole("button", { name });
  await wanted.first().waitFor();
  for (let presses = 0; presses < 150; presses++) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${name}`);
}

/** A screen as it is on a desk and on a telephone: nothing for axe to find, a picture of each. */
async function examine(name: string): Promise<void> {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator("#desk h1").waitFor();
    expect(await axeViolations(page), `${name} at ${width} px`).toEqual([]);
    const isWider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWider, `${name} scrolls sideways at ${width} px`).toBe(false);
    await keepScreenshot(page, `${name}-${width}x${height}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const menu = (name: string | RegExp) => page.locator(".view-as").getByRole("button", { name }).first();
async function goTo(person: string | RegExp, entry: string): Promise<void> {
  await menu(person).click();
  await page.locator(".view-as [popover]").getByRole("button", { name: entry, exact: true }).click();
}

describe("accounts in the browser", () => {
  it("the first account is made with the key from the console, and a wrong key is refused", async () => {
    await page.getByRole("button", { name: "Anmelden" }).click();
    await examine("people-set-up");
    await page.getByLabel("Einrichtungsschlüssel").fill("falsch");
    await page.getByLabel("Anmeldename").fill("technik");
    await page.getByLabel(/^Stelle/).fill("Stadtmessungsamt, Technik");
    await page.getByLabel(/Passwort/).fill(secret);
    await page.getByRole("button", { name: "Konto einrichten" }).click();
    await page.getByRole("alert").getByText("ungültig oder abgelaufen", { exact: false }).waitFor();
    const token = /gültig: (\S+)/.exec(server.printed())?.[1] ?? "";
    await page.getByLabel("Einrichtungsschlüssel").fill(token);
    await page.getByRole("button", { name: "Konto einrichten" }).click();
    await menu("Stadtmessungsamt, Technik").waitFor();
  });

  it("the own account changes its password and hands out a key that reads and is shown once", async () => {
    await goTo("Stadtmessungsamt", "Mein Konto");
    await page.getByLabel("Bisheriges Passwort").fill(secret);
    await page.getByLabel(/^Neues Passwort/).fill(newSecret);
    await page.getByRole("button", { name: "Passwort ändern" }).click();
    await page.getByText("Das Passwort ist geändert.").waitFor();
    await page.getByRole("button", { name: "Schlüssel anlegen" }).click();
    const key = (await page.locator(".notice code").textContent()) ?? "";
    const asked = await fetch(`${server.address.replace("amt.localhost", "127.0.0.1")}/api/me`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await asked.json()).toMatchObject({ role: "ADMIN", office: "Stadtmessungsamt, Technik" });
    await examine("people-account");
    await page.reload();
    await page.getByRole("button", { name: "QGIS widerrufen" }).waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole("button", { name: "QGIS widerrufen" }).click();
    await page.getByText("Sie haben keinen Schlüssel.").waitFor();
  });

  it("the ADMIN adds an account, locks it and opens it again", async () => {
    await goTo("Stadtmessungsamt", "Konten");
    await page.getByRole("button", { name: "Konto anlegen" }).click();
    await page.getByLabel("Anmeldename").fill("geschaeftsstelle");
    await page.getByLabel(/^Stelle/).fill("Geschäftsstelle Sozialplanung");
    await page.getByLabel("Rolle").selectOption("SECRETARIAT");
    await page.getByLabel(/^Neues Passwort/).fill(secret);
    await examine("people-account-form");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("button", { name: "geschaeftsstelle sperren" }).click();
    await page.getByRole("button", { name: "geschaeftsstelle entsperren" }).waitFor();
    await examine("people-accounts");
    await page.getByRole("button", { name: "geschaeftsstelle entsperren" }).click();
    await page.getByRole("button", { name: "geschaeftsstelle sperren" }).waitFor();
  });

  it("one signs out, and in again without a mouse; a wrong password says so and takes the focus", async () => {
    await goTo("Stadtmessungsamt", "Abmelden");
    await page.getByText("Sie sind abgemeldet.").waitFor({ state: "attached" });
    await tabTo("Anmelden", "button");
    await page.keyboard.press("Enter");
    await tabTo("Anmeldename", "textbox");
    await page.keyboard.type("geschaeftsstelle");
    await tabTo("Passwort", "textbox");
    await page.keyboard.type("falsch geraten");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert").filter({ hasText: "stimmen nicht" });
    await alert.waitFor();
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await examine("people-sign-in");
    await page.getByLabel("Passwort", { exact: true }).fill("");
    await tabTo("Passwort", "textbox");
    await page.keyboard.type(secret);
    await page.keyboard.press("Enter");
    await menu("Geschäftsstelle Sozialplanung").waitFor();
    expect(opened.foreign).toEqual([]);
  });
});
