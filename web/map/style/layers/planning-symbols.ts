import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { planningSources } from "../planning-sources.ts";
import { type StyleContext, strongFace } from "../style-context.ts";

const isInHand: ExpressionSpecification = ["==", ["get", "inHand"], true];
const isWhyNot: ExpressionSpecification = ["==", ["get", "whyNot"], true];
const isLine: ExpressionSpecification = ["==", ["geometry-type"], "LineString"];
const always = { "icon-allow-overlap": true, "icon-ignore-placement": true } as const;

/** Points of planning: sketched sites by supply layer, suggestions, double structures, what would be closed. */
export function planningSymbols({ colours, scale, image }: StyleContext): LayerSpecification[] {
  const duplicateLine = (part: string, colour: string, pixels: number): LayerSpecification => ({
    id: `planning/${part}`,
    type: "line",
    source: planningSources.duplicates,
    filter: isLine,
    layout: { "line-cap": "round" },
    paint: { "line-color": colour, "line-width": pixels * scale },
  });
  return [
    duplicateLine("duplicate-halo", colours.accentHalo, 5),
    duplicateLine("duplicate-line", colours.facility, 2),
    {
      id: "planning/duplicate",
      type: "symbol",
      source: planningSources.duplicates,
      filter: ["!", isLine],
      layout: { ...always, "icon-image": `${image}overlap:` },
    },
    {
      id: "planning/closed",
      type: "symbol",
      source: planningSources.closed,
      layout: { ...always, "icon-image": `${image}closed:` },
    },
    {
      id: "planning/suggestion",
      type: "symbol",
      source: planningSources.suggestions,
      layout: {
        ...always,
        "icon-image": ["case", isWhyNot, `${image}suggestion:why-not`, `${image}suggestion:`],
        "text-field": ["get", "label"],
        "text-font": strongFace,
        "text-size": 13 * scale,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
        // The first suggestion lies on top of the others.
        "symbol-sort-key": ["-", 0, ["to-number", ["get", "label"], 99]],
      },
      paint: { "text-color": ["case", isWhyNot, colours.accent, colours.accentHalo] },
    },
    {
      id: "planning/site",
      type: "symbol",
      source: planningSources.sites,
      filter: ["!", isInHand],
      layout: { ...always, "icon-image": ["concat", `${image}sketch:`, ["get", "layer"]] },
    },
    {
      id: "planning/site-in-hand",
      type: "symbol",
      source: planningSources.sites,
      filter: isInHand,
      layout: { ...always, "icon-image": ["concat", `${image}sketch:`, ["get", "layer"], ":hand"] },
    },
  ];
}
