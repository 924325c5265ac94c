import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import {
  from,
  growing,
  regularFace,
  type StyleContext,
  strongFace,
  type ThemeBuilder,
} from "../style-context.ts";
import { selectedLines, selectedPoint } from "./selection.ts";

/** States in which an SVG no longer binds: drawn grey like an edition that has been replaced. */
const isEarlier: ExpressionSpecification = [
  "any",
  ["==", ["get", "earlier"], true],
  ["in", ["get", "state"], ["literal", ["AUFGEHOBEN", "UEBERFUEHRT_IN_SANIERUNG"]]],
];
/** What holds lies above what it replaced, mostly on the same ground. */
const presentOnTop: ExpressionSpecification = ["case", isEarlier, 0, 1];
const isEnded: ExpressionSpecification = ["==", ["get", "ended"], true];

/** A light line under a dark one, so that a theme stays readable on the darkest class. */
export function casing({ colours, scale }: StyleContext, pixels: number, opacity: number) {
  return {
    "line-color": colours.accentHalo,
    "line-width": growing(scale, [9, pixels * 0.75], [12, pixels], [15, pixels + 0.5]),
    "line-opacity": 0.75 * opacity,
  };
}

/** Stadterneuerungsvorranggebiete: violet 6-3 dashes, hatch of the same at 25 %, number in a white square. */
export const renewalPriorityAreas: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale, image } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  const dashes = (part: string, filter: ExpressionSpecification, colour: string): LayerSpecification => ({
    id: id(part),
    type: "line",
    ...from(origin),
    filter,
    paint: {
      "line-color": colour,
      "line-width": growing(scale, [9, 1.4], [12, 2], [15, 2.5]),
      "line-dasharray": [3, 1.5],
      "line-opacity": opacity,
    },
  });
  return [
    {
      id: id("fill"),
      type: "fill",
      ...from(origin),
      layout: { "fill-sort-key": presentOnTop },
      paint: {
        "fill-pattern": [
          "case",
          isEarlier,
          ["image", `${image}pattern:renewal-earlier`],
          ["image", `${image}pattern:renewal`],
        ],
        "fill-opacity": 0.25 * opacity,
      },
    },
    { id: id("casing"), type: "line", ...from(origin), paint: casing(context, 4, opacity) },
    dashes("line-earlier", isEarlier, colours.earlierEdition),
    dashes("line", ["!", isEarlier], colours.renewalPriority),
    ...selectedLines(context, layer.layer, origin),
    {
      id: id("number"),
      type: "symbol",
      ...from(origin.points),
      filter: ["has", "number"],
      minzoom: 10,
      layout: {
        "symbol-sort-key": presentOnTop,
        "icon-image": [
          "case",
          isEarlier,
          ["image", `${image}number:earlier`],
          ["image", `${image}number:current`],
        ],
        "icon-allow-overlap": true,
        "text-field": [
          "concat",
          ["case", ["<", ["to-number", ["get", "number"]], 10], "0", ""],
          ["to-string", ["get", "number"]],
        ],
        "text-font": strongFace,
        "text-size": 12 * scale,
        "text-allow-overlap": true,
      },
      paint: {
        "text-color": ["case", isEarlier, colours.earlierEdition, colours.renewalPriority],
        "text-opacity": opacity,
        "icon-opacity": opacity,
      },
    },
    selectedPoint(context, layer.layer, origin, 13),
  ];
};

/** Sanierungsgebiete: brown solid line, fill 10 %; ended ones thin and empty; code and name as label. */
export const renewalAreas: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  return [
    {
      // Ended areas keep an invisible fill, so that they can be pointed at.
      id: id("fill"),
      type: "fill",
      ...from(origin),
      paint: {
        "fill-color": colours.renewalArea,
        "fill-opacity": ["case", isEnded, 0, 0.1 * opacity],
        "fill-antialias": false,
      },
    },
    { id: id("casing"), type: "line", ...from(origin), paint: casing(context, 4.5, opacity) },
    {
      id: id("line-ended"),
      type: "line",
      ...from(origin),
      filter: isEnded,
      layout: { "line-join": "round" },
      paint: { "line-color": colours.renewalArea, "line-width": 1.1 * scale, "line-opacity": opacity },
    },
    {
      id: id("line"),
      type: "line",
      ...from(origin),
      filter: ["!", isEnded],
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.renewalArea,
        "line-width": growing(scale, [9, 1.6], [12, 2.5], [15, 3]),
        "line-opacity": opacity,
      },
    },
    ...selectedLines(context, layer.layer, origin),
    {
      id: id("name"),
      type: "symbol",
      ...from(origin.points),
      minzoom: 12,
      layout: {
        "text-field": ["coalesce", ["get", "title"], ""],
        "text-font": regularFace,
        "text-size": growing(scale, [12, 11.5], [16, 14]),
        "text-max-width": 9,
        "text-padding": 4,
        "text-variable-anchor": ["center", "top", "bottom"],
        "text-radial-offset": 1,
      },
      paint: {
        "text-color": colours.renewalArea,
        "text-halo-color": colours.halo,
        "text-halo-width": 1.5 * scale,
        "text-opacity": opacity,
      },
    },
  ];
};
