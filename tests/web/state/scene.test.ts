import { describe, expect, it } from "vitest";
import { selectScene } from "../../../web/state/scene.ts";
import { createPageStore } from "../../../web/state/store.ts";
import { aCity, aLayer, anIndicator } from "../builders.ts";

const setting = (name: string, isVisible: boolean) => ({
  layer: name,
  isVisible,
  opacity: 1,
  definition: aLayer(name),
});
const data = {
  city: aCity(),
  layers: [
    setting("areas-district", false),
    setting("areas-subdistrict", false),
    setting("renewal-areas", true),
  ],
  overlays: new Map(),
  filteredFacilities: null,
  planning: null,
  figures: null,
  theme: "light" as const,
};
const state = createPageStore().getState();

describe("the scene", () => {
  it("always holds the areas that are coloured and chosen from", () => {
    const scene = selectScene({ ...state, level: "subdistrict" }, data);
    expect(scene.layers.map(({ layer }) => layer.layer)).toEqual(["areas-subdistrict", "renewal-areas"]);
  });

  it("draws counts as circles and rates as colours", () => {
    const figures = {
      scale: { breaks: [], colours: ["#7FA9CD"] },
      values: new Map(),
      maximum: 9,
      format: String,
    };
    const drawn = (kind: "rate" | "count") =>
      selectScene(state, { ...data, figures: { ...figures, indicator: anIndicator({ kind }) } }).choropleth
        ?.drawing;
    expect(drawn("rate")).toBe("classes");
    expect(drawn("count")).toBe("symbols");
  });

  it("selects nothing while a choice between several things is open", () => {
    const scene = selectScene({ ...state, look: { kind: "several", hits: [] } }, data);
    expect(scene.selection).toBeNull();
  });
});
