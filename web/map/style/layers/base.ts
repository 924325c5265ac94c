import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { baseWidths } from "#domain/drawing/line-widths.ts";
import {
  from,
  growing,
  italicFace,
  regularFace,
  type StyleContext,
  type ThemeBuilder,
} from "../style-context.ts";

/** Water, railway and streets lie over a choropleth, quieter than on bare paper, so that the city stays readable. */
const opacityOverFigures = 0.6;

export function paper({ colours }: StyleContext): LayerSpecification {
  return { id: "paper", type: "background", paint: { "background-color": colours.paper } };
}

/** The base map drawn from the database: `class` tells outline, water, rail, light-rail, street, wood and mask. */
export const baseLayers: ThemeBuilder = (context, { opacity }, origin) => {
  const { colours, scale, scene } = context;
  const over = opacity * (scene.choropleth?.drawing === "classes" ? opacityOverFigures : 1);
  const ofClass = (...classes: string[]): { filter: ["in", ["get", "class"], ["literal", string[]]] } => ({
    filter: ["in", ["get", "class"], ["literal", classes]],
  });
  const polygons = from(origin);
  const lines = from(origin.lines);
  const suffix = origin.suffix;
  return [
    {
      id: `base/wood${suffix}`,
      type: "fill",
      ...polygons,
      ...ofClass("wood"),
      paint: { "fill-color": colours.wood, "fill-opacity": opacity },
    },
    {
      id: `base/building${suffix}`,
      type: "fill",
      ...polygons,
      ...ofClass("building"),
      minzoom: 15,
      paint: { "fill-color": colours.building, "fill-opacity": over },
    },
    {
      id: `base/water${suffix}`,
      type: "fill",
      ...polygons,
      ...ofClass("water"),
      paint: { "fill-color": colours.water, "fill-opacity": over },
    },
    {
      id: `base/water-shore${suffix}`,
      type: "line",
      ...polygons,
      ...ofClass("water"),
      paint: {
        "line-color": colours.waterShore,
        "line-width": growing(scale, ...baseWidths.waterShore),
        "line-opacity": over,
      },
    },
    {
      id: `base/light-rail${suffix}`,
      type: "line",
      ...lines,
      ...ofClass("light-rail"),
      minzoom: 12,
      paint: {
        "line-color": colours.railway,
        "line-width": growing(scale, ...baseWidths.lightRail),
        "line-dasharray": [4, 2],
        "line-opacity": over,
      },
    },
    {
      id: `base/rail${suffix}`,
      type: "line",
      ...lines,
      ...ofClass("rail"),
      paint: {
        "line-color": colours.railway,
        "line-width": growing(scale, ...baseWidths.rail),
        "line-opacity": over,
      },
    },
    {
      // A broad line of short dashes: the ticks across the track.
      id: `base/rail-ticks${suffix}`,
      type: "line",
      ...lines,
      ...ofClass("rail"),
      minzoom: 11,
      paint: {
        "line-color": colours.railway,
        "line-width": growing(scale, ...baseWidths.railTicks),
        "line-dasharray": [0.25, 2.6],
        "line-opacity": over,
      },
    },
    {
      id: `base/street-casing${suffix}`,
      type: "line",
      ...lines,
      ...ofClass("street"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": colours.streetCasing,
        "line-width": growing(scale, ...baseWidths.streetCasing),
        "line-opacity": over,
      },
    },
    {
      id: `base/street${suffix}`,
      type: "line",
      ...lines,
      ...ofClass("street"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": colours.street,
        "line-width": growing(scale, ...baseWidths.street),
        "line-opacity": over,
      },
    },
    {
      // Outside the city without detail; a breath of rivers and roads shows that the world goes on.
      id: `base/mask${suffix}`,
      type: "fill",
      ...polygons,
      ...ofClass("mask"),
      paint: { "fill-color": colours.outside, "fill-opacity": 0.86, "fill-antialias": false },
    },
    {
      id: `base/outline${suffix}`,
      type: "line",
      ...polygons,
      ...ofClass("outline"),
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.districtBorder,
        "line-width": growing(scale, ...baseWidths.outline),
        "line-opacity": opacity,
      },
    },
    {
      id: `base/street-name${suffix}`,
      type: "symbol",
      ...lines,
      ...ofClass("street"),
      minzoom: 13,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": ["coalesce", ["get", "ref"], ["get", "name"], ""],
        "text-font": regularFace,
        "text-size": growing(scale, [13, 10.5], [16, 13]),
        "text-max-angle": 30,
        "text-padding": 24,
      },
      paint: {
        "text-color": colours.streetName,
        "text-halo-color": colours.halo,
        "text-halo-width": 1.5,
        "text-opacity": opacity,
      },
    },
    {
      // A river drawn as a band is named along its shore, which at town scale is its line.
      id: `base/water-name${suffix}`,
      type: "symbol",
      ...polygons,
      ...ofClass("water"),
      minzoom: 11,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": ["coalesce", ["get", "name"], ""],
        "text-font": italicFace,
        "text-size": growing(scale, [11, 11.5], [15, 14]),
        "text-letter-spacing": 0.08,
        "text-max-angle": 28,
        "text-padding": 80,
      },
      paint: {
        "text-color": colours.waterName,
        "text-halo-color": colours.halo,
        "text-halo-width": 1.5,
        "text-opacity": opacity,
      },
    },
  ];
};
