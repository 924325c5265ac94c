import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Choropleth, SceneLayer } from "../../map-scene.ts";
import { hasState, type StyleContext } from "../style-context.ts";
import { maximumSymbolRadius } from "../symbol-size.ts";

const fadedShare = 0.18;

/** Patterns of the value states that are not numbers, by state. */
export const statePatterns = {
  TOO_FEW_RESIDENTS: "hatch",
  SUPPRESSED: "dots",
  UNKNOWN: "crosses",
} as const;

/**
 * Figures of the level in use. Class, state and size come through feature state keyed by area number, so
 * another year recolours without touching the style.
 */
export function choroplethLayers(context: StyleContext, { layer }: SceneLayer): LayerSpecification[] {
  const { choropleth } = context.scene;
  if (!choropleth) return [];
  const source = layer.layer;
  const layers: LayerSpecification[] = [
    {
      id: `${source}/class`,
      type: "fill",
      source,
      "source-layer": source,
      paint: {
        "fill-color": fillColour(context, choropleth),
        "fill-opacity": fadingTo(choropleth.opacity),
        "fill-antialias": true,
      },
    },
  ];
  for (const [state, pattern] of Object.entries(statePatterns)) {
    layers.push({
      id: `${source}/${pattern}`,
      type: "fill",
      source,
      "source-layer": source,
      paint: {
        "fill-pattern": `${context.image}pattern:${pattern}`,
        "fill-opacity": ["case", ["==", ["feature-state", "state"], state], fadingTo(choropleth.opacity), 0],
      },
    });
  }
  if (choropleth.drawing === "symbols") layers.push(circles(context, choropleth, source));
  return layers;
}

function fadingTo(opacity: number): ExpressionSpecification {
  return ["case", hasState("faded"), opacity * fadedShare, opacity];
}

function fillColour({ colours }: StyleContext, { drawing, scale }: Choropleth): ExpressionSpecification {
  const states = Object.entries(colours.state).flat();
  const stateColour = ["match", ["coalesce", ["feature-state", "state"], ""], ...states, "rgba(0, 0, 0, 0)"];
  if (drawing === "symbols" || scale.colours.length === 0)
    return stateColour as unknown as ExpressionSpecification;
  const classes = scale.colours.flatMap((colour, index) => [index, colour]);
  return [
    "match",
    ["coalesce", ["feature-state", "class"], -1],
    ...classes,
    stateColour,
  ] as unknown as ExpressionSpecification;
}

/** Counts: circles whose area is proportional to the value, the same scale over all years. */
function circles(
  { colours, scale, scene }: StyleContext,
  choropleth: Choropleth,
  source: string,
): LayerSpecification {
  const middle = choropleth.scale.colours.at(Math.floor((choropleth.scale.colours.length * 3) / 4));
  const colour = middle ?? colours.accent;
  const radius = maximumSymbolRadius(scene.isMeeting);
  return {
    id: `${source}/circle`,
    type: "circle",
    source,
    "source-layer": `${source}-labels`,
    paint: {
      "circle-radius": ["*", radius, ["number", ["feature-state", "size"], 0]],
      "circle-color": colour,
      "circle-opacity": ["case", hasState("faded"), fadedShare * 0.75, 0.75 * choropleth.opacity],
      "circle-stroke-color": colours.halo,
      "circle-stroke-width": ["case", [">", ["number", ["feature-state", "size"], 0], 0], 1.25 * scale, 0],
    },
  };
}
