import type { FeatureCollection, MultiPolygon, Point } from "geojson";
import { beforeEach, describe, expect, it } from "vitest";
import { dragDisplay } from "../../../../web/map/sketch/drag-display.ts";
import { planning, scene } from "../scenes.ts";

const outline: MultiPolygon = { type: "MultiPolygon", coordinates: [] };
let shown: Record<string, FeatureCollection> = {};
const map = {
  getSource: (name: string) => ({
    setData: (data: FeatureCollection) => {
      shown[name] = data;
    },
  }),
};
const drag = () => dragDisplay(map, () => scene({ planning }));
const placeOf = (id: string) => {
  const found = shown["planning-sites"]?.features.find(({ properties }) => properties?.id === id);
  return (found?.geometry as Point | undefined)?.coordinates;
};

beforeEach(() => {
  shown = {};
});

describe("a dragged site", () => {
  it("is moved with its catchment and nothing else", () => {
    drag().show({ siteId: "a", position: [9.3, 48.8], outline });
    expect(placeOf("a")).toEqual([9.3, 48.8]);
    expect(placeOf("b")).toEqual([9.2, 48.7]);
    expect(shown["planning-catchment"]?.features.map(({ geometry }) => geometry)).toEqual([outline]);
    expect(Object.keys(shown).sort()).toEqual(["planning-catchment", "planning-sites"]);
  });

  it("is not pulled back by a late answer while the pointer holds it", () => {
    const display = drag();
    display.hold("a", [9.3, 48.8]);
    display.show({ siteId: "a", position: [9.25, 48.8], outline });
    expect(placeOf("a")).toEqual([9.3, 48.8]);
    expect(shown["planning-catchment"]?.features).toHaveLength(1);
  });

  it("stays under the pointer when a scene arrives, and gives way to it once let go", () => {
    const display = drag();
    display.hold("a", [9.3, 48.8]);
    shown = {};
    display.sceneDrawn();
    expect(placeOf("a")).toEqual([9.3, 48.8]);
    display.release();
    display.sceneDrawn();
    expect(placeOf("a")).toEqual([9.1, 48.7]);
  });

  it("goes back to the scene with its catchment when the drag is taken back", () => {
    const display = drag();
    display.hold("a", [9.3, 48.8]);
    display.show({ siteId: "a", position: [9.3, 48.8], outline });
    display.restore();
    expect(placeOf("a")).toEqual([9.1, 48.7]);
    expect(shown["planning-catchment"]?.features).toHaveLength(planning.catchment.length);
  });

  it("writes nothing when no site was dragged", () => {
    drag().sceneDrawn();
    expect(shown).toEqual({});
  });
});
