import type { ExpressionSpecification, FilterSpecification } from "@maplibre/maplibre-gl-style-spec";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import type { MapScene } from "../../map-scene.ts";
import { withoutCountedFaces } from "../counted-faces.ts";
import { from, growing, strongFace, type ThemeBuilder } from "../style-context.ts";
import { lockLayer } from "./lock.ts";
import { selectedPoint } from "./selection.ts";

/** Below this zoom a facility is a dot; pictograms would be crowded and unreadable. */
const pictogramZoom = 12;
/** While planning, places are dots for longer: the question is where people are without one. */
const plannedPictogramZoom = 14.5;

export function pictogramZoomOf({ planning }: MapScene): number {
  return planning ? plannedPictogramZoom : pictogramZoom;
}

const isCluster: ExpressionSpecification = ["==", ["get", "cluster"], true];

/** Einrichtungen: white pictogram in a dark disc, never coloured; clusters are grey discs with a number. */
export const facilities: ThemeBuilder = (context, { layer, opacity, overlay }, origin) => {
  const { colours, scale, image, scene } = context;
  const id = (part: string) => `${layer.layer}/${part}${origin.suffix}`;
  // A filtered list has been chosen by the reader already: families say nothing about it.
  const families = origin.suffix === "@filtered" ? null : scene.families;
  const showsAll = families === null || families.length === Object.keys(facilityFamilies).length;
  const countOfAll: ExpressionSpecification = showsAll
    ? ["to-number", ["get", "point_count"], 0]
    : [
        "+",
        0,
        ...families.map((family): ExpressionSpecification => ["coalesce", ["get", `count_${family}`], 0]),
      ];
  const count =
    origin.suffix === "" ? withoutCountedFaces(countOfAll, overlay, showsAll ? null : families) : countOfAll;
  const shown: ExpressionSpecification = showsAll
    ? ["!", isCluster]
    : ["all", ["!", isCluster], ["in", ["get", "family"], ["literal", [...families]]]];
  const shownClusters: FilterSpecification = ["all", isCluster, [">", count, 0]];
  return [
    {
      id: id("dot"),
      type: "circle",
      ...from(origin.points),
      filter: shown,
      maxzoom: pictogramZoomOf(scene),
      paint: {
        "circle-radius": growing(scale, [9, 3], [11, 5]),
        "circle-color": colours.facility,
        "circle-opacity": opacity,
        "circle-stroke-color": colours.pictogram,
        "circle-stroke-width": growing(scale, [9, 0.75], [11, 1.25]),
        "circle-stroke-opacity": opacity,
      },
    },
    {
      id: id("symbol"),
      type: "symbol",
      ...from(origin.points),
      filter: shown,
      minzoom: pictogramZoomOf(scene),
      layout: {
        "icon-image": [
          "concat",
          `${image}facility:`,
          ["coalesce", ["get", "type"], ""],
          ["case", ["==", ["get", "interim"], true], ":interim", ""],
        ],
        "icon-allow-overlap": true,
        "icon-padding": 1,
      },
      paint: { "icon-opacity": opacity },
    },
    {
      id: id("cluster"),
      type: "symbol",
      ...from(origin.points),
      filter: shownClusters,
      layout: {
        "icon-image": [
          "step",
          count,
          ["image", `${image}dot:`],
          2,
          ["image", `${image}cluster:26`],
          10,
          ["image", `${image}cluster:30`],
          50,
          ["image", `${image}cluster:36`],
          250,
          ["image", `${image}cluster:44`],
        ],
        "icon-allow-overlap": true,
        // A cluster with one facility of the chosen families says no number: it looks like the one it holds.
        "text-field": ["case", ["<", count, 2], "", ["to-string", count]],
        "text-font": strongFace,
        "text-size": 12 * scale,
        "text-allow-overlap": true,
        "symbol-sort-key": count,
      },
      paint: { "icon-opacity": opacity, "text-color": colours.pictogram, "text-opacity": opacity },
    },
    ...lockLayer(context, layer.layer, origin, opacity),
    selectedPoint(context, layer.layer, origin, 12),
  ];
};
