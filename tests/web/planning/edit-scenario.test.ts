import { describe, expect, it } from "vitest";
import {
  addSite,
  changeSite,
  changeStandard,
  maySketch,
  sitesOf,
} from "../../../web/planning/edit-scenario.ts";
import { createPageStore } from "../../../web/state/store.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { aStandard } from "./builders.ts";

const sites = (store: ReturnType<typeof createPageStore>) =>
  sitesOf(store.getState().openScenario?.scenario.changes ?? []);

describe("steps of work on a scenario", () => {
  it("open an unsaved draft where the page shows the present", () => {
    const store = createPageStore();
    addSite(store, aSite(), "Entwurf");
    const { openScenario, scenarioId, unsaved } = store.getState();
    expect(openScenario?.id).toBeNull();
    expect(openScenario?.scenario.name).toBe("Entwurf");
    expect(scenarioId).toBe("bestand");
    expect(unsaved).toBe(1);
  });

  it("are taken back one by one, down to the untouched scenario, and come again in the same order", () => {
    const store = createPageStore();
    addSite(store, aSite(), "Entwurf");
    addSite(store, aSite({ id: "s-2", name: "Kita B" }), "Entwurf");
    changeSite(store, "s-1", (site) => ({ ...site, name: "Kita Neu" }));
    changeSite(store, "s-2", () => null);
    const end = store.getState().openScenario?.scenario;
    for (let step = 0; step < 4; step++) store.getState().undo();
    expect(sites(store)).toEqual([]);
    for (let step = 0; step < 4; step++) store.getState().redo();
    expect(store.getState().openScenario?.scenario).toEqual(end);
    expect(sites(store).map(({ name }) => name)).toEqual(["Kita Neu"]);
  });

  it("are none for a site that is not there or does not change", () => {
    const store = createPageStore();
    addSite(store, aSite(), "Entwurf");
    changeSite(store, "s-9", () => null);
    changeSite(store, "s-1", (site) => site);
    expect(store.getState().done).toHaveLength(1);
  });

  it("set a standard of this scenario alone and withdraw it again", () => {
    const store = createPageStore();
    const variant = aStandard({ maxWayM: 800 });
    changeStandard(store, { before: null, after: variant }, "Entwurf");
    expect(store.getState().openScenario?.scenario.standards).toEqual([variant]);
    changeStandard(store, { before: variant, after: null }, "Entwurf");
    expect(store.getState().openScenario?.scenario.standards).toEqual([]);
  });

  it("are not offered in a scenario one may only read", () => {
    const store = createPageStore();
    expect(maySketch(store.getState())).toBe(true);
    const scenario = { name: "Fremd", standards: [], changes: [] };
    const open = { id: "x", etag: "1", scenario, participants: [], missing: 0, mayEdit: false };
    store.getState().showScenario(open);
    expect(maySketch(store.getState())).toBe(false);
  });
});
