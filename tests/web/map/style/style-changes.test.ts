import { describe, expect, it } from "vitest";
import type { MapScene } from "../../../../web/map/map-scene.ts";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { styleChanges } from "../../../../web/map/style/style-changes.ts";
import { allLayers, choropleth, drawn, layer, overlay, planning, scene } from "../scenes.ts";

const between = (before: Partial<MapScene>, after: Partial<MapScene>) =>
  styleChanges(buildStyle(scene(before)), buildStyle(scene(after)));

describe("styleChanges", () => {
  it("is empty for equal scenes", () => {
    expect(between({ choropleth }, { choropleth: { ...choropleth } })).toEqual([]);
  });

  it("leaves the style alone when only the selection moves within the level", () => {
    const selection = { kind: "area" as const, level: "district" as const, number: "01" };
    expect(between({}, { selection })).toEqual([]);
  });

  it("exchanges the tiles of a layer whose version has moved", () => {
    const moved = drawn("facilities", {
      layer: layer("facilities", { tiles: "tiles/facilities/v2/{z}/{x}/{y}.pbf" }),
    });
    expect(between({ layers: [drawn("facilities")] }, { layers: [moved] })).toEqual([
      { kind: "tiles", source: "facilities", tiles: ["tiles/facilities/v2/{z}/{x}/{y}.pbf"] },
    ]);
  });

  it("starts anew for pictures of another service that has changed", () => {
    const moved = drawn("external-plans", {
      layer: layer("external-plans", { tiles: "api/external-layers/plans/tiles/{z}/{x}/{y}?revision=2" }),
    });
    expect(between({ layers: [drawn("external-plans")] }, { layers: [moved] })).toBeNull();
    expect(between({ layers: [moved] }, { layers: [{ ...moved, opacity: 0.5 }] })).toEqual([
      { kind: "paint", layer: "external-plans/picture", property: "raster-opacity", value: 0.5 },
    ]);
  });

  it("hands over an overlay only when it is another one", () => {
    const other = { ...overlay, features: overlay.features.slice(0, 1) };
    const layers = (data: typeof overlay) => [drawn("candidate-sites", { overlay: data })];
    expect(between({ layers: layers(overlay) }, { layers: layers(overlay) })).toEqual([]);
    const changes = between({ layers: layers(overlay) }, { layers: layers(other) });
    expect(changes?.map(({ kind }) => kind)).toEqual(["data", "data"]);
  });

  it("changes filters and counts when families are chosen", () => {
    const changes = between({}, { families: ["school"] });
    expect(changes?.some(({ kind }) => kind === "filter")).toBe(true);
    expect(changes?.every((change) => "layer" in change && change.layer.startsWith("facilities/"))).toBe(
      true,
    );
  });

  it("changes paint only when the opacity of a layer changes", () => {
    const layers = allLayers.map((one) =>
      one.layer.layer === "renewal-areas" ? { ...one, opacity: 0.4 } : one,
    );
    const changes = between({}, { layers }) ?? [];
    expect(changes.length).toBeGreaterThan(0);
    expect(
      changes.every((change) => change.kind === "paint" && change.layer.startsWith("renewal-areas/")),
    ).toBe(true);
  });

  it("hands over only what an answer of planning has changed", () => {
    const moved = { ...planning, catchment: planning.catchment.slice(1) };
    expect(between({ planning }, { planning: { ...planning } })).toEqual([]);
    expect(between({ planning }, { planning: moved })).toMatchObject([
      { kind: "data", source: "planning-catchment" },
    ]);
  });

  it("changes colours of squares, not their data, with another scale of the same breaks", () => {
    const cells = {
      ...planning.cells!,
      scale: { ...planning.cells!.scale, colours: ["#000000", "#FFFFFF"] },
    };
    const changes = between({ planning }, { planning: { ...planning, cells } });
    expect(changes).toMatchObject([{ kind: "paint", layer: "planning/cells", property: "fill-color" }]);
  });

  it("leaves coming and going layers to MapLibre", () => {
    expect(between({}, { layers: allLayers.slice(1) })).toBeNull();
    expect(between({}, { choropleth })).toBeNull();
    expect(between({}, { layers: allLayers.toReversed() })).toBeNull();
  });
});
