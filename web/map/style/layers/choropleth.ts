import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Choropleth } from "../../map-scene.ts";
import { from, hasState, type Origin, type StyleContext, type ThemeBuilder } from "../style-context.ts";
import { circleColour, circleOpacity, maximumSymbolRadius } from "../symbol-size.ts";

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
export const choroplethLayers: ThemeBuilder = (context, { layer }, origin) => {
  const { choropleth } = context.scene;
  if (!choropleth) return [];
  const name = layer.layer;
  const layers: LayerSpecification[] = [
    {
      id: `${name}/class${origin.suffix}`,
      type: "fill",
      ...from(origin),
      paint: {
        "fill-color": fillColour(context, choropleth),
        "fill-opacity": fadingTo(choropleth.opacity),
        "fill-antialias": true,
      },
    },
  ];
  for (const [state, pattern] of Object.entries(statePatterns)) {
    layers.push({
      id: `${name}/${pattern}${origin.suffix}`,
      type: "fill",
      ...from(origin),
      paint: {
        "fill-pattern": `${context.image}pattern:${pattern}`,
        "fill-opacity": ["case", ["==", ["feature-state", "state"], state], fadingTo(choropleth.opacity), 0],
      },
    });
  }
  if (choropleth.drawing === "symbols")
    layers.push(circles(context, choropleth, `${name}/circle${origin.suffix}`, origin));
  return layers;
};

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
  id: string,
  origin: Origin,
): LayerSpecification {
  const radius = maximumSymbolRadius(scene.isMeeting);
  return {
    id,
    type: "circle",
    ...from(origin.points),
    paint: {
      "circle-radius": ["*", radius, ["number", ["feature-state", "size"], 0]],
      "circle-color": circleColour(choropleth.scale.colours),
      "circle-opacity": [
        "case",
        hasState("faded"),
        fadedShare * circleOpacity,
        circleOpacity * choropleth.opacity,
      ],
      "circle-stroke-color": colours.halo,
      "circle-stroke-width": ["case", [">", ["number", ["feature-state", "size"], 0], 0], 1.25 * scale, 0],
    },
  };
}
