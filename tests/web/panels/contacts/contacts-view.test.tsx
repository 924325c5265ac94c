import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { ContactsView } from "../../../../web/panels/contacts/contacts-view.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const actor = (id: string, properties: Record<string, unknown>) => ({
  ...{ id, type: "actors", revision: 1, state: "AKTIV", visibility: "PUBLIC" },
  ...{ owner: "", participants: [], department: null, districts: ["01"], geometry: null },
  ...{ createdAt: "2026-01-01", updatedAt: "2026-01-01", visibleSince: null, releaseLog: [] },
  properties: { kind: "AMT", areas: ["city"], roles: ["THEME_LEAD"], themes: [], ...properties },
});
const contacts = [{ function: "Geschäftszimmer", email: "bezirk-01@stadt.example" }];
const all = [
  actor("a", { name: "Jugendamt", themes: ["youth"] }),
  actor("b", { name: "Gesundheitsamt", themes: ["health"] }),
  actor("c", { name: "Bezirksvorstehung West", areas: ["district:01"], roles: ["AREA_LEAD"], contacts }),
  actor("d", { name: "Bezirksvorstehung Ost", areas: ["district:02"], roles: ["AREA_LEAD"] }),
];
const district = (number: string, name: string) => ({
  ...{
    number,
    name,
    level: "district",
    parentNumber: null,
    boundaryVersion: "2024",
    residents: 1,
    areaHa: 1,
  },
});

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(items: ReturnType<typeof actor>[] = all): Promise<HTMLElement> {
  vi.stubGlobal("fetch", async (address: string) =>
    Response.json(
      address.includes("api/records/actors")
        ? { items, total: items.length, next: null }
        : {
            items: address.includes("level=district") ? [district("01", "West"), district("02", "Ost")] : [],
          },
    ),
  );
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={createPageStore({})}>
        <LanguageProvider>
          <OpenedContext value={{ me: {} as never, city: aCity(), layers: [], indicators: [] }}>
            <ContactsView />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(container.querySelectorAll("option").length).toBeGreaterThan(4));
  await vi.waitFor(() => expect(container.querySelector("tbody")).not.toBeNull());
  return container;
}

const names = (page: HTMLElement) =>
  [...page.querySelectorAll("tbody th")].map((cell) => cell.textContent?.trim());

const columns = (page: HTMLElement) => [...page.querySelectorAll("thead th")].map((cell) => cell.textContent);

/** Chooses as a person would: React hears the change. */
function choose(page: HTMLElement, select: number, value: string): void {
  const element = page.querySelectorAll("select")[select];
  if (!element) throw new Error("no such choice");
  element.value = value;
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("the contact view", () => {
  it("lists offices for the whole city first, and how to reach those whose contacts were sent", async () => {
    const page = await shown();
    expect(names(page)).toEqual([
      "Gesundheitsamt",
      "Jugendamt",
      "Bezirksvorstehung West",
      "Bezirksvorstehung Ost",
    ]);
    expect(page.querySelector('a[href="mailto:bezirk-01@stadt.example"]')?.textContent).toBe(
      "bezirk-01@stadt.example",
    );
  });

  it("names for a district and a theme the nearest first and no office of another theme or district", async () => {
    const page = await shown();
    choose(page, 0, "district:01");
    choose(page, 1, "youth");
    await vi.waitFor(() => expect(names(page)).toEqual(["Bezirksvorstehung West", "Jugendamt"]));
    expect(page.textContent).toContain("2 Einträge");
  });

  const withoutContacts = all.map(({ properties, ...one }) => ({
    ...one,
    properties: { ...properties, contacts: undefined },
  }));

  it("has no column of contacts for those to whom the server sent none", async () => {
    const page = await shown(withoutContacts);
    expect(columns(page)).toEqual(["Name", "Art", "Aufgaben", "Themen", "Gebiete"]);
    expect(page.textContent).toContain("Kontaktangaben sind nur für die Verwaltung.");
  });

  it("shows to everybody the websites under their own name", async () => {
    const withWebsite = actor("e", { name: "Stadtteilverein", website: "https://verein.example" });
    const page = await shown([...withoutContacts, withWebsite]);
    expect(columns(page)).toEqual(["Name", "Art", "Aufgaben", "Themen", "Gebiete", "Internetseite"]);
  });
});
