import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { shippedTerms } from "#domain/glossary/shipped-terms.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { GlossaryView } from "../../../../web/panels/glossary/glossary-view.tsx";
import { Term } from "../../../../web/panels/glossary/term.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const ofCity = {
  ...{ id: "m", type: "glossary-terms", revision: 1, state: "GUELTIG", visibility: "PUBLIC", owner: "" },
  ...{ participants: [], department: null, districts: [], geometry: null, visibleSince: null },
  ...{ createdAt: "2026-01-01", updatedAt: "2026-01-01", releaseLog: [], publicFace: null },
  properties: {
    key: "median",
    name: { de: "Median", en: "Median" },
    definition: { de: "So sagen wir es hier.", en: "As we say it here." },
    plainLanguage: "Der Wert in der Mitte.",
  },
};

let root: Root | null = null;
let asked: string[] = [];
let sent: { method: string; body: { properties: Record<string, unknown> } }[] = [];
beforeEach(() => {
  [asked, sent] = [[], []];
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
  vi.stubGlobal("fetch", async (address: string, { method = "GET", body }: RequestInit) => {
    asked.push(address);
    if (method !== "GET") sent.push({ method, body: JSON.parse(String(body)) });
    if (method !== "GET" || address.endsWith("/m"))
      return Response.json(ofCity, { headers: { etag: '"1"' } });
    return Response.json({ items: [ofCity], total: 1, next: null });
  });
});
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function shown(children: ReactNode, role: Role = "PUBLIC") {
  const page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
  const store = createPageStore({});
  const me = { role, account: role === "PUBLIC" ? null : "x", department: "51", districts: [] } as never;
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <OpenedContext value={{ me, city: aCity(), layers: [], indicators: [] }}>{children}</OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  return { page, store };
}
const button = (page: HTMLElement, name: string) =>
  vi.waitUntil(() =>
    [...page.querySelectorAll("button")].find(
      (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
    ),
  );
function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, words);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("a word that explains itself", () => {
  it("asks for nothing before it is opened, and says then what the city wrote", async () => {
    const { page, store } = shown(<Term name="median">Median</Term>);
    const word = await button(page, "Median");
    expect(asked).toEqual([]);
    word.click();
    const told = await vi.waitUntil(() => page.querySelector(".term-text"));
    expect(told.textContent).toBe("MedianSo sagen wir es hier.In einfacher Sprache: Der Wert in der Mitte.");
    (await button(page, "Alle Begriffe")).click();
    expect(store.getState().desk).toBe("glossary");
  });

  it("belongs to its button: one names the other, and the browser opens and dismisses it", async () => {
    const { page } = shown(<Term name="median">Median</Term>);
    const word = await button(page, "Median");
    const panel = page.querySelector(".term-panel");
    expect(word.getAttribute("popovertarget")).toBe(panel?.id);
    expect(panel?.getAttribute("popover")).toBe("auto");
    expect(word.getAttribute("aria-expanded")).toBe("false");
  });
});

describe("the page of all terms", () => {
  it("lists shipped terms and the city's, finds words in all languages, and lets the public edit none", async () => {
    const { page } = shown(<GlossaryView />);
    await vi.waitUntil(() => page.querySelector("dl"));
    expect(page.querySelectorAll("dt")).toHaveLength(shippedTerms.length);
    expect(page.querySelectorAll("dl button")).toHaveLength(0);
    type(page.querySelector("input")!, "reference date");
    await vi.waitFor(() =>
      expect([...page.querySelectorAll("dt")].map(({ textContent }) => textContent)).toContain("Stichtag"),
    );
    expect(page.querySelectorAll("dt").length).toBeLessThan(4);
  });

  it("lets a planner change the city's own words, and take over a shipped term as the city's", async () => {
    const { page } = shown(<GlossaryView />, "PLANNER");
    (await button(page, "„Median“ bearbeiten")).click();
    const own = await vi.waitUntil(() => page.querySelector<HTMLTextAreaElement>("#term-definitionDe"));
    expect(own.value).toBe("So sagen wir es hier.");
    type(own, "Der mittlere Wert.");
    (await button(page, "Speichern")).click();
    await vi.waitFor(() => expect(page.querySelector("dialog")).toBeNull());
    (await button(page, "„Stichtag“ bearbeiten")).click();
    type(await vi.waitUntil(() => page.querySelector<HTMLInputElement>("#term-nameDe")), "Zähltag");
    (await button(page, "Speichern")).click();
    await vi.waitFor(() => expect(page.querySelector("dialog")).toBeNull());
    expect(
      sent.map(({ method, body }) => [
        method,
        body.properties.key,
        (body.properties.name as { de: string }).de,
      ]),
    ).toEqual([
      ["PUT", "median", "Median"],
      ["POST", "stichtag", "Zähltag"],
    ]);
  });

  it("refuses a second term of the same name, at its field", async () => {
    const { page } = shown(<GlossaryView />, "SECRETARIAT");
    (await button(page, "Begriff hinzufügen")).click();
    type(await vi.waitUntil(() => page.querySelector<HTMLInputElement>("#term-nameDe")), "Stichtag");
    (await button(page, "Speichern")).click();
    const told = await vi.waitUntil(() => page.querySelector("#term-nameDe-problem"));
    expect(told.textContent).toBe("Diesen Begriff gibt es schon. Bitte bearbeiten Sie ihn.");
    expect(sent).toEqual([]);
  });
});
