import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { ContactsView } from "../../../../web/panels/contacts/contacts-view.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const properties = { name: "Jugendamt", kind: "AMT", areas: ["city"], roles: [], themes: [], contacts: [] };
const record = (change: object) => ({
  ...{ id: "a", type: "actors", revision: 1, state: "AKTIV", visibility: "PUBLIC" },
  ...{ owner: "", participants: ["p"], department: null, districts: ["01"], geometry: null },
  ...{ createdAt: "2026-01-01", updatedAt: "2026-01-01", visibleSince: null, releaseLog: [] },
  properties: { ...properties, ...change },
});

interface Sent {
  method: string;
  mark: string | null;
  body: { properties: Record<string, unknown>; participants?: string[] };
}
let root: Root | null = null;
let sent: Sent[] = [];
/** What the server has, and what it answers to the next writes; afterwards it takes everything. */
let saved: ReturnType<typeof record>;
let mark: string;
let refusals: { status: number; title: string }[];
beforeEach(() => {
  sent = [];
  refusals = [];
  saved = record({});
  mark = '"1"';
  HTMLDialogElement.prototype.showModal ??= () => {};
  vi.stubGlobal("fetch", async (address: string, { method = "GET", headers, body }: RequestInit) => {
    if (method !== "GET") {
      sent.push({ method, mark: new Headers(headers).get("if-match"), body: JSON.parse(String(body)) });
      const refusal = refusals.shift();
      if (refusal) return Response.json(refusal, { status: refusal.status });
    }
    if (new URL(address).pathname.endsWith("/actors/a"))
      return Response.json(saved, { headers: { etag: mark } });
    const items = address.includes("api/records/actors") ? [saved] : [];
    return Response.json({ items, total: items.length, next: null });
  });
});
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(role: Role, sight: "PUBLIC" | null = null): Promise<HTMLElement> {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  const store = createPageStore({});
  store.getState().lookThrough(sight);
  const me = { role, account: "x", department: "51", districts: [] } as never;
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <OpenedContext value={{ me, city: aCity(), layers: [], indicators: [] }}>
            <ContactsView />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(container.querySelector("tbody")).not.toBeNull());
  return container;
}

const button = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  );
async function press(page: HTMLElement, name: string): Promise<void> {
  await vi.waitFor(() => expect(button(page, name)).toBeDefined());
  button(page, name)?.click();
}
/** Types a name as React hears it. */
async function typeName(page: HTMLElement, name: string): Promise<void> {
  const field = await vi.waitUntil(() => page.querySelector<HTMLInputElement>("form input"));
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, name);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
const isClosed = (page: HTMLElement) =>
  vi.waitFor(() => expect(page.querySelector("dialog")).toBeNull(), { timeout: 3000 });
const alert = (page: HTMLElement) => vi.waitUntil(() => page.querySelector("[role=alert]"));

describe("the form of an actor", () => {
  it("is offered to those who write actors, and not behind a lowered Sicht", async () => {
    expect(button(await shown("PLANNER"), "Jugendamt bearbeiten")).toBeDefined();
    expect(button(await shown("DISTRICT_HEAD"), "Jugendamt bearbeiten")).toBeUndefined();
    expect(button(await shown("SECRETARIAT", "PUBLIC"), "Eintrag hinzufügen")).toBeUndefined();
  });

  it("says what is missing before anything is sent, and writes a new one down", async () => {
    const page = await shown("SECRETARIAT");
    await press(page, "Eintrag hinzufügen");
    await press(page, "Speichern");
    expect((await alert(page))?.textContent).toBe("Bitte geben Sie einen Namen ein.");
    expect(sent).toEqual([]);
    await typeName(page, "Jugendhaus");
    await press(page, "Speichern");
    await isClosed(page);
    expect(sent).toEqual([
      {
        method: "POST",
        mark: null,
        body: { geometry: null, properties: { ...properties, name: "Jugendhaus" } },
      },
    ]);
  });

  it("C-02 puts what somebody else saved beside what was typed, and overwrites it only when told to", async () => {
    const page = await shown("PLANNER");
    await press(page, "Jugendamt bearbeiten");
    await typeName(page, "Jugendamt, Planung");
    refusals = [{ status: 412, title: "Inzwischen hat jemand anderes gespeichert." }];
    saved = record({ name: "Jugendamt Mitte", source: "Amtsblatt" });
    mark = '"2"';
    await press(page, "Speichern");
    const told = await alert(page);
    const rows = [...(told?.querySelectorAll("tbody tr") ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ["Name", "Jugendamt Mitte", "Jugendamt, Planung"],
      ["Quelle", "Amtsblatt", "leer"],
    ]);
    await press(page, "Meine Angaben speichern");
    await isClosed(page);
    expect(sent.map((one) => [one.method, one.mark, one.body.properties.name])).toEqual([
      ["PUT", '"1"', "Jugendamt, Planung"],
      ["PUT", '"2"', "Jugendamt, Planung"],
    ]);
    expect(sent[1]?.body.participants).toEqual(["p"]);
  });

  it("takes over what somebody else saved where that is wanted, and goes on from there", async () => {
    const page = await shown("PLANNER");
    await press(page, "Jugendamt bearbeiten");
    await typeName(page, "Jugendamt, Planung");
    refusals = [{ status: 412, title: "Inzwischen hat jemand anderes gespeichert." }];
    saved = record({ name: "Jugendamt Mitte" });
    mark = '"2"';
    await press(page, "Speichern");
    await press(page, "Gespeicherten Stand übernehmen");
    await vi.waitFor(() =>
      expect(page.querySelector<HTMLInputElement>("form input")?.value).toBe("Jugendamt Mitte"),
    );
    await press(page, "Speichern");
    await isClosed(page);
    expect(sent.at(-1)).toMatchObject({ mark: '"2"', body: { properties: { name: "Jugendamt Mitte" } } });
  });

  it("C-07 keeps what was typed about an actor that was deleted meanwhile, and saves it as a new one", async () => {
    const page = await shown("PLANNER");
    await press(page, "Jugendamt bearbeiten");
    await typeName(page, "Jugendamt, Planung");
    refusals = [{ status: 410, title: "Akteur*in wurde gelöscht von: Sozialamt, am 01.02.2026." }];
    await press(page, "Speichern");
    expect((await alert(page))?.textContent).toContain(
      "gelöscht von: Sozialamt, am 01.02.2026. Ihre Angaben",
    );
    await press(page, "Als neuen Eintrag speichern");
    await isClosed(page);
    expect(sent.at(-1)).toMatchObject({
      method: "POST",
      body: { properties: { name: "Jugendamt, Planung" } },
    });
  });
});
