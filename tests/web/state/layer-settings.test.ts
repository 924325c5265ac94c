import { describe, expect, it } from "vitest";
import { moved, toggled, withLayers, withOpacity } from "../../../web/state/layer-settings.ts";
import { aLayer } from "../builders.ts";

const names = (settings: readonly { layer: string }[]) => settings.map(({ layer }) => layer);
const layers = ["facilities", "renewal-areas", "base", "areas-district", "layer-noise"].map((name) =>
  aLayer(name),
);

describe("layer settings", () => {
  it("sort new layers from base map to facilities, imported ones above the areas", () => {
    expect(names(withLayers([], layers, { hidesNew: false }))).toEqual([
      "base",
      "areas-district",
      "layer-noise",
      "renewal-areas",
      "facilities",
    ]);
  });

  it("keep the order and visibility an address asked for and hide what it does not name", () => {
    const asked = [{ layer: "renewal-areas", isVisible: true, opacity: 0.5 }];
    const settings = withLayers(asked, layers, { hidesNew: true });
    expect(settings.filter((setting) => setting.isVisible).map(({ layer }) => layer)).toEqual([
      "base",
      "renewal-areas",
    ]);
    expect(settings.find(({ layer }) => layer === "renewal-areas")?.opacity).toBe(0.5);
  });

  it("stay the same value when there is nothing new", () => {
    const settings = withLayers([], layers, { hidesNew: false });
    expect(withLayers(settings, layers, { hidesNew: false })).toBe(settings);
  });

  it("switch one layer only", () => {
    const settings = withLayers([], layers, { hidesNew: false });
    const after = toggled(settings, "facilities");
    expect(after.find(({ layer }) => layer === "facilities")?.isVisible).toBe(false);
    expect(after.filter((setting, place) => setting !== settings[place])).toHaveLength(1);
  });

  it("limit opacity to what can be seen", () => {
    const settings = withLayers([], layers, { hidesNew: false });
    const faded = withOpacity(withOpacity(settings, "facilities", 1.4), "renewal-areas", -0.2);
    expect(faded.find(({ layer }) => layer === "facilities")?.opacity).toBe(1);
    expect(faded.find(({ layer }) => layer === "renewal-areas")?.opacity).toBe(0);
  });

  it("let layers trade places with siblings only", () => {
    const settings = withLayers([], layers, { hidesNew: false });
    const siblings = ["areas-district", "renewal-areas"];
    const after = moved(settings, "areas-district", { direction: 1, siblings });
    expect(names(after)).toEqual(["base", "renewal-areas", "layer-noise", "areas-district", "facilities"]);
    expect(moved(after, "areas-district", { direction: 1, siblings })).toBe(after);
  });
});
