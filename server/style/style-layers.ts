import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { baseWidths, type WidthStops } from "#domain/drawing/line-widths.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import type { StyledTiles } from "./public-style.ts";

const colours = mapColours.light;
const face = ["Fira Sans Regular"];

/** A width that grows with the zoom. */
function growing(stops: WidthStops): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** The part of a layer's tiles with this ending, or the layer itself where it has none. */
function partOf({ layer, vectorLayers }: StyledTiles, part: "points" | "lines" | "borders" | "labels") {
  const name = `${layer}-${part}`;
  return { source: layer, "source-layer": vectorLayers.includes(name) ? name : layer };
}

const wholeOf = ({ layer }: StyledTiles) => ({ source: layer, "source-layer": layer });
const ofClass = (name: string): ExpressionSpecification => ["==", ["get", "class"], name];
const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];

/** Wood, water, railways, streets and what lies outside the city. */
export function baseStyle(tiles: StyledTiles): LayerSpecification[] {
  const polygons = wholeOf(tiles);
  const lines = partOf(tiles, "lines");
  const fill = (name: "wood" | "water" | "building", color: string, minzoom = 0): LayerSpecification => ({
    id: `base/${name}`,
    type: "fill",
    ...polygons,
    filter: ofClass(name),
    minzoom,
    paint: { "fill-color": color },
  });
  const line = (id: string, name: string, color: string, stops: WidthStops): LayerSpecification => ({
    id: `base/${id}`,
    type: "line",
    ...(name === "water" || name === "outline" ? polygons : lines),
    filter: ofClass(name),
    layout: { "line-join": "round" },
    paint: { "line-color": color, "line-width": growing(stops) },
  });
  return [
    fill("wood", colours.wood),
    fill("building", colours.building, 15),
    fill("water", colours.water),
    line("water-shore", "water", colours.waterShore, baseWidths.waterShore),
    line("light-rail", "light-rail", colours.railway, baseWidths.lightRail),
    line("rail", "rail", colours.railway, baseWidths.rail),
    line("street-casing", "street", colours.streetCasing, baseWidths.streetCasing),
    line("street", "street", colours.street, baseWidths.street),
    {
      id: "base/mask",
      type: "fill",
      ...polygons,
      filter: ofClass("mask"),
      paint: { "fill-color": colours.outside, "fill-opacity": 0.86, "fill-antialias": false },
    },
    line("outline", "outline", colours.districtBorder, baseWidths.outline),
  ];
}

/** From which zoom on a level is drawn and named; levels between the two are for those who look closely. */
const areaLooks: Readonly<Record<string, { from: number; named: number; width: number; color: string }>> = {
  "areas-city": { from: 0, named: 0, width: 2, color: colours.districtBorder },
  "areas-district": { from: 0, named: 9, width: 1.6, color: colours.districtBorder },
  "areas-subdistrict": { from: 11, named: 12.5, width: 0.8, color: colours.subdistrictBorder },
};
const otherAreas = { from: 13.5, named: 14.5, width: 0.6, color: colours.freeBorder };

/** Borders of areas, and their names where they have room. */
export function areaStyle(tiles: StyledTiles): LayerSpecification[] {
  const { from, named, width, color } = areaLooks[tiles.layer] ?? otherAreas;
  return [
    {
      id: `${tiles.layer}/border`,
      type: "line",
      ...partOf(tiles, "borders"),
      minzoom: from,
      layout: { "line-join": "round" },
      paint: { "line-color": color, "line-width": width },
    },
    nameLayer(tiles.layer, partOf(tiles, "labels"), named, "name"),
  ];
}

/** Colour of each theme; facilities and everything else are slate. */
const recordColours: Readonly<Record<string, string>> = {
  "renewal-priority-areas": colours.renewalPriority,
  "renewal-areas": colours.renewalArea,
  "quarter-projects": colours.quarterProject,
  "public-needs-sites": colours.publicNeeds,
};

/** Outlines, dots and titles of released records. */
export function recordStyle(tiles: StyledTiles): LayerSpecification[] {
  return thingLayers(tiles, recordColours[tiles.layer] ?? colours.facility, "title");
}

/** An imported layer, quieter than records. */
export function importedStyle(tiles: StyledTiles): LayerSpecification[] {
  return thingLayers(tiles, colours.feature, "name");
}

function thingLayers(tiles: StyledTiles, color: string, name: "title" | "name"): LayerSpecification[] {
  const { layer } = tiles;
  return [
    {
      id: `${layer}/fill`,
      type: "fill",
      ...wholeOf(tiles),
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": color, "fill-opacity": 0.1 },
    },
    {
      id: `${layer}/line`,
      type: "line",
      ...wholeOf(tiles),
      filter: ["!", isPoint],
      layout: { "line-join": "round" },
      paint: { "line-color": color, "line-width": 2 },
    },
    {
      id: `${layer}/point`,
      type: "circle",
      ...partOf(tiles, "points"),
      filter: isPoint,
      paint: {
        // A cluster is larger than a single thing; the root keeps the area in step with the number.
        "circle-radius": ["+", 3, ["*", 1.5, ["sqrt", ["to-number", ["get", "point_count"], 1]]]],
        "circle-color": color,
        "circle-stroke-color": colours.symbolPaper,
        "circle-stroke-width": 1.25,
      },
    },
    nameLayer(layer, partOf(tiles, "points"), 14, name),
  ];
}

function nameLayer(
  layer: string,
  place: ReturnType<typeof partOf>,
  minzoom: number,
  field: string,
): LayerSpecification {
  return {
    id: `${layer}/name`,
    type: "symbol",
    ...place,
    minzoom,
    layout: {
      "text-field": ["to-string", ["coalesce", ["get", field], ""]],
      "text-font": face,
      "text-size": 12,
      "text-max-width": 9,
      "text-variable-anchor": ["center", "top", "bottom"],
      "text-radial-offset": 0.8,
    },
    paint: { "text-color": colours.label, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
  };
}
