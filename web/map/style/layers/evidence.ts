import { from, growing, type ThemeBuilder } from "../style-context.ts";
import { lockLayer } from "./lock.ts";
import { selectedLines, selectedPoint } from "./selection.ts";

/** Erhebungen vor Ort: a white page, and around where it was done a thin dashed line; no colour, which belongs to figures. */
export const evidence: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale, image } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  return [
    {
      id: id("fill"),
      type: "fill",
      ...from(origin),
      paint: { "fill-color": colours.facility, "fill-opacity": 0.06 * opacity, "fill-antialias": false },
    },
    {
      id: id("line"),
      type: "line",
      ...from(origin),
      filter: ["!=", ["geometry-type"], "Point"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.facility,
        "line-width": growing(scale, [9, 1], [13, 1.8]),
        "line-dasharray": [4, 2],
        "line-opacity": opacity,
      },
    },
    ...selectedLines(context, layer.layer, origin),
    {
      id: id("symbol"),
      type: "symbol",
      ...from(origin.points),
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "icon-image": `${image}page:`,
        "icon-allow-overlap": true,
        "icon-padding": 1,
        "icon-size": growing(1, [9, 0.75], [12, 1]),
      },
      paint: { "icon-opacity": opacity },
    },
    ...lockLayer(context, layer.layer, origin, opacity),
    selectedPoint(context, layer.layer, origin, 13),
  ];
};
