import { type LayerSpecification, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import type { MapScene } from "../../../../web/map/map-scene.ts";
import { buildStyle } from "../../../../web/map/style/build-style.ts";
import { allLayers, choropleth, city, drawn, layer, overlay, planning, scene } from "../scenes.ts";

/** A record whose public face is in the tiles, and one that is in no tile. */
const faced = {
  ...overlay,
  features: overlay.features.map((feature, place) => ({
    ...feature,
    properties: { ...feature.properties, id: feature.id, ...(place === 0 && { hasPublicFace: true }) },
  })),
};

const scenes: Record<string, MapScene> = {
  "an empty city": scene({ layers: [] }),
  "every layer": scene(),
  "classes with values": scene({ choropleth: { ...choropleth, showsValues: true } }),
  "proportional symbols": scene({ choropleth: { ...choropleth, drawing: "symbols" } }),
  "a scale without colours": scene({
    choropleth: { ...choropleth, scale: { breaks: [], colours: [] }, values: new Map(), showsValues: true },
  }),
  "overlays on every layer": scene({ layers: allLayers.map((one) => ({ ...one, overlay })) }),
  "records with a public face on every layer": scene({
    layers: allLayers.map((one) => ({ ...one, overlay: faced })),
  }),
  "closed areas": scene({
    choropleth,
    layers: [drawn("areas-district", { layer: layer("areas-district", { tiles: null }), overlay })],
  }),
  "two families": scene({ families: ["school", "youth"] }),
  "no family": scene({ families: [] }),
  "filtered facilities": scene({ filteredFacilities: overlay }),
  "half opacity": scene({ choropleth, layers: allLayers.map((one) => ({ ...one, opacity: 0.5 })) }),
  "invisible borders": scene({ layers: allLayers.map((one) => ({ ...one, opacity: 0 })) }),
  "a selected area": scene({ selection: { kind: "area", level: "subdistrict", number: "0101" } }),
  planning: scene({ planning }),
  "planning before the first answer": scene({
    planning: { cells: null, catchment: [], sites: [], suggestions: [], duplicates: [], closed: [] },
  }),
  "a PMTiles base map": scene({
    city: { ...city, baseMap: { kind: "pmtiles", address: "basemap.pmtiles" } },
  }),
};

function layerOf(style: ReturnType<typeof buildStyle>, id: string): LayerSpecification {
  const found = style.layers.find((one) => one.id === id);
  if (!found) throw new Error(`No layer ${id}`);
  return found;
}

describe("a record with a public face", () => {
  it("is drawn from the overlay alone where its reader has the record itself", () => {
    const style = buildStyle(scene({ layers: [drawn("planned-sites", { overlay: faced })] }));
    const of = (id: string) => JSON.stringify((layerOf(style, id) as { filter?: unknown }).filter);
    expect(of("planned-sites/symbol")).toContain('["!",["in",["get","id"],["literal",["site-1"]]]]');
    expect(of("planned-sites/symbol@overlay")).not.toContain("site-1");
  });
});

describe("figures in the areas", () => {
  it("S-08 are marked where others are not shown them", () => {
    const values = new Map([
      ...choropleth.values,
      ["01", { value: 5, state: "VALUE", isConfidential: true }],
    ] as const);
    const format = (value: number, isConfidential?: boolean) =>
      isConfidential ? `${value} (vertraulich)` : `${value}`;
    const style = buildStyle(
      scene({ choropleth: { ...choropleth, values, format, showsValues: true } as never }),
    );
    const text = JSON.stringify(style.layers);
    expect(text).toContain('"01","5 (vertraulich)"');
    expect(text).toContain('"02","10"');
  });
});

const paintOf = (one: LayerSpecification) => one.paint as Record<string, unknown>;

describe("buildStyle", () => {
  for (const [name, base] of Object.entries(scenes)) {
    for (const theme of ["light", "dark"] as const) {
      for (const isMeeting of [false, true]) {
        it(`is valid MapLibre style for ${name}, ${theme}${isMeeting ? ", meeting room" : ""}`, () => {
          const errors = validateStyleMin(buildStyle({ ...base, theme, isMeeting }));
          expect(errors.map(({ message }) => message)).toEqual([]);
        });
      }
    }
  }

  it("gives equal styles for equal scenes", () => {
    expect(buildStyle(scene({ choropleth }))).toEqual(buildStyle(scene({ choropleth })));
  });

  it("fetches neither letters nor pictures from anywhere", () => {
    const style = buildStyle(scene({ choropleth, layers: allLayers.map((one) => ({ ...one, overlay })) }));
    expect(style).not.toHaveProperty("glyphs");
    expect(style).not.toHaveProperty("sprite");
    expect(JSON.stringify(style)).not.toMatch(/https?:\/\//);
  });

  it("writes with the faces of the page only", () => {
    const faces = buildStyle(scene({ choropleth })).layers.flatMap((one) =>
      one.type === "symbol" && one.layout?.["text-field"] ? [one.layout["text-font"]] : [],
    );
    expect(faces.length).toBeGreaterThan(5);
    for (const face of faces) expect((face as string[]).at(-1)).toBe("Fira Sans");
  });

  it("draws water, railway and streets over the figures, and more quietly than on bare paper", () => {
    const style = buildStyle(scene({ choropleth }));
    const ids = style.layers.map(({ id }) => id);
    for (const id of ["base/water", "base/rail", "base/street"]) {
      expect(ids.indexOf(id)).toBeGreaterThan(ids.indexOf("areas-district/class"));
    }
    expect(paintOf(layerOf(style, "base/water"))["fill-opacity"]).toBe(0.6);
    expect(paintOf(layerOf(buildStyle(scene()), "base/water"))["fill-opacity"]).toBe(1);
  });

  it("keeps the style while another year is shown, so that only feature state changes", () => {
    const other = { ...choropleth, values: new Map([["01", { value: 33, state: "VALUE" as const }]]) };
    expect(buildStyle(scene({ choropleth: other }))).toEqual(buildStyle(scene({ choropleth })));
  });

  it("has a pattern for each state that is not a number, and only for those areas", () => {
    const style = buildStyle(scene({ choropleth }));
    const patterns = { hatch: "TOO_FEW_RESIDENTS", dots: "SUPPRESSED", crosses: "UNKNOWN" };
    for (const [pattern, state] of Object.entries(patterns)) {
      const paint = paintOf(layerOf(style, `areas-district/${pattern}`));
      expect(paint["fill-pattern"]).toBe(`light*1:pattern:${pattern}`);
      expect(paint["fill-opacity"]).toEqual([
        "case",
        ["==", ["feature-state", "state"], state],
        ["case", ["boolean", ["feature-state", "faded"], false], expect.any(Number), 0.85],
        0,
      ]);
    }
  });

  it("never colours facilities by type or family", () => {
    const facilityLayers = buildStyle(scene({ families: ["school"] })).layers.filter(({ id }) =>
      id.startsWith("facilities/"),
    );
    const colours = facilityLayers.flatMap((one) =>
      Object.entries(paintOf(one)).filter(([key]) => key.endsWith("-color")),
    );
    expect(colours.length).toBeGreaterThan(2);
    for (const [, colour] of colours) expect(JSON.stringify(colour)).not.toMatch(/family|"type"/);
  });

  it("counts only the chosen families in a cluster, and writes no number for a single one", () => {
    const cluster = layerOf(buildStyle(scene({ families: ["school", "youth"] })), "facilities/cluster");
    const count = ["+", 0, ["coalesce", ["get", "count_school"], 0], ["coalesce", ["get", "count_youth"], 0]];
    expect((cluster.layout as Record<string, unknown>)["text-field"]).toEqual([
      "case",
      ["<", count, 2],
      "",
      ["to-string", count],
    ]);
  });

  it("counts in a cluster no public face of a record that the overlay draws itself", () => {
    const own = (family: string, publicClusters: number[]) => ({
      type: "Feature" as const,
      properties: { id: `${family} ${publicClusters}`, hasPublicFace: true, family, publicClusters },
      geometry: { type: "Point" as const, coordinates: [9.1, 48.7] },
    });
    const features = [own("school", [7, 9]), own("youth", [9]), own("school", [])];
    const facilities = drawn("facilities", { overlay: { type: "FeatureCollection", features } });
    const textOf = (id: string, change: Partial<MapScene> = {}) => {
      const layer = layerOf(buildStyle(scene({ layers: [facilities], ...change })), id);
      return JSON.stringify((layer.layout as Record<string, unknown>)["text-field"]);
    };
    expect(textOf("facilities/cluster")).toContain('["match",["get","cluster_id"],7,1,9,2,0]');
    expect(textOf("facilities/cluster", { families: ["youth"] })).toContain(
      '["match",["get","cluster_id"],9,1,0]',
    );
    expect(textOf("facilities/cluster@overlay")).not.toContain("cluster_id");
  });

  it("takes filtered facilities instead of the tiles and clusters them in the browser", () => {
    const style = buildStyle(scene({ filteredFacilities: overlay, families: ["school"] }));
    expect(style.sources).not.toHaveProperty("facilities");
    expect(style.sources["facilities@filtered"]).toMatchObject({ type: "geojson", cluster: true });
    const symbol = layerOf(style, "facilities/symbol@filtered");
    expect("filter" in symbol && JSON.stringify(symbol.filter)).not.toContain("family");
  });

  it("is 1.35 times as large in the meeting room", () => {
    const size = (isMeeting: boolean) => {
      const style = buildStyle(scene({ isMeeting }));
      return paintOf(layerOf(style, "areas-district/selected-line"))["line-width"];
    };
    expect([size(false), size(true)]).toEqual([3, 3 * 1.35]);
  });

  it("marks sites that not everybody sees with a lock, and never those from public tiles", () => {
    const ids = buildStyle(scene({ layers: [drawn("candidate-sites", { overlay })] })).layers.map(
      ({ id }) => id,
    );
    expect(ids).toContain("candidate-sites/lock@overlay");
    expect(ids).not.toContain("candidate-sites/lock");
  });
});
