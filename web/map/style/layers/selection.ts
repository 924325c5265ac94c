import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { from, hasState, type Origin, type StyleContext } from "../style-context.ts";

const selectionPixels = 3;
const haloPixels = 1.5;

/** Two-tone line around what is selected: accent inside a halo, so that one of the two stands out on any fill. */
export function selectedLines(
  { colours, scale }: StyleContext,
  layer: string,
  origin: Origin,
): LayerSpecification[] {
  const line = (id: string, colour: string, pixels: number): LayerSpecification => ({
    id: `${layer}/${id}${origin.suffix}`,
    type: "line",
    ...from(origin),
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": colour,
      "line-width": pixels * scale,
      "line-opacity": ["case", hasState("selected"), 1, 0],
    },
  });
  return [
    line("selected-halo", colours.accentHalo, selectionPixels + 2 * haloPixels),
    line("selected-line", colours.accent, selectionPixels),
  ];
}

/** Ring around a selected or hovered symbol. `radius` is that of the symbol in pixels. */
export function selectedPoint(
  { colours, scale }: StyleContext,
  layer: string,
  origin: Origin,
  radius: number,
): LayerSpecification {
  return {
    id: `${layer}/selected-point${origin.suffix}`,
    type: "circle",
    ...from(origin.points),
    filter: ["all", ["==", ["geometry-type"], "Point"], ["!=", ["get", "cluster"], true]],
    paint: {
      "circle-radius": (radius + 3) * scale,
      "circle-opacity": 0,
      "circle-stroke-color": ["case", hasState("selected"), colours.accent, colours.label],
      "circle-stroke-width": ["case", hasState("selected"), selectionPixels * scale, 1.5 * scale],
      "circle-stroke-opacity": ["case", hasState("selected"), 1, hasState("hovered"), 0.8, 0],
    },
  };
}
