import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectAddressBar } from "../../../web/state/address-bar.ts";
import { createPageStore, type PageStore } from "../../../web/state/store.ts";
import { aCity, aLayer, anIndicator } from "../builders.ts";

let store: PageStore;
let disconnect: () => void;
const onReturn = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/");
  store = createPageStore();
  store.getState().settle({
    city: aCity(),
    layers: [aLayer("base"), aLayer("renewal-areas")],
    indicators: [anIndicator()],
  });
  disconnect = connectAddressBar(store, { window, onReturn });
});
afterEach(() => {
  disconnect();
  vi.useRealTimers();
});

const select = (number: string) => store.getState().select({ kind: "area", level: "district", number });

describe("the address bar", () => {
  it("makes a selection a step to go back from", () => {
    const push = vi.spyOn(history, "pushState");
    select("06");
    expect(push).toHaveBeenCalledTimes(1);
    expect(location.search).toContain("select=area:district:06");
  });

  it("makes the profile of a drawn quarter a step, which Back closes and another window does not open", () => {
    const push = vi.spyOn(history, "pushState");
    const [a, b, c] = [
      [9.1, 48.7],
      [9.2, 48.7],
      [9.2, 48.8],
    ] as [number, number][];
    store.getState().changeArea({ kind: "drawn", ring: [a, b, c, a] as [number, number][] });
    store.getState().profileQuarter(true);
    expect(push).toHaveBeenCalledTimes(1);
    expect(location.search).toContain("quarter=1");

    history.replaceState(null, "", location.search.replace("&quarter=1", ""));
    dispatchEvent(new PopStateEvent("popstate"));
    expect(store.getState()).toMatchObject({ isQuarterProfiled: false, drawnArea: { kind: "drawn" } });

    store.getState().changeArea(null);
    store.getState().profileQuarter(true);
    vi.runOnlyPendingTimers();
    expect(location.search).not.toContain("quarter");
  });

  it("changes the present step when the map moves, and not at every frame", () => {
    const push = vi.spyOn(history, "pushState");
    const replace = vi.spyOn(history, "replaceState");
    for (const zoom of [11, 12, 13])
      store.getState().rememberCamera({ center: [9.18, 48.78], zoom, bearing: 0 });
    expect(replace).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(replace).toHaveBeenCalledTimes(1);
    expect(push).not.toHaveBeenCalled();
    expect(location.search).toContain("camera=13/48.78/9.18");
  });

  it("brings back the view of an earlier step without writing a new one", () => {
    select("06");
    const push = vi.spyOn(history, "pushState");
    history.replaceState(
      null,
      "",
      "/?v=1&level=district&indicator=unemployment&layers=renewal-areas&lang=de",
    );
    window.dispatchEvent(new PopStateEvent("popstate"));
    vi.advanceTimersByTime(1000);
    expect(store.getState().look).toEqual({ kind: "nothing" });
    expect(store.getState().layers.map(({ layer }) => layer)).toEqual(["base", "renewal-areas"]);
    expect(push).not.toHaveBeenCalled();
    expect(onReturn).toHaveBeenCalled();
  });

  it("never raises a lowered Sicht by going back, and keeps it in the address for whoever loads it again", () => {
    store.getState().lookThrough("PUBLIC");
    const push = vi.spyOn(history, "pushState");
    history.replaceState(null, "", "/?v=1&level=district&indicator=unemployment&lang=de");
    window.dispatchEvent(new PopStateEvent("popstate"));
    expect(store.getState().sight).toBe("PUBLIC");
    expect(location.search).toContain("sight=PUBLIC");
    history.replaceState(null, "", "/?v=1&level=district&indicator=unemployment&lang=de&sight=INTERNAL");
    window.dispatchEvent(new PopStateEvent("popstate"));
    expect(store.getState().sight).toBe("PUBLIC");
    expect(location.search).toContain("sight=PUBLIC");
    expect(push).not.toHaveBeenCalled();
  });
});
