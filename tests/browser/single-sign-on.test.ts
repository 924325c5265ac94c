import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, keepScreenshot, launchBrowser, mapIsDrawn, openPage } from "../lib/browser.ts";
import { type CityProvider, cityProvider } from "../lib/city-provider.ts";
import { type Administer, firstAdmin } from "../lib/first-admin.ts";
import { freePort, type RunningServer, startServer } from "../lib/running-server.ts";

const password = "Zwölf Brücken am Neckar";

interface Sketch {
  id: string;
  properties: { name: string };
  geometry: { coordinates: number[] | number[][][] };
}

let server: RunningServer;
let provider: CityProvider;
let browser: Browser;
let page: Page;
let administer: Administer;

beforeAll(async () => {
  const port = await freePort();
  const person = { sub: "u-1", preferred_username: "jugendamt", groups: ["amt-51"] };
  provider = await cityProvider(person, `http://amt.localhost:${port}/api/oidc/callback`, { hasPages: true });
  const { issuer, clientId, clientSecret } = provider.oidc;
  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  [server, browser] = await Promise.all([
    startServer(undefined, { hostname: "amt.localhost", port, settings }),
    launchBrowser(),
  ]);
  administer = await firstAdmin(server, password);
  const mappings = [
    { claim: "groups", value: "amt-51", role: "PLANNER", department: "51", office: "Jugendamt" },
  ];
  await administer("PUT", "/api/oidc/roles", { items: mappings });
  ({ page } = await openPage(browser, server.address, { path: "?v=1&layers=candidate-sites" }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.close();
});

const accountId = async () => {
  const { items } = (await administer("GET", "/api/users")) as { items: { id: string; login: string }[] };
  return items.find(({ login }) => login === "jugendamt")?.id;
};

/** To the provider's page, which must have come. */
async function goToTheCity(): Promise<void> {
  await page.getByRole("link", { name: "Mit dem Stadtkonto anmelden" }).click();
  await page.getByRole("heading", { name: "Anmeldung der Stadt" }).waitFor();
}

const menu = (name: string) => page.locator(".view-as").getByRole("button", { name }).first();

describe("single sign-on in the browser", () => {
  it("who gives up at the city comes back to the page of sign-in, which says so, with the way open", async () => {
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("link", { name: "Mit dem Stadtkonto anmelden" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "single-sign-on-1-sign-in");
    await goToTheCity();
    await page.getByRole("button", { name: "Abbrechen" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "wurde abgebrochen" });
    await alert.waitFor();
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "single-sign-on-refused");
    await page.waitForURL((url) => !url.searchParams.has("refused"));
    await page.getByRole("button", { name: "Zurück zur Karte" }).click();
    await mapIsDrawn(page);
  });

  it("somebody signs in there and is back on the map with the mapped role", async () => {
    await page.getByRole("button", { name: "Anmelden" }).click();
    await goToTheCity();
    await page.getByLabel("Kennung").fill("jugendamt");
    await keepScreenshot(page, "single-sign-on-2-city");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await menu("Jugendamt").waitFor();
    expect(new URL(page.url()).searchParams.get("layers")).toBe("candidate-sites");
    await mapIsDrawn(page);
    await menu("Jugendamt").click();
    await page.getByRole("button", { name: "Mein Konto" }).click();
    await page.getByText("Fachamt", { exact: false }).first().waitFor();
    await keepScreenshot(page, "single-sign-on-3-account");
    await page.getByRole("button", { name: "Zurück zur Karte" }).click();
    await mapIsDrawn(page);
    await keepScreenshot(page, "single-sign-on-4-map");
  });

  it("A-06 an open page of a demoted account says so at once and shows nothing any more that is not for it", async () => {
    const sketch = await page.evaluate(async () => {
      const answer = await fetch("api/records/candidate-sites?visibility=INTERNAL&limit=1");
      const [record] = ((await answer.json()) as { items: Sketch[] }).items;
      return { id: record!.id, name: record!.properties.name, place: record!.geometry.coordinates.flat(3) };
    });
    const [longitude, latitude] = sketch.place;
    await page.goto(
      `${server.address}/?v=1&layers=candidate-sites&table=candidate-sites&camera=15/${latitude}/${longitude}&select=record:candidate-sites:${sketch.id}`,
    );
    await page.getByRole("heading", { name: sketch.name }).waitFor();
    await page.getByRole("table").getByText(sketch.name).first().waitFor();
    await mapIsDrawn(page);
    await keepScreenshot(page, "single-sign-on-5-before-demotion");
    await administer("PATCH", `/api/users/${await accountId()}`, { role: "STATISTICS", department: null });
    await page.getByRole("alert").filter({ hasText: "Ihre Rechte haben sich geändert" }).waitFor();
    await mapIsDrawn(page);
    await expect.poll(() => page.getByText(sketch.name).count()).toBe(0);
    await page.getByRole("button", { name: "Im Ausschnitt" }).first().click();
    expect(await page.getByText(sketch.name).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, "single-sign-on-6-demoted");
    await page.getByRole("button", { name: "Hinweis schließen" }).click();
    await page.getByRole("button", { name: "Hinweis schließen" }).waitFor({ state: "detached" });
  });

  it("A-06 an open page of a locked account is signed out at once, and the city does not let it in again", async () => {
    const id = await accountId();
    await administer("PATCH", `/api/users/${id}`, { isLocked: true });
    await page.getByRole("alert").filter({ hasText: "Sie sind nicht mehr angemeldet" }).waitFor();
    await page.getByRole("button", { name: "Anmelden" }).waitFor();
    await mapIsDrawn(page);
    await keepScreenshot(page, "single-sign-on-7-locked");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("link", { name: "Mit dem Stadtkonto anmelden" }).click();
    await page.getByRole("alert").filter({ hasText: "Dieses Konto ist gesperrt" }).waitFor();
    await administer("PATCH", `/api/users/${id}`, { isLocked: false });
    await signInAgain();
  });
});

/** The city still knows who sits there and asks nothing more. */
async function signInAgain(): Promise<void> {
  await page.getByRole("link", { name: "Mit dem Stadtkonto anmelden" }).click();
  await menu("Jugendamt").waitFor();
}
