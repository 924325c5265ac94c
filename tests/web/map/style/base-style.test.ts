import { type StyleSpecification, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { overBaseStyle } from "../../../../web/map/style/base-style.ts";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { scene } from "../scenes.ts";

const background: StyleSpecification = {
  version: 8,
  glyphs: "https://tiles.example/{fontstack}/{range}.pbf",
  sources: { base: { type: "vector", tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"] } },
  layers: [
    { id: "land", type: "background", paint: { "background-color": "#ffffff" } },
    { id: "water", type: "fill", source: "base", "source-layer": "water" },
  ],
};

describe("overBaseStyle", () => {
  const style = overBaseStyle(buildStyle(scene()), background);

  it("lays the background below everything of ours and leaves our paper out", () => {
    expect(style.layers.slice(0, 2).map(({ id }) => id)).toEqual(["background:land", "background:water"]);
    expect(style.layers.map(({ id }) => id)).not.toContain("paper");
  });

  it("keeps its source of the same name apart from ours", () => {
    expect(style.sources.base).toMatchObject({ tiles: ["tiles/base/v1/{z}/{x}/{y}.pbf"] });
    expect(style.sources["background:base"]).toMatchObject({
      tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"],
    });
  });

  it("takes no letters from elsewhere", () => {
    expect(style.glyphs).toBeUndefined();
  });

  it("is a valid style", () => {
    expect(validateStyleMin(style)).toEqual([]);
  });
});
