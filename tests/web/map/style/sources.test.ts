import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "../../../../web/map/style/sources.ts";
import { drawn, layer, overlay, scene } from "../scenes.ts";

const dataOf = (sources: ReturnType<typeof sourcesOf>, name: string) =>
  (sources[name] as { data: FeatureCollection }).data;

describe("sourcesOf", () => {
  it("asks for nothing where nothing of a layer is public and nothing may be seen beyond", () => {
    const hidden = drawn("candidate-sites", { layer: layer("candidate-sites", { tiles: null }) });
    expect(sourcesOf(scene({ layers: [hidden] }))).toEqual({});
  });

  it("names things in tiles by their stable id", () => {
    expect(sourcesOf(scene({ layers: [drawn("facilities")] })).facilities).toMatchObject({ promoteId: "id" });
  });

  it("writes the id of an overlay's things among their properties, where feature state looks for it", () => {
    const sources = sourcesOf(scene({ layers: [drawn("candidate-sites", { overlay })] }));
    const ids = dataOf(sources, "candidate-sites@overlay").features.map(({ properties }) => properties?.id);
    expect(ids).toEqual(["site-1", "site-2"]);
  });

  it("puts a point well inside an area that came without one", () => {
    const sources = sourcesOf(scene({ layers: [drawn("candidate-sites", { overlay })] }));
    const [, point] = dataOf(sources, "candidate-sites-points@overlay").features;
    const [x, y] = point?.geometry.type === "Point" ? point.geometry.coordinates : [];
    // The middle of a square from 9.1 to 9.2 and 48.7 to 48.8.
    expect(x).toBeCloseTo(9.15, 2);
    expect(y).toBeCloseTo(48.75, 2);
  });

  it("keeps the point that came with an area, such as its coordination office", () => {
    const office = { type: "Point" as const, coordinates: [9.11, 48.71] };
    const [, area] = overlay.features;
    const both: FeatureCollection = {
      type: "FeatureCollection",
      features: [area!, { ...area!, properties: { anchor: true }, geometry: office }],
    };
    const sources = sourcesOf(scene({ layers: [drawn("quarter-projects", { overlay: both })] }));
    expect(
      dataOf(sources, "quarter-projects-points@overlay").features.map(({ geometry }) => geometry),
    ).toEqual([office]);
  });

  it("takes pictures of another service as they are, and its features like an overlay", () => {
    const features = drawn("external-trees", {
      layer: layer("external-trees", { tiles: null }),
      overlay,
    });
    const sources = sourcesOf(scene({ layers: [drawn("external-plans"), features] }));
    expect(sources["external-plans"]).toMatchObject({ type: "raster", tileSize: 256, maxzoom: 14 });
    expect(Object.keys(sources).sort()).toEqual([
      "external-plans",
      "external-trees-points@overlay",
      "external-trees@overlay",
    ]);
  });

  it("hands over the same object for the same overlay", () => {
    const make = () => sourcesOf(scene({ layers: [drawn("candidate-sites", { overlay })] }));
    expect(dataOf(make(), "candidate-sites@overlay")).toBe(dataOf(make(), "candidate-sites@overlay"));
  });
});
