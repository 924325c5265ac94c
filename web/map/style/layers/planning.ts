import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { PlanningScene } from "../../map-scene.ts";
import { planningSources } from "../planning-sources.ts";
import { growing, type StyleContext } from "../style-context.ts";

const isEdge: ExpressionSpecification = ["==", ["get", "isEdge"], true];
const isInHand: ExpressionSpecification = ["==", ["get", "inHand"], true];

/** How far the squares of unserved people cover the map below, 0 to 1. */
export const cellOpacity = 0.85;

/** Surfaces and lines of planning: squares of unserved people, the catchment in hand, plots and the draft. */
export function planningLayers(context: StyleContext, planning: PlanningScene): LayerSpecification[] {
  return [
    ...cells(context, planning),
    ...catchment(context),
    ...plots(context),
    ...drawnArea(context),
    ...draft(context),
  ];
}

function cells({ colours, scale }: StyleContext, planning: PlanningScene): LayerSpecification[] {
  const classes = planning.cells?.scale.colours.flatMap((colour, index) => [index, colour]) ?? [];
  const source = planningSources.cells;
  return [
    {
      id: "planning/cells",
      type: "fill",
      source,
      paint: {
        "fill-color":
          classes.length > 0
            ? ([
                "match",
                ["get", "class"],
                ...classes,
                "rgba(0, 0, 0, 0)",
              ] as unknown as ExpressionSpecification)
            : "rgba(0, 0, 0, 0)",
        "fill-opacity": cellOpacity,
        "fill-antialias": false,
      },
    },
    {
      id: "planning/cell-lines",
      type: "line",
      source,
      // Far out the gaps would eat the squares.
      minzoom: 11,
      paint: { "line-color": colours.paper, "line-width": growing(scale, [11, 0.5], [15, 2]) },
    },
  ];
}

/** Accent because it belongs to what is in hand; thin inside, strong at its edge, readable over every class. */
function catchment({ colours, scale }: StyleContext): LayerSpecification[] {
  const source = planningSources.catchment;
  const rounded = { "line-join": "round" } as const;
  return [
    {
      id: "planning/catchment",
      type: "fill",
      source,
      filter: isEdge,
      paint: { "fill-color": colours.accent, "fill-opacity": 0.1, "fill-antialias": false },
    },
    {
      id: "planning/catchment-halo",
      type: "line",
      source,
      filter: isEdge,
      layout: rounded,
      paint: { "line-color": colours.accentHalo, "line-width": 5 * scale, "line-opacity": 0.85 },
    },
    {
      id: "planning/inner-breaks",
      type: "line",
      source,
      filter: ["!", isEdge],
      layout: rounded,
      paint: { "line-color": colours.accent, "line-width": 1.2 * scale, "line-opacity": 0.8 },
    },
    {
      id: "planning/catchment-line",
      type: "line",
      source,
      filter: isEdge,
      layout: rounded,
      paint: { "line-color": colours.accent, "line-width": 2.5 * scale },
    },
  ];
}

function plots({ colours, scale }: StyleContext): LayerSpecification[] {
  const source = planningSources.plots;
  const colour: ExpressionSpecification = ["case", isInHand, colours.accent, colours.facility];
  return [
    { id: "planning/plot", type: "fill", source, paint: { "fill-color": colour, "fill-opacity": 0.16 } },
    {
      id: "planning/plot-halo",
      type: "line",
      source,
      paint: { "line-color": colours.accentHalo, "line-width": 3.5 * scale, "line-opacity": 0.85 },
    },
    {
      id: "planning/plot-line",
      type: "line",
      source,
      paint: { "line-color": colour, "line-width": 1.75 * scale, "line-dasharray": [3, 1.5] },
    },
  ];
}

/** A quarter somebody drew: dotted as all such borders are (UI.md), because it is nobody's official area. */
function drawnArea({ colours, scale }: StyleContext): LayerSpecification[] {
  const source = planningSources.drawnArea;
  return [
    {
      id: "planning/drawn-area",
      type: "fill",
      source,
      paint: { "fill-color": colours.quarterProject, "fill-opacity": 0.12, "fill-antialias": false },
    },
    {
      id: "planning/drawn-area-halo",
      type: "line",
      source,
      paint: { "line-color": colours.accentHalo, "line-width": 5 * scale, "line-opacity": 0.85 },
    },
    {
      id: "planning/drawn-area-line",
      type: "line",
      source,
      layout: { "line-cap": "round" },
      paint: { "line-color": colours.quarterProject, "line-width": 3 * scale, "line-dasharray": [0.1, 1.8] },
    },
  ];
}

/** What is being drawn: a solid line in the accent, corners as white discs, the one picked up filled. */
function draft({ colours, scale }: StyleContext): LayerSpecification[] {
  const source = planningSources.draft;
  const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];
  const isLine: ExpressionSpecification = ["==", ["geometry-type"], "LineString"];
  const kind: ExpressionSpecification = ["coalesce", ["get", "kind"], ""];
  return [
    {
      id: "planning/draft-fill",
      type: "fill",
      source,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colours.accent, "fill-opacity": 0.16, "fill-antialias": false },
    },
    {
      id: "planning/draft-halo",
      type: "line",
      source,
      filter: isLine,
      paint: { "line-color": colours.accentHalo, "line-width": 5 * scale },
    },
    {
      id: "planning/draft-line",
      type: "line",
      source,
      filter: isLine,
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": colours.accent, "line-width": 2.5 * scale },
    },
    {
      id: "planning/draft-point",
      type: "circle",
      source,
      filter: isPoint,
      paint: {
        "circle-radius": ["match", kind, "middle", 4.5 * scale, "held", 9 * scale, 7 * scale],
        "circle-color": ["match", kind, "held", colours.accent, colours.symbolPaper],
        "circle-stroke-color": ["match", kind, "held", colours.accentHalo, colours.accent],
        "circle-stroke-width": ["match", kind, "middle", 1.5 * scale, 2.5 * scale],
      },
    },
  ];
}
