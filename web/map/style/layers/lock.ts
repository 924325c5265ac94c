import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { from, type Origin, type StyleContext } from "../style-context.ts";

const closedLevels = ["INTERNAL", "RESTRICTED"];

/** A small lock at the upper right of symbols that not everybody sees; overlays and filtered lists only. */
export function lockLayer(
  { image, scale }: StyleContext,
  layer: string,
  origin: Origin,
  opacity: number,
  /** Which of the things are drawn at all. */
  isShown: ExpressionSpecification = ["literal", true],
): LayerSpecification[] {
  if (origin.suffix === "") return [];
  return [
    {
      id: `${layer}/lock${origin.suffix}`,
      type: "symbol",
      ...from(origin.points),
      filter: ["all", ["in", ["get", "visibility"], ["literal", closedLevels]], isShown],
      minzoom: 12,
      layout: {
        "icon-image": `${image}lock:`,
        "icon-offset": [10 * scale, -10 * scale],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": opacity },
    },
  ];
}
