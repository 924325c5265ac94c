import { describe, expect, it } from "vitest";
import { createPageStore } from "../../../web/state/store.ts";
import { aCity, aLayer, anIndicator } from "../builders.ts";

const facts = {
  city: aCity(),
  layers: [aLayer("base"), aLayer("renewal-areas"), aLayer("facilities")],
  indicators: [
    anIndicator({ code: "residents", kind: "count", theme: "demography" }),
    anIndicator({ code: "green-share", theme: "environment" }),
    anIndicator({ code: "unemployment" }),
  ],
};

describe("the view", () => {
  it("opens with the city's own indicator in its latest period", () => {
    const store = createPageStore();
    store.getState().settle({ ...facts, city: aCity({ defaultIndicator: "unemployment" }) });
    expect(store.getState().indicator).toBe("unemployment");
    expect(store.getState().period).toBe("2024");
  });

  it("opens with the first indicator that may colour areas where the city names none", () => {
    const store = createPageStore();
    store.getState().settle(facts);
    expect(store.getState().indicator).toBe("green-share");
  });

  it("keeps an indicator that was switched off switched off", () => {
    const store = createPageStore({ indicator: null });
    store.getState().settle(facts);
    expect(store.getState().indicator).toBeNull();
  });

  it("turns to a level the city has", () => {
    const store = createPageStore({ level: "block" });
    store.getState().settle(facts);
    expect(store.getState().level).toBe("district");
  });

  it("stays in the year when the indicator changes", () => {
    const store = createPageStore({ period: "2023-12-31" });
    store.getState().chooseIndicator(anIndicator({ periods: ["2021/22", "2023/24", "2024/25"] }));
    expect(store.getState().period).toBe("2023/24");
  });

  it("forgets class method and kept class with the indicator they belonged to", () => {
    const store = createPageStore({ classMethod: "natural-breaks", keptClass: 3 });
    store.getState().chooseIndicator(anIndicator());
    expect(store.getState().classMethod).toBeNull();
    expect(store.getState().keptClass).toBeNull();
  });

  it("shows the families a filter of facilities asks for", () => {
    const store = createPageStore({ families: ["neighbourhood"] });
    store.getState().filterFacilities({ types: ["GRUNDSCHULE"] });
    expect(store.getState().families).toEqual(["school", "neighbourhood"]);
  });

  it("searches all families when none was shown", () => {
    const store = createPageStore({ families: [] });
    store.getState().filterFacilities({ text: "Haus" });
    expect(store.getState().families).toHaveLength(11);
  });
});
