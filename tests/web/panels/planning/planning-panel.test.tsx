import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import { OpenedContext } from "../../../../web/data/opened.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { MapHandleContext } from "../../../../web/panels/map/map-handle.ts";
import PlanningPanel from "../../../../web/panels/planning/planning-panel.tsx";
import type { PageState } from "../../../../web/state/page-state.ts";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { aCity } from "../../builders.ts";
import { aStandard } from "../../planning/builders.ts";

const bulk = {
  ...{ release: "r1", address: "api/datasets/population-grid/r1", source: "Test", licence: "frei" },
  referenceDate: "2022-12-31",
};
const parameterSet = {
  ...{ id: "p1", state: "ENTWURF", name: "Kennwertsatz Test", validFrom: "2024-01-01", source: "Test" },
  ...{ standards: [aStandard()], profiles: [], combinations: [] },
};
const aBase = (change: Partial<PlanningBase> = {}): PlanningBase => ({
  ...{ grid: bulk, network: bulk, supply: [], land: [], isDemo: true },
  ...{ parameterSets: [parameterSet], parameterSetId: "p1" },
  ...change,
});

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
  vi.unstubAllGlobals();
});

/** The panel over a server that answers with this base; its worker never answers. */
function shown(base: PlanningBase, state: Partial<PageState> = {}) {
  vi.stubGlobal("fetch", async (address: string) =>
    address.includes("api/analysis/base") ? Response.json(base) : Response.json({ items: [] }),
  );
  vi.stubGlobal(
    "Worker",
    class {
      addEventListener() {}
      postMessage() {}
    },
  );
  const container = document.createElement("div");
  document.body.append(container);
  const store = createPageStore({ tab: "planning", ...state });
  const opened = {
    me: {
      ...{ role: "PLANNER" as const, account: "demo:PLANNER:51", department: "51", districts: [] },
      ...{
        ceilings: ["PUBLIC" as const, "RESTRICTED" as const],
        demoRoles: [],
        office: null,
        signInKind: null,
        signIn: { local: false, oidc: false, setup: false },
      },
    },
    ...{ city: aCity(), layers: [], indicators: [] },
  };
  root = createRoot(container);
  root.render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PageStoreContext value={store}>
        <LanguageProvider>
          <OpenedContext value={opened}>
            <MapHandleContext value={{ current: null }}>
              <PlanningPanel />
            </MapHandleContext>
          </OpenedContext>
        </LanguageProvider>
      </PageStoreContext>
    </QueryClientProvider>,
  );
  return { container, store };
}
const says = (container: HTMLElement, text: string) =>
  vi.waitFor(() => expect(container.textContent).toContain(text), { timeout: 10_000 });

describe("the panel of the tab Planen", () => {
  it("says which command brings a population in where there is none", async () => {
    const { container } = shown(aBase({ grid: null }));
    await says(container, "kein Bevölkerungsgitter");
    expect(container.querySelector("code")?.textContent).toContain("--as grid");
  });

  it("says which command brings standards in where there are none", async () => {
    const { container } = shown(aBase({ parameterSets: [], parameterSetId: null }));
    await says(container, "noch keinen Kennwertsatz");
    expect(container.querySelector("code")?.textContent).toContain("parameter-sets");
  });

  it("asks with kind, target group and the way of the standard", async () => {
    const { container } = shown(aBase());
    await says(container, "Kinder unter 6");
    expect([...container.querySelectorAll("select")].map(({ value }) => value)).toEqual(
      expect.arrayContaining(["KITA", "metres"]),
    );
    expect(container.textContent).toContain("Szenario: Bestand");
  });

  it("names the air line where the city has no network", async () => {
    const { container } = shown(aBase({ network: null }));
    await says(container, "Alle Wege sind Luftlinie × 1,3.");
  });

  it("asks for a way where the standard agreed on none", async () => {
    const standards = [aStandard({ maxWayM: null })];
    const { container } = shown(aBase({ parameterSets: [{ ...parameterSet, standards }] }));
    await says(container, "Der Standard nennt keinen längsten Weg.");
  });

  it("never lets the last supply layer go", async () => {
    const { container, store } = shown(aBase(), { supplyLayersCounted: ["BESTAND"] });
    await says(container, "Angebot zählen");
    const [first] = container.querySelectorAll<HTMLInputElement>(".supply-layers input");
    first?.click();
    expect(store.getState().supplyLayersCounted).toEqual(["BESTAND"]);
    expect(store.getState().announcement.text).toBe("Eine Ebene zählt immer mit.");
  });
});
