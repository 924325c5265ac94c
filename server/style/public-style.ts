import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { areaLayer, areaLevels } from "#domain/area/area.ts";
import { mapColours } from "#domain/drawing/map-colours.ts";
import { mappedRecordTypes } from "#domain/record/record-types.ts";
import type { TileService } from "../tiles/tile-service.ts";
import { areaStyle, baseStyle, importedStyle, recordStyle } from "./style-layers.ts";

/** What is known of a layer's tiles: the names of the layers inside of them. */
export interface StyledTiles {
  layer: string;
  vectorLayers: readonly string[];
}

/**
 * The public map as a MapLibre style (version 8) for other programs: base map, areas and everything public, in the
 * colours of the screen, with the tiles of this server under its public address. Pictures are circles and lines, so
 * there is no sprite; letters are the client's own, so there is no glyph server, and nothing comes from elsewhere.
 */
export function publicStyle(
  tiles: TileService,
  {
    publicUrl,
    name,
    attribution,
    hasNames,
  }: { publicUrl: string; name: string; attribution: string; hasNames: boolean },
): StyleSpecification {
  const shown = inOrder(tiles.layerNames()).flatMap((layer): StyledTiles[] => {
    const description = tiles.describe(layer);
    return description ? [{ layer, vectorLayers: description.vectorLayers.map(({ id }) => id) }] : [];
  });
  const layers = shown.flatMap(layersOf);
  const bounds = tiles.describe(shown.find(({ layer }) => layer.startsWith("areas-"))?.layer ?? "")?.bounds;
  return {
    version: 8,
    name,
    ...(bounds
      ? { center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as [number, number], zoom: 11 }
      : {}),
    sources: Object.fromEntries(
      shown.map(({ layer }) => [
        layer,
        { type: "vector", url: `${publicUrl}/tiles/${layer}.json`, ...(attribution ? { attribution } : {}) },
      ]),
    ),
    layers: [
      { id: "paper", type: "background", paint: { "background-color": mapColours.light.paper } },
      ...layers.filter(({ type }) => type !== "symbol"),
      // Names lie above everything, as on the screen.
      ...(hasNames ? layers.filter(({ type }) => type === "symbol") : []),
    ],
  };
}

function layersOf(tiles: StyledTiles): LayerSpecification[] {
  if (tiles.layer === "base") return baseStyle(tiles);
  if (tiles.layer.startsWith("areas-")) return areaStyle(tiles);
  return isRecordLayer(tiles.layer) ? recordStyle(tiles) : importedStyle(tiles);
}

const isRecordLayer = (layer: string) => mappedRecordTypes.some(({ type }) => type === layer);

/** Bottom to top: base map, areas with the finest below, imported layers, records. */
function inOrder(layers: readonly string[]): string[] {
  const areas: readonly string[] = areaLevels.map(areaLayer);
  const rank = (layer: string) => {
    if (layer === "base") return 0;
    if (areas.includes(layer)) return 100 - areas.indexOf(layer);
    const record = mappedRecordTypes.findIndex(({ type }) => type === layer);
    return record === -1 ? 200 : 300 + record;
  };
  return [...layers].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
