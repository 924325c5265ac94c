import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { keyOf, thingsAt, thingsInView } from "../../../../web/map/interactions/picking.ts";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { planning, scene } from "../scenes.ts";

interface Found {
  layer: string;
  source?: string;
  properties: Record<string, unknown>;
}

/** A map that finds these things, topmost first, in whatever layers it is asked for. */
function mapWith(found: readonly Found[]): MapLibreMap {
  const all = found.map(({ layer, properties, source = layer.slice(0, layer.indexOf("/")) }) => ({
    layer: { id: layer },
    source,
    properties,
    geometry: { type: "Point", coordinates: [9.2, 48.8] },
  }));
  return {
    getLayersOrder: () => buildStyle(scene({ planning })).layers.map(({ id }) => id),
    queryRenderedFeatures: (...query: unknown[]) => {
      const { layers } = query.at(-1) as { layers: string[] };
      return all.filter(({ layer }) => layers.includes(layer.id));
    },
  } as unknown as MapLibreMap;
}

const district = { layer: "areas-district/fill", properties: { id: "05", number: "05", name: "West" } };
const area = { layer: "renewal-areas/fill", properties: { id: "r1", title: "West 1" } };
const facility = { layer: "facilities/symbol", properties: { id: "f1", title: "Kita 1" } };
const cluster = {
  layer: "facilities/cluster",
  properties: { cluster: true, cluster_id: 7, point_count: 12, expansion_zoom: 13 },
};
const at = { x: 10, y: 10 };

describe("thingsAt", () => {
  it("names everything that lies there, records topmost first and the area last", () => {
    const { hits } = thingsAt(mapWith([facility, area, district]), scene(), at, 3);
    expect(hits).toEqual([
      { selection: { kind: "record", type: "facilities", id: "f1" }, title: "Kita 1", layer: "facilities" },
      {
        selection: { kind: "record", type: "renewal-areas", id: "r1" },
        title: "West 1",
        layer: "renewal-areas",
      },
      {
        selection: { kind: "area", level: "district", number: "05" },
        title: "West",
        layer: "areas-district",
      },
    ]);
  });

  it("names a sketched site before the facility under it, and a suggestion by its own kind", () => {
    const site = {
      layer: "planning/site-in-hand",
      source: "planning-sites",
      properties: { id: "a", title: "Kita A" },
    };
    const suggestion = {
      layer: "planning/suggestion",
      source: "planning-suggestions",
      properties: { id: "s1", title: "1" },
    };
    const { hits } = thingsAt(mapWith([site, suggestion, facility]), scene({ planning }), at, 3);
    expect(hits.map(({ selection, layer }) => [selection.kind, layer])).toEqual([
      ["sketch", "planning-sites"],
      ["sketch", "planning-suggestions"],
      ["record", "facilities"],
    ]);
  });

  it("names a record once though its fill, line and symbol all lie there", () => {
    const parts = ["renewal-areas/name", "renewal-areas/line", "renewal-areas/fill"];
    const { hits } = thingsAt(mapWith(parts.map((layer) => ({ ...area, layer }))), scene(), at, 3);
    expect(hits).toHaveLength(1);
  });

  it("gives a cluster on top the precedence and names no single facility for it", () => {
    const found = thingsAt(mapWith([cluster, area, district]), scene(), at, 3);
    expect(found.cluster).toMatchObject({ clusterId: 7, expansionZoom: 13, position: [9.2, 48.8] });
    expect(found.hits.map(({ layer }) => layer)).toEqual(["renewal-areas", "areas-district"]);
  });

  it("takes no notice of a cluster below something else", () => {
    expect(thingsAt(mapWith([facility, cluster]), scene(), at, 3).cluster).toBeNull();
  });

  it("never answers with things that are drawn for looks", () => {
    const looks = ["renewal-areas/casing", "base/water", "facilities/selected-point", "layer-trees/fill"];
    const { hits } = thingsAt(mapWith(looks.map((layer) => ({ ...area, layer }))), scene(), at, 3);
    expect(hits).toEqual([]);
  });
});

describe("thingsInView", () => {
  it("lists records by layer and title, then areas by number", () => {
    const others = [
      { ...facility, properties: { id: "f2", title: "Ämterhaus" } },
      { ...district, properties: { id: "04", number: "04", name: "Süd" } },
    ];
    const titles = thingsInView(mapWith([district, area, facility, ...others]), scene()).map(
      ({ title }) => title,
    );
    expect(titles).toEqual(["Ämterhaus", "Kita 1", "West 1", "Süd", "West"]);
  });

  it("stops at 200", () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...facility,
      properties: { id: `f${index}`, title: `Kita ${index}` },
    }));
    expect(thingsInView(mapWith(many), scene())).toHaveLength(200);
  });
});

describe("keyOf", () => {
  it("tells an area from a record of the same name", () => {
    const areaHit = {
      selection: { kind: "area", level: "district", number: "1" },
      title: "",
      layer: "",
    } as const;
    const recordHit = {
      selection: { kind: "record", type: "district", id: "1" },
      title: "",
      layer: "",
    } as const;
    expect(keyOf(areaHit)).not.toBe(keyOf(recordHit));
  });
});
