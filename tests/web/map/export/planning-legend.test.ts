import { describe, expect, it } from "vitest";
import { sketch } from "../../../../web/i18n/de/sketch.ts";
import type { PictureLegend } from "../../../../web/map/export/draw-legend.ts";
import { planningLegend } from "../../../../web/map/export/planning-legend.ts";
import { drawn, overlay, planning, scene } from "../scenes.ts";

const plain: PictureLegend = {
  title: "Kinder unter 6 · %",
  note: "Quantile",
  opacity: 1,
  classes: [{ colour: "#0B3A6B", text: "über 20", count: "3" }],
  states: [{ state: "UNKNOWN", text: "keine Daten", count: "1" }],
  circles: [],
  maximum: 0,
  circle: { radius: 20, colour: "#0B3A6B" },
  layers: [
    { layer: "facilities", geometry: "point", text: "Schule, Jugend", count: "900" },
    { layer: "renewal-areas", geometry: "polygon", text: "Sanierungsgebiete", count: "4" },
  ],
};
const legendOf = (shown = planning, filtered = overlay) =>
  planningLegend(
    scene({
      layers: ["base", "areas-district", "planned-sites", "facilities"].map((name) => drawn(name)),
      filteredFacilities: filtered,
    }),
    shown,
    plain,
    sketch.legend,
    String,
  );

describe("planningLegend", () => {
  it("counts the squares of each class in words of people", () => {
    expect(legendOf().classes.map(({ text, count }) => [text, count])).toEqual([
      ["unter 10", "0"],
      ["10 bis 19", "1"],
      ["20 bis 29", "0"],
      ["30 und mehr", "1"],
    ]);
  });

  it("says nothing of the indicator, which is not in the picture", () => {
    expect(legendOf()).toMatchObject({ title: sketch.legend.squares, states: [] });
    expect(legendOf()).not.toHaveProperty("note");
  });

  it("tells how many squares may not be drawn", () => {
    const cells = { ...planning.cells!, drawn: { ...planning.cells!.drawn, hiddenCells: 7 } };
    expect(legendOf({ ...planning, cells }).note).toBe(sketch.legend.hidden("7"));
  });

  it("lists what planning draws, then the layers that are drawn under it", () => {
    expect(legendOf().layers.map(({ layer, count }) => [layer, count])).toEqual([
      ["planning-catchment", ""],
      ["planning-sites", "2"],
      ["planning-suggestions", "2"],
      ["planning-duplicates", "1"],
      ["planning-closed", "1"],
      ["planned-sites", "3"],
      ["facilities", "2"],
    ]);
  });

  it("leaves out what is not there", () => {
    const empty = { cells: null, catchment: [], sites: [], suggestions: [], duplicates: [], closed: [] };
    expect(legendOf(empty).classes).toEqual([]);
    expect(legendOf(empty).layers.map(({ layer }) => layer)).toEqual(["planned-sites", "facilities"]);
  });
});
