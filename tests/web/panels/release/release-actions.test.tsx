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
  properties: { name: markup, note: "Geheimwort", uses: [] },
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
  vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
    sent.push({ address, body: JSON.parse(body) });
    return Response.json(site);
  });
  const container = document.createElement("div");
  document.body.append(container);
  const me = {
    ...{ role, account: "demo:x", department: null, districts: [], ceilings: ["PUBLIC" as const] },
    ...{ demoRoles: [], office: null, signIn: { local: false, oidc: false, setup: false } },
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

  it("are not offered to a planner", async () => {
    const { container } = shown("PLANNER");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(container.textContent).toBe("");
  });
});
