import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  keepScreenshot,
  launchBrowser,
  type OpenPage,
  openPage,
  savedContent,
} from "../lib/browser.ts";
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
  });

  it("an actor is written down on the page of contacts, which names who answers for a district and a theme", async () => {
    await goTo("Geschäftsstelle Sozialplanung", "Zuständige und Kontakte");
    const notice = page.locator("#desk").getByText("Demodaten – Zahlen erfunden, Geometrie schematisch");
    const { y = 0, height = 800 } = (await notice.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(800);
    expect(await page.locator(".tabs [aria-current]").count()).toBe(0);
    await page.getByRole("button", { name: "Eintrag hinzufügen" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Jugendhaus am Depot");
    await page.getByRole("button", { name: "Kontakt hinzufügen" }).click();
    await page.getByLabel("Funktion", { exact: true }).fill("Hausleitung");
    await page.getByLabel("E-Mail").fill("depot@stadt.example");
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "people-actor");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("row", { name: /^Jugendhaus am Depot .*depot@stadt\.example/ }).waitFor();
    const add = page.getByRole("button", { name: "Eintrag hinzufügen" });
    expect(await add.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByLabel("Gebiet").selectOption("Stadtbezirk Bad Cannstatt");
    await page.getByLabel("Thema").selectOption("Jugend");
    await page.getByRole("row", { name: /^Bezirksvorstehung Bad Cannstatt .*stadt\.example/ }).waitFor();
    await page.getByRole("row", { name: /^Jugendamt / }).waitFor();
    expect(await page.getByRole("row", { name: /^Gesundheitsamt / }).count()).toBe(0);
    await examine("people-contacts");
  });

  it("tasks are counted in the menu, name what waits and lead to the record on the map", async () => {
    await menu("Geschäftsstelle Sozialplanung").click();
    const entry = page
      .locator(".view-as [popover]")
      .getByRole("button", { name: /^Meine Aufgaben \(\d+\)$/ });
    const count = /\d+/.exec((await entry.textContent()) ?? "")?.[0];
    await entry.click();
    const tasks = page.locator(".task-list li");
    await tasks.first().waitFor();
    expect(await tasks.count()).toBe(Number(count));
    expect(await page.title()).toBe("Meine Aufgaben – Sozialraumkarte");
    await examine("people-tasks");
    const first = tasks.first().getByRole("button");
    const name = (await first.textContent()) ?? "";
    await first.click();
    await page.locator("#selection").getByRole("heading", { name }).waitFor();
  });

  it("the audit names office, act and record, finds them again and hands them out as a file", async () => {
    await goTo("Geschäftsstelle Sozialplanung", "Protokoll");
    await page.getByRole("button", { name: "Jugendhaus am Depot" }).waitFor();
    await page.getByLabel("Stelle").selectOption("Geschäftsstelle Sozialplanung");
    await page.getByText("1 Vorgang", { exact: true }).waitFor();
    await page.getByLabel("nur Abgelehntes").check();
    await page.getByText("Zu diesem Filter gibt es keinen Vorgang.").waitFor();
    await page.getByLabel("nur Abgelehntes").uncheck();
    await page.getByText("1 Vorgang", { exact: true }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Als CSV speichern" }).click(),
    ]);
    const lines = (await savedContent(file)).toString().trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Geschäftsstelle Sozialplanung");
    await page.getByRole("button", { name: "Kette prüfen" }).click();
    await page.getByText(/^Kette unversehrt bis Eintrag [\d.]+, dem letzten/).waitFor();
    await page.getByLabel("Stelle").selectOption("alle");
    await examine("people-audit");
    expect(opened.foreign).toEqual([]);
  });
});
