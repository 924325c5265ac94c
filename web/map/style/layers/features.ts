import { from, growing, regularFace, type ThemeBuilder } from "../style-context.ts";

/** An imported layer without a theme: slate outlines, lines or dots with its name, below every theme of ours. */
export const importedFeatures: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  return [
    {
      id: id("fill"),
      type: "fill",
      ...from(origin),
      paint: { "fill-color": colours.feature, "fill-opacity": 0.1 * opacity, "fill-antialias": false },
    },
    {
      id: id("line"),
      type: "line",
      ...from(layer.geometry === "line" ? origin.lines : origin),
      filter: ["!=", ["geometry-type"], "Point"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.feature,
        "line-width": growing(scale, [9, 0.8], [14, 1.6]),
        "line-opacity": opacity,
      },
    },
    {
      id: id("point"),
      type: "circle",
      ...from(origin.points),
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": growing(scale, [9, 2], [12, 4], [15, 6]),
        "circle-color": colours.symbolPaper,
        "circle-stroke-color": colours.feature,
        "circle-stroke-width": 1.75 * scale,
        "circle-opacity": opacity,
        "circle-stroke-opacity": opacity,
      },
    },
    {
      id: id("name"),
      type: "symbol",
      ...from(origin.points),
      minzoom: 14,
      layout: {
        "text-field": ["to-string", ["coalesce", ["get", "title"], ["get", "name"], ["get", "Name"], ""]],
        "text-font": regularFace,
        "text-size": 12 * scale,
        "text-max-width": 9,
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.8,
      },
      paint: {
        "text-color": colours.label,
        "text-halo-color": colours.halo,
        "text-halo-width": 1.5 * scale,
        "text-opacity": opacity,
      },
    },
  ];
};
