import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { from, growing, type ThemeBuilder } from "../style-context.ts";
import { selectedLines } from "./selection.ts";

const isReleaseAsked: ExpressionSpecification = ["==", ["get", "state"], "UMWIDMUNG_BEANTRAGT"];

/** Gemeinbedarfsflächen: ochre fill 20 % and outline; tick = city-owned, diagonal stroke = release asked for. */
export const publicNeedsSites: ThemeBuilder = (context, { layer, opacity }, origin) => {
  const { colours, scale, image } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  return [
    {
      id: id("fill"),
      type: "fill",
      ...from(origin),
      paint: { "fill-color": colours.publicNeeds, "fill-opacity": 0.2 * opacity, "fill-antialias": false },
    },
    {
      id: id("release"),
      type: "fill",
      ...from(origin),
      filter: isReleaseAsked,
      paint: { "fill-pattern": `${image}pattern:release`, "fill-opacity": 0.9 * opacity },
    },
    {
      id: id("line"),
      type: "line",
      ...from(origin),
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.publicNeeds,
        "line-width": growing(scale, [9, 1.4], [13, 2]),
        "line-opacity": opacity,
      },
    },
    ...selectedLines(context, layer.layer, origin),
    {
      id: id("mark"),
      type: "symbol",
      ...from(origin.points),
      filter: ["==", ["get", "owner"], "CITY"],
      minzoom: 13,
      layout: { "icon-image": `${image}tick:`, "icon-allow-overlap": true },
      paint: { "icon-opacity": opacity },
    },
  ];
};
