import { createRoot, type Root } from "react-dom/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import { equalWeights } from "#domain/placement/suitability.ts";
import type { ExaminedSite } from "#domain/placement/suitability-values.ts";
import { LanguageProvider } from "../../../../web/i18n/language.tsx";
import { SuitabilitySection } from "../../../../web/panels/planning/suitability-section.tsx";
import type { PlanningTerms } from "../../../../web/planning/use-planning.ts";
import type { PageState } from "../../../../web/state/page-state.ts";
import { createPageStore } from "../../../../web/state/store.ts";
import { PageStoreContext } from "../../../../web/state/use-page.ts";
import { anExaminedSite } from "../../../domain/placement/examined-site.ts";
import { aStandard } from "../../planning/builders.ts";

const plot = { ...{ longitude: 9.2, latitude: 48.8, areaM2: 2000, isSecured: true, constraints: [] } };
const land: PlanningBase["land"] = [
  { ...plot, id: "r-1", type: "public-needs-sites", name: "Fläche", isCityOwned: true, isPublicNeeds: true },
];
const terms: PlanningTerms = {
  base: {
    ...{ grid: null, network: null, supply: [], land },
    ...{ parameterSets: [], parameterSetId: null, isDemo: true },
  },
  parameterSet: {
    ...{ id: "p1", state: "ENTWURF", name: "Kennwertsatz Test", validFrom: "2024-01-01", source: "Test" },
    ...{ standards: [aStandard()], profiles: [], combinations: [] },
  },
  standard: aStandard(),
  question: { scenario: "bestand", kind: "KITA", layers: ["BESTAND"], level: "district" },
  scenario: { id: "bestand", name: "Bestand", standards: [], changes: [] },
};
const record = { type: "public-needs-sites", id: "r-1" };
const better = anExaminedSite({ id: "a", name: "Kita A", record }, { newlyServed: 120 });
const worse = anExaminedSite({ id: "b", name: "Kita B", record }, { newlyServed: 40 });

let root: Root | null = null;
afterEach(() => {
  root?.unmount();
  root = null;
});

async function shown(examined: readonly ExaminedSite[], state: Partial<PageState> = {}) {
  const container = document.createElement("div");
  document.body.append(container);
  const store = createPageStore({ tab: "planning", ...state });
  root = createRoot(container);
  root.render(
    <PageStoreContext value={store}>
      <LanguageProvider>
        <SuitabilitySection examined={examined} terms={terms} />
      </LanguageProvider>
    </PageStoreContext>,
  );
  await vi.waitFor(() => expect(container.querySelector("details")).not.toBeNull());
  const cells = (table: number, row: number) =>
    [...container.querySelectorAll("table")[table]!.querySelectorAll(`tbody tr:nth-child(${row}) td`)].map(
      (cell) => cell.textContent,
    );
  return { container, store, cells };
}

describe("the weighted suitability in the comparison of sketches", () => {
  it("is folded, a proposal, and says whose weights these are", async () => {
    const { container } = await shown([better, worse]);
    expect(container.querySelector<HTMLDetailsElement>(".suitability")?.open).toBe(false);
    expect(container.textContent).toContain("Vorschlag zur Prüfung");
    expect(container.textContent).toContain(
      "Die Gewichte setzen Sie; gezeigt wird nur der Vergleich dieser Skizzen.",
    );
  });

  it("gives every sketch a score in the order of the comparison, and doing nothing none", async () => {
    const { container, cells } = await shown([worse, better]);
    const heads = [...container.querySelectorAll("table:first-of-type thead th.number")].slice(0, 3);
    expect(heads.map((head) => head.textContent)).toEqual(["Kita B", "Kita A", "Nichts tun"]);
    expect(cells(0, 1)).toEqual(["42", "58", "entfällt"]);
  });

  it("shows value, points and weight of every criterion, and the division", async () => {
    const { cells } = await shown([better, worse]);
    expect(cells(1, 1)).toEqual(["120100 × 1", "400 × 1"]);
    expect(cells(1, 3)).toEqual(["310 m50 × 1", "310 m50 × 1"]);
    expect(cells(1, 7)).toEqual(["350 ÷ 6", "250 ÷ 6"]);
  });

  it("weighs anew when a slider moves, and keeps the weight in the page", async () => {
    const { container, store, cells } = await shown([better, worse]);
    const sliders = container.querySelectorAll<HTMLInputElement>('input[type="range"]');
    expect([...sliders].map(({ min, max, value }) => [min, max, value])).toEqual(
      Array.from({ length: 6 }, () => ["0", "3", "1"]),
    );
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
    set.call(sliders[0], "3");
    sliders[0]!.dispatchEvent(new Event("input", { bubbles: true }));
    await vi.waitFor(() => expect(cells(0, 1)).toEqual(["69", "31", "entfällt"]));
    expect(store.getState().suitabilityWeights).toEqual({ ...equalWeights, NEWLY_SERVED: 3 });
  });

  it("is open where the address brought weights", async () => {
    const { container } = await shown([better], { suitabilityWeights: { ...equalWeights, LAND: 0 } });
    expect(container.querySelector<HTMLDetailsElement>(".suitability")?.open).toBe(true);
  });

  it("calls a sketch ruled out or not computable instead of giving it a figure", async () => {
    const ruledOut = anExaminedSite(
      { id: "c" },
      {},
      { constraints: [{ kind: "FLOOD", rating: "EXCLUDING", text: "" }] },
    );
    const unknown = anExaminedSite(
      { id: "d" },
      {},
      { constraints: [{ kind: "FLOOD", rating: "NOT_CHECKED", text: "" }] },
    );
    const { cells } = await shown([better, ruledOut, unknown]);
    expect(cells(0, 1)).toEqual(["50", "ausgeschlossen", "nicht berechenbar", "entfällt"]);
    expect(cells(1, 6).slice(2)).toEqual(["nicht geprüft"]);
  });

  it("compares no sketches that serve different kinds", async () => {
    const playground = anExaminedSite({ id: "c", kind: "SPIELPLATZ" });
    const { container } = await shown([better, playground]);
    expect(container.textContent).toContain("Ihre Eignung ist deshalb nicht vergleichbar.");
    expect(container.querySelector("table")).toBeNull();
  });
});
