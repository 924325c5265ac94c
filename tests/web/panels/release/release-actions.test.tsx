import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/access/audience.ts";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import ReleaseActions from "../../../../web/panels/release/release-actions.tsx";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";

const markup = "<img src=x onerror=alert(1)>";
const site = {
  ...{ id: "s1", type: "planned-sites", revision: 1, state: "FLAECHE_GESUCHT", visibility: "INTERNAL" },
  ...{ owner: "o", participants: [], department: "51", districts: ["01"], geometry: null },
  ...{ createdAt: "2026-01-01", updatedAt: "2026-01-01", visibleSince: null, releaseLog: [] },
  ...{ publicFace: null, coarsePlace: null },
  properties: {
    name: markup,
    note: "Geheimwort",
    uses: [{ facilityType: "KITA_MIX", unit: "GRUPPE", category: "", amount: 4 }],
  },
} as unknown as RecordAnswer;

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function shown(role: Role) {
  const sent: { address: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (address: string, { body }: { body?: string }) => {
    if (body === undefined) return Response.json({ items: [] });
    sent.push({ address, body: JSON.parse(body) });
    return Response.json(site);
  });
  const container = document.createElement("div");
  document.body.append(container);
  const me = {
    ...{ role, account: "demo:x", department: null, districts: [], ceilings: ["PUBLIC" as const] },
    ...{ demoRoles: [], office: null, signInKind: null, signIn: { local: false, oidc: false, setup: false } },
  };
  root = createRoot(container);
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PageStoreContext value={createPageStore({})}>
        <LanguageProvider>
          <OpenedContext value={{ me: me as never, city: aCity(), layers: [], indicators: [] }}>
            <ReleaseActions record={site} type={plannedSite} />
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  return { container, sent };
}

/** As a person types: the field's own setter, so that the page hears of it. */
function typed(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")!;
  set!.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const button = (name: string) =>
  [...document.querySelectorAll("button")].filter(({ textContent }) => textContent === name).at(-1);

describe("Freigeben and Zurücknehmen on the sheet of a record", () => {
  it("X-01 preview what the public will read, as letters and without what stays inside", async () => {
    const { container } = shown("SECRETARIAT");
    await expect.poll(() => button("Freigeben …")).toBeTruthy();
    button("Freigeben …")!.click();
    await expect.poll(() => container.textContent).toContain("Was dann zu sehen ist");
    expect(container.textContent).toContain(markup);
    expect(container.querySelector("img")).toBeNull();
    expect(container.textContent).toContain("Nicht zu sehen: Anmerkung.");
    expect(container.textContent).not.toContain("Geheimwort");
    expect(container.textContent).toMatch(/Art: Kita[^;]*, Einheit: Gruppen?, Anzahl: 4/);
    expect(container.textContent).not.toContain("unbekannt");
  });

  it("send nothing before there is a reason", async () => {
    const { container, sent } = shown("SECRETARIAT");
    await expect.poll(() => button("Freigeben …")).toBeTruthy();
    button("Freigeben …")!.click();
    await expect.poll(() => button("Freigeben")).toBeTruthy();
    button("Freigeben")!.click();
    await expect.poll(() => container.textContent).toContain("Bitte begründen.");
    expect(sent).toEqual([]);
  });

  it("X-01 preview a public title in place of the own, and send it with the release", async () => {
    const { container, sent } = shown("SECRETARIAT");
    await expect.poll(() => button("Freigeben …")).toBeTruthy();
    button("Freigeben …")!.click();
    await expect.poll(() => container.querySelector("input[type=text]")).toBeTruthy();
    typed(container.querySelector("input[type=text]")!, "Wohnquartier");
    await expect.poll(() => container.querySelector("section")?.textContent).toContain("Wohnquartier");
    expect(container.querySelector("section")!.textContent).not.toContain(markup);
    typed(container.querySelector("textarea")!, "Beschluss");
    container.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    await expect.poll(() => container.textContent).toContain("Beschluss");
    button("Freigeben")!.click();
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]!.body).toMatchObject({
      reason: "Beschluss",
      publicFace: { title: "Wohnquartier", place: null },
    });
  });

  it("are not offered to a planner", async () => {
    const { container } = shown("PLANNER");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(container.textContent).toBe("");
  });
});
