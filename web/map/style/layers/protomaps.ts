import type { FilterSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { growing, type StyleContext } from "../style-context.ts";

/** Name of the source of a PMTiles base map. */
export const pmtilesSource = "pmtiles";

/** A quiet background from a PMTiles file in the Protomaps basemap schema; unknown schemas draw nothing. */
export function protomapsLayers({ colours, scale, scene }: StyleContext): LayerSpecification[] {
  const over = scene.choropleth?.drawing === "classes" ? 0.6 : 1;
  const kind = (...kinds: string[]): FilterSpecification => ["in", ["get", "kind"], ["literal", kinds]];
  const streets = kind("highway", "major_road");
  const place = (layer: string) => ({ source: pmtilesSource, "source-layer": layer });
  const street = (id: string, colour: string, extra: number): LayerSpecification => ({
    id,
    type: "line",
    ...place("roads"),
    filter: streets,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": colour,
      "line-width": growing(
        scale,
        [9, 0.6 + extra / 2],
        [12, 1.6 + extra],
        [14, 4 + extra],
        [17, 12 + 2 * extra],
      ),
      "line-opacity": over,
    },
  });
  return [
    { id: "pmtiles/earth", type: "fill", ...place("earth"), paint: { "fill-color": colours.paper } },
    {
      id: "pmtiles/wood",
      type: "fill",
      ...place("landuse"),
      filter: kind("forest", "wood", "nature_reserve", "park", "cemetery"),
      paint: { "fill-color": colours.wood },
    },
    {
      id: "pmtiles/building",
      type: "fill",
      ...place("buildings"),
      minzoom: 15,
      paint: { "fill-color": colours.building, "fill-opacity": over },
    },
    {
      id: "pmtiles/water",
      type: "fill",
      ...place("water"),
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colours.water, "fill-opacity": over },
    },
    {
      id: "pmtiles/rail",
      type: "line",
      ...place("roads"),
      filter: kind("rail"),
      paint: {
        "line-color": colours.railway,
        "line-width": growing(scale, [9, 0.6], [14, 1.2]),
        "line-opacity": over,
      },
    },
    street("pmtiles/street-casing", colours.streetCasing, 1.2),
    street("pmtiles/street", colours.street, 0),
  ];
}
