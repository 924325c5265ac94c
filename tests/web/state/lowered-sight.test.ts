import { describe, expect, it } from "vitest";
import { emptyScenario } from "../../../web/state/scenario-slice.ts";
import { createPageStore } from "../../../web/state/store.ts";

/** A page with a draft nobody saved, one step old. */
function pageWithDraft() {
  const store = createPageStore();
  const scenario = emptyScenario("Vertraulicher Entwurf");
  const open = { id: null, etag: "", scenario, participants: [], missing: 0, mayEdit: true };
  store.getState().showScenario(open);
  store.getState().editScenario({ part: "facts", before: {}, after: { description: "Schritt" } });
  store.getState().plan({ siteInHand: "site-1" });
  return store;
}

describe("lowering the Sicht before a projector is switched on", () => {
  it("leaves nothing of a scenario on the page, not even of a draft that no server knows", () => {
    const store = pageWithDraft();
    store.getState().lookThrough("INTERNAL");
    expect(store.getState()).toMatchObject({
      scenarioId: "bestand",
      openScenario: null,
      siteInHand: null,
      done: [],
    });
  });

  it("loses no step: raising it again brings scenario and steps back", () => {
    const store = pageWithDraft();
    store.getState().lookThrough("PUBLIC");
    store.getState().lookThrough("INTERNAL");
    store.getState().lookThrough(null);
    const { openScenario, unsaved, setAside } = store.getState();
    expect(openScenario?.scenario).toMatchObject({ name: "Vertraulicher Entwurf", description: "Schritt" });
    expect(unsaved).toBe(1);
    expect(setAside).toBeNull();
    store.getState().undo();
    expect(store.getState().unsaved).toBe(0);
  });

  it("keeps two scenarios under comparison from the wall as well", () => {
    const store = createPageStore();
    store.getState().compare({ first: "bestand", second: "x", mode: "side" });
    store.getState().lookThrough("PUBLIC");
    expect(store.getState().comparison).toBeNull();
  });
});

describe("another person at the same page", () => {
  it("gets nothing of what was open or lay aside, once the former one's scenario is left", () => {
    const store = pageWithDraft();
    store.getState().lookThrough("PUBLIC");
    store.getState().leaveScenario();
    store.getState().lookThrough(null);
    expect(store.getState()).toMatchObject({ openScenario: null, setAside: null });
  });
});
