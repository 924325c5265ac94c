import { describe, expect, it } from "vitest";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { inLayerOrder, layerOf, layerOrder } from "../../../../web/map/style/layer-order.ts";
import { allLayers, choropleth, city, drawn, overlay, planning, scene } from "../scenes.ts";

const idsOf = (ids: readonly string[], sceneOrder: readonly string[] = []) =>
  inLayerOrder(
    ids.map((id) => ({ id })),
    sceneOrder,
  ).map(({ id }) => id);

describe("inLayerOrder", () => {
  it("throws at a layer nobody decided about", () => {
    expect(() => idsOf(["facilities/glow"])).toThrow("facilities/glow");
  });

  it("lays borders over figures and points over names", () => {
    expect(
      idsOf([
        "facilities/dot",
        "areas-district/name",
        "areas-district/border",
        "areas-district/class",
        "paper",
      ]),
    ).toEqual([
      "paper",
      "areas-district/class",
      "areas-district/border",
      "areas-district/name",
      "facilities/dot",
    ]);
  });

  it("follows the reader's order among planning themes", () => {
    const ids = ["renewal-areas/fill", "renewal-areas/line", "quarter-projects/line"];
    expect(idsOf(ids, ["renewal-areas", "quarter-projects"])).toEqual(ids);
    expect(idsOf(ids, ["quarter-projects", "renewal-areas"])).toEqual([
      "quarter-projects/line",
      "renewal-areas/fill",
      "renewal-areas/line",
    ]);
  });

  it("lays an overlay beside the tiles of its layer", () => {
    expect(idsOf(["renewal-areas/line@overlay", "renewal-areas/fill@overlay", "renewal-areas/line"])).toEqual(
      ["renewal-areas/fill@overlay", "renewal-areas/line@overlay", "renewal-areas/line"],
    );
  });
});

describe("layerOrder", () => {
  it("lists no layer twice", () => {
    expect(new Set(layerOrder).size).toBe(layerOrder.length);
  });

  it("lists no layer that nothing draws", () => {
    const complete = [
      ...buildStyle(
        scene({
          choropleth,
          planning,
          layers: [...allLayers, drawn("areas-city")].map((one) => ({ ...one, overlay })),
        }),
      ).layers,
      ...buildStyle(scene({ choropleth: { ...choropleth, drawing: "symbols" } })).layers,
      ...buildStyle(scene({ city: { ...city, baseMap: { kind: "pmtiles", address: "a.pmtiles" } } })).layers,
    ].map(({ id }) => id.replace(/@.*$/, ""));
    const drawnParts = new Set(
      complete.flatMap((id) => {
        const part = id.slice(id.indexOf("/"));
        return [id, `areas-*${part}`, `layer-*${part}`, `external-*${part}`, `*${part}`];
      }),
    );
    expect(layerOrder.filter((id) => !drawnParts.has(id))).toEqual([]);
  });

  it("tells which layer an id belongs to", () => {
    expect(layerOf("renewal-areas/line@overlay")).toBe("renewal-areas");
  });
});
