import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, mapIsDrawn, openPage } from "../lib/browser.ts";
import { type MapService, startMapService } from "../lib/map-service.ts";
import { type RunningServer, startServer } from "../lib/running-server.ts";

let server: RunningServer;
let browser: Browser;
let service: MapService;
beforeAll(async () => {
  [server, browser, service] = await Promise.all([
    // The only service that may be asked stands beside the server.
    startServer(undefined, { settings: { OUTBOUND_HOSTS: "127.0.0.1", OUTBOUND_ADDRESSES: "127.0.0.1" } }),
    launchBrowser(),
    startMapService(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await service?.stop();
});

const secretariat = { role: "SECRETARIAT" };

describe("the Geschäftsstelle without a mouse", () => {
  it("releases a planned site that is not decided yet, confirms that it is early, and takes it back", async () => {
    let id = "";
    const { page, faults, foreign, close } = await openPage(browser, server.address, {
      as: secretariat,
      path: async (request) => {
        const query = "state=FLAECHE_GESICHERT,FLAECHE_GESUCHT,PLANUNGSRECHT&visibility=INTERNAL&limit=100";
        const found = await request.get(`${server.address}/api/records/planned-sites?${query}`);
        const { items } = (await found.json()) as { items: { id: string; geometry: object | null }[] };
        // What is still looked for has no place that could be told roughly, and ids are drawn anew for each city.
        id = items.find(({ geometry }) => geometry !== null)!.id;
        return `?v=1&layers=planned-sites&indicator=none&select=record:planned-sites:${id}`;
      },
    });
    await page.getByRole("button", { name: "Freigeben …" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Freigeben" });
    await dialog.getByLabel("Begründung").focus();
    await page.keyboard.type("Stand in der Zeitung");
    await dialog.getByText("Was dann zu sehen ist").waitFor();
    await dialog.getByLabel("Öffentlicher Titel").focus();
    await page.keyboard.type("Neue Kita im Stadtbezirk");
    const place = dialog.getByLabel("Öffentliche Lage");
    await place.selectOption("district");
    await dialog.getByText(/^Die Lage ist nur ungefähr zu sehen: Stadtbezirk \p{L}+/u).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "release-dialog");
    await dialog.getByRole("button", { name: "Freigeben" }).focus();
    await page.keyboard.press("Enter");
    await dialog.getByText("Bitte die frühe Freigabe bestätigen.").waitFor();
    await dialog.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: "Freigeben" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/Öffentlich seit/).waitFor();
    await page.getByText("Freigaben und Rücknahmen").click();
    await page.getByText("Stand in der Zeitung").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "release-done");
    const status = () =>
      fetch(`${server.address}/api/records/planned-sites/${id}`).then((answer) => answer.status);
    expect(await status()).toBe(200);
    await page.getByText(/^Öffentlicher Titel: Neue Kita im Stadtbezirk\./).waitFor();
    const read = await fetch(`${server.address}/api/records/planned-sites/${id}`);
    expect(await read.json()).toMatchObject({
      properties: { name: "Neue Kita im Stadtbezirk" },
      coarsePlace: { place: "district" },
    });

    await page.getByRole("button", { name: "Zurücknehmen …" }).focus();
    await page.keyboard.press("Enter");
    const withdrawal = page.getByRole("dialog", { name: "Zurücknehmen" });
    await withdrawal.getByLabel("Begründung").focus();
    await page.keyboard.type("Irrtum");
    await withdrawal.getByRole("button", { name: "Zurücknehmen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(/Vertraulich seit/).waitFor();
    expect(await status()).toBe(404);
    expect({ faults, foreign }).toEqual({ faults: [], foreign: [] });
    await close();
  });
});

describe("a map of another service", () => {
  it("is added by keyboard, released for everyone, drawn through the own server, and removed again", async () => {
    const { page, faults, foreign, close } = await openPage(browser, server.address, {
      as: secretariat,
      path: "?v=1&layers=areas-district&indicator=none&camera=12.5/48.745/9.06",
    });
    await page.getByRole("button", { name: "Karte hinzufügen …" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Karte hinzufügen" });
    await dialog.getByLabel("Adresse des Dienstes").focus();
    await page.keyboard.type("https://stadt.example/wms");
    await page.keyboard.press("Enter");
    await dialog.getByText("Der Server stadt.example ist nicht freigegeben.").waitFor();
    await dialog.getByLabel("Adresse des Dienstes").fill(`${service.address}?service=WMS`);
    await page.keyboard.press("Enter");
    await dialog.getByText("Karten der Teststadt: WMS (Bilder), 3 Ebenen.").waitFor();
    await dialog.getByRole("combobox", { name: "Ebene" }).selectOption("parks");
    await dialog.getByRole("radio", { name: "alle" }).check();
    await dialog.getByLabel("Begründung der Freigabe").fill("Der Dienst ist öffentlich");
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "external-layer-dialog");
    await dialog.getByLabel("Titel").focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    const row = page.getByRole("checkbox", { name: "Grünflächen" });
    await row.waitFor();
    expect(await row.isChecked()).toBe(true);
    await page.getByRole("button", { name: "Einzelheiten zu Grünflächen" }).click();
    await page.getByRole("img", { name: "Legende: Grünflächen" }).waitFor();
    await page.getByText("Stadtmessungsamt").first().waitFor();
    await mapIsDrawn(page);
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "external-layer");

    // Somebody else, with the link.
    const other = await openPage(browser, server.address, { path: new URL(page.url()).search });
    const shown = other.page.getByRole("checkbox", { name: "Grünflächen" });
    await shown.waitFor();
    expect(await shown.isChecked()).toBe(true);
    expect(await other.page.getByRole("button", { name: "Karte hinzufügen …" }).count()).toBe(0);
    expect([other.faults, other.foreign]).toEqual([[], []]);
    await other.close();

    await page.getByRole("button", { name: "Karte entfernen …" }).click();
    await page
      .getByRole("dialog", { name: "Karte entfernen" })
      .getByRole("button", { name: "Entfernen" })
      .click();
    await row.waitFor({ state: "detached" });
    // The refusal above is one the browser notes as well.
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });
});
