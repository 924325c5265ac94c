import { from, growing, regularFace, type ThemeBuilder } from "../style-context.ts";
import { casing } from "./renewal.ts";
import { selectedLines, selectedPoint } from "./selection.ts";

/** Quartiersprojekte: teal dotted outline; a flag stands at the coordination office, filled when comprehensive. */
export const quarterProjects: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale, image } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  return [
    {
      id: id("fill"),
      type: "fill",
      ...from(origin),
      paint: {
        "fill-color": colours.quarterProject,
        "fill-opacity": 0.04 * opacity,
        "fill-antialias": false,
      },
    },
    { id: id("casing"), type: "line", ...from(origin), paint: casing(context, 5, opacity) },
    {
      id: id("line"),
      type: "line",
      ...from(origin),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": colours.quarterProject,
        "line-width": growing(scale, [9, 2], [12, 3], [15, 3.6]),
        "line-dasharray": [0.01, 1.9],
        "line-opacity": opacity,
      },
    },
    ...selectedLines(context, layer.layer, origin),
    {
      id: id("flag"),
      type: "symbol",
      ...from(origin.points),
      filter: ["==", ["get", "anchor"], true],
      layout: {
        "icon-image": [
          "case",
          ["==", ["get", "kind"], "COMPREHENSIVE"],
          ["image", `${image}flag:COMPREHENSIVE`],
          ["image", `${image}flag:FOCUSED`],
        ],
        "icon-anchor": "bottom",
        "icon-allow-overlap": true,
        "icon-size": growing(1, [9, 0.7], [12, 1]),
      },
      paint: { "icon-opacity": opacity },
    },
    {
      id: id("name"),
      type: "symbol",
      ...from(origin.points),
      minzoom: 12.5,
      layout: {
        "text-field": ["coalesce", ["get", "title"], ""],
        "text-font": regularFace,
        "text-size": growing(scale, [12, 11.5], [16, 14]),
        "text-max-width": 9,
        "text-padding": 4,
        "text-variable-anchor": ["top", "left", "right", "bottom"],
        "text-radial-offset": 0.8,
      },
      paint: {
        "text-color": colours.quarterProject,
        "text-halo-color": colours.halo,
        "text-halo-width": 1.5 * scale,
        "text-opacity": opacity,
      },
    },
    selectedPoint(context, layer.layer, origin, 14),
  ];
};
