import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import ExternalGroup from "../../../../web/panels/external/external-group.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const offer = {
  service: "WMS",
  address: "https://gis.stadt.example/wms",
  title: "Karten der Stadt",
  layers: [
    { name: "plans", title: "Bebauungspläne", attribution: "Stadtplanungsamt", problem: null },
    { name: "old", title: "Urkarte", attribution: "", problem: "Die Ebene wird nicht angeboten." },
  ],
};

let root: Root | null = null;
let sent: { path: string; body: unknown }[] = [];
beforeEach(() => {
  sent = [];
  HTMLDialogElement.prototype.showModal ??= () => {};
  vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
    const path = new URL(address).pathname.replace(/^.*\/api/, "/api");
    sent.push({ path, body: JSON.parse(body) });
    const answer = path.endsWith("capabilities") ? offer : { id: "made" };
    return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function shown(role: Role) {
  const container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
  const store = createPageStore({});
  const me = { role, account: "a", department: null, districts: [], ceilings: ["PUBLIC", "RESTRICTED"] };
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <OpenedContext value={{ me: me as never, city: aCity(), layers: [], indicators: [] }}>
            <ExternalGroup members={[]} />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { container, store };
}

const button = (container: HTMLElement, name: string) =>
  [...container.querySelectorAll("button")].find(({ textContent }) => textContent === name);
const field = <T extends HTMLElement>(container: HTMLElement, selector: string) =>
  container.querySelector<T>(selector)!;

/** Types as React hears it. */
function type(element: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype = Object.getPrototypeOf(element);
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
  element.dispatchEvent(new Event(element.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}
const submit = (form: Element | null) =>
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

async function chosen(role: Role, layer: string) {
  const page = await shown(role);
  button(page.container, "Karte hinzufügen …")?.click();
  await expect.poll(() => page.container.querySelector("input[type=url]")).toBeTruthy();
  type(field<HTMLInputElement>(page.container, "input[type=url]"), "https://gis.stadt.example/wms?request=x");
  submit(page.container.querySelector("form"));
  await expect.poll(() => page.container.textContent).toContain("Karten der Stadt: WMS (Bilder), 2 Ebenen.");
  type(field<HTMLSelectElement>(page.container, "select"), layer);
  return page;
}

describe("the group of maps of other services", () => {
  it("offers to add one to those who may, and is not there for others while it is empty", async () => {
    expect((await shown("PLANNER")).container.textContent).toBe("");
    expect((await shown("ADMIN")).container.textContent).toContain("Weitere Karten");
  });

  it("adds the chosen layer under its title, releases it with a reason, and shows it", async () => {
    const { container, store } = await chosen("SECRETARIAT", "plans");
    await expect.poll(() => container.querySelector("input[name=title]")).toBeTruthy();
    expect(field<HTMLInputElement>(container, "input[name=source]").value).toBe("Stadtplanungsamt");
    [...container.querySelectorAll<HTMLInputElement>("input[type=radio]")][1]?.click();
    await expect.poll(() => container.querySelector("input[name=reason]")).toBeTruthy();
    type(field<HTMLInputElement>(container, "input[name=reason]"), "Der Dienst ist öffentlich");
    submit(container.querySelectorAll("form")[1] ?? null);
    await expect.poll(() => sent.length).toBe(3);
    expect(sent.slice(1)).toEqual([
      {
        path: "/api/external-layers",
        body: {
          service: "WMS",
          address: "https://gis.stadt.example/wms",
          layer: "plans",
          title: "Bebauungspläne",
          attribution: "Stadtplanungsamt",
        },
      },
      {
        path: "/api/external-layers/made/release",
        body: { visibility: "PUBLIC", reason: "Der Dienst ist öffentlich" },
      },
    ]);
    await expect
      .poll(() => store.getState().layers.at(-1))
      .toEqual({
        layer: "external-made",
        isVisible: true,
        opacity: 1,
      });
    expect(container.querySelector("dialog")).toBeNull();
  });

  it("leaves the release to the Geschäftsstelle", async () => {
    const { container } = await chosen("ADMIN", "plans");
    await expect.poll(() => container.textContent).toContain("Für alle gibt sie die Geschäftsstelle frei.");
    expect(container.querySelector("input[type=radio]")).toBeNull();
  });

  it("says why a layer cannot be shown, and offers no way to add it", async () => {
    const { container } = await chosen("SECRETARIAT", "old");
    await expect.poll(() => container.textContent).toContain("Die Ebene wird nicht angeboten.");
    expect(container.querySelector("input[name=title]")).toBeNull();
  });
});
