import { beforeEach, describe, expect, it } from "vitest";
import type { Visibility } from "#domain/access/visibility.ts";
import { emptyScenario } from "../../../web/state/scenario-slice.ts";
import {
  beginPresentation,
  leavePresentation,
  showAddress,
  showSavedView,
} from "../../../web/state/show-view.ts";
import { createPageStore, type PageStore } from "../../../web/state/store.ts";
import { addressOf, viewAddressOf } from "../../../web/state/url.ts";
import { aCity, aLayer, anIndicator } from "../builders.ts";

const scenario = "5b0c7a52-1111-4222-8333-444455556666";
const offered = {
  layers: [aLayer("base"), aLayer("renewal-areas"), aLayer("facilities")],
  indicators: [anIndicator(), anIndicator({ code: "sealed-area" })],
};
const aView = (address: string) => ({ id: address, title: "Titel", sentence: "", address });
const views = [
  aView("?v=1&indicator=sealed-area&period=2023&layers=renewal-areas&select=area:district:06&lang=de"),
  aView(`?v=1&indicator=unemployment&scenario=${scenario}&compare=bestand,${scenario},side&site=s1`),
  aView("?v=1&indicator=unemployment&sight=RESTRICTED&page=audit&lang=en"),
];

let store: PageStore;
beforeEach(() => {
  store = createPageStore();
  store.getState().settle({ city: aCity(), ...offered });
});

const begin = (sight: Visibility | null) => beginPresentation(store, { views, sight });
/** Shows the view in turn, as the bar of a Vorführung does. */
function show() {
  const { presentation } = store.getState();
  showSavedView(store, presentation?.views[presentation.at]?.address ?? "", offered);
}

describe("the address a view is kept with", () => {
  it("says what the map shows and nothing of the person who looks", () => {
    store.getState().showDesk("audit");
    store.getState().lookThrough("DISTRICT");
    store.getState().select({ kind: "area", level: "district", number: "06" });
    const address = viewAddressOf(store.getState());
    expect(address).toContain("&indicator=unemployment");
    expect(address).toContain("&select=area:district:06");
    expect(address).not.toMatch(/[?&](lang|sight|page|job)=/);
  });

  it("leaves out a site that is only drawn, which no other page knows", () => {
    store.getState().select({ kind: "sketch", id: "s1" });
    expect(viewAddressOf(store.getState())).not.toContain("select=");
  });
});

describe("stepping through views", () => {
  it("never raises a lowered Sicht, whatever the address says", () => {
    store.getState().lookThrough("PUBLIC");
    begin(null);
    const seen = views.map((_, at) => {
      if (at > 0) store.getState().stepView(1);
      show();
      const { sight, language, desk, scenarioId, comparison, siteInHand } = store.getState();
      return { sight, language, desk, scenarioId, comparison, siteInHand };
    });
    const lowered = {
      sight: "PUBLIC",
      language: "de",
      desk: null,
      scenarioId: "bestand",
      comparison: null,
      siteInHand: null,
    };
    expect(seen).toEqual([lowered, lowered, lowered]);
  });

  it("begins in the Sicht chosen for the room, unless that were a higher one", () => {
    begin("INTERNAL");
    expect(store.getState().sight).toBe("INTERNAL");
    leavePresentation(store);
    begin("RESTRICTED");
    expect(store.getState().sight).toBe("INTERNAL");
  });

  it("opens a scenario only where the Sicht is whole", () => {
    begin(null);
    store.getState().stepView(1);
    show();
    expect(store.getState()).toMatchObject({ scenarioId: scenario, siteInHand: "s1" });
  });

  it("stops at both ends", () => {
    begin(null);
    store.getState().stepView(-1);
    expect(store.getState().presentation?.at).toBe(0);
    for (let step = 0; step < 5; step++) store.getState().stepView(1);
    expect(store.getState().presentation?.at).toBe(2);
  });

  it("shows no usual indicator in the place of one that is not offered, and no layer it does not know", () => {
    showSavedView(store, "?v=1&indicator=secret-rate&layers=secret-layer,renewal-areas", offered);
    const { indicator, layers } = store.getState();
    expect(indicator).toBeNull();
    expect(layers.filter(({ isVisible }) => isVisible).map(({ layer }) => layer)).toEqual([
      "base",
      "renewal-areas",
    ]);
  });
});

describe("the end of a Vorführung", () => {
  it("brings back map, page and type size as they were", () => {
    store.getState().select({ kind: "area", level: "district", number: "01" });
    store.getState().showDesk("views");
    const before = addressOf(store.getState());
    begin(null);
    show();
    expect(store.getState()).toMatchObject({ isMeeting: true, desk: null, indicator: "sealed-area" });
    leavePresentation(store);
    expect(addressOf(store.getState())).toBe(before);
    expect(store.getState()).toMatchObject({ isMeeting: false, presentation: null });
  });

  it("leaves the Sicht lowered and the scenario aside, because the projector may still be on", () => {
    const open = { id: scenario, etag: "1", participants: [], missing: 0, mayEdit: true };
    store.getState().showScenario({ ...open, scenario: emptyScenario("Vertraulich") });
    begin("PUBLIC");
    show();
    leavePresentation(store);
    expect(store.getState()).toMatchObject({ sight: "PUBLIC", scenarioId: "bestand", openScenario: null });
    store.getState().lookThrough(null);
    expect(store.getState().openScenario?.scenario.name).toBe("Vertraulich");
  });

  it("comes with the back button as well, which shows no more than the Vorführung did", () => {
    begin("DISTRICT");
    show();
    showAddress(store, `?v=1&indicator=unemployment&scenario=${scenario}`);
    expect(store.getState()).toMatchObject({
      presentation: null,
      sight: "DISTRICT",
      scenarioId: "bestand",
      isMeeting: false,
    });
  });
});

describe("going back outside a Vorführung", () => {
  it("lays an open scenario aside where the address is of a lowered Sicht", () => {
    const open = { id: scenario, etag: "1", participants: [], missing: 0, mayEdit: true };
    store.getState().showScenario({ ...open, scenario: emptyScenario("Vertraulich") });
    showAddress(store, `?v=1&indicator=unemployment&sight=PUBLIC&scenario=${scenario}`);
    expect(store.getState()).toMatchObject({ sight: "PUBLIC", scenarioId: "bestand", openScenario: null });
  });
});

describe("what would be lost", () => {
  it("keeps a Vorführung from beginning over steps nobody saved, and lets one begin where they lie aside", () => {
    const open = { id: null, etag: "", participants: [], missing: 0, mayEdit: true };
    store.getState().showScenario({ ...open, scenario: emptyScenario("Skizze") });
    store.getState().editScenario({ part: "facts", before: {}, after: { description: "Schritt" } });
    expect(begin(null)).toBe(false);
    expect(store.getState()).toMatchObject({ presentation: null, unsaved: 1 });
    expect(begin("INTERNAL")).toBe(true);
    leavePresentation(store);
    store.getState().lookThrough(null);
    expect(store.getState()).toMatchObject({ unsaved: 1, openScenario: { scenario: { name: "Skizze" } } });
  });

  it("is nothing for the person at this device: a page closed in the middle opens in the usual type", async () => {
    const { rememberPreferences } = await import("../../../web/state/preferences.ts");
    const storage = window.localStorage;
    storage.clear();
    const stop = rememberPreferences(store, storage);
    begin(null);
    stop();
    expect(JSON.parse(storage.getItem("sozialraumkarte:preferences") ?? "{}")).toMatchObject({
      isMeeting: false,
    });
  });

  it("is the title of an opened view once the Sicht is lowered: it may be for one's own eyes", () => {
    store.getState().noteOpenedView(aView("?v=1"));
    store.getState().lookThrough("INTERNAL");
    expect(store.getState().openedView).toBeNull();
  });
});
