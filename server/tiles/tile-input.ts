import type { Geometry, Position } from "geojson";

/** What a property of a tile feature may hold. `null` is left out of the tile: MVT has no null. */
export type TileValue = string | number | boolean | null;

/** One feature as it is handed to the tiles. Coordinates are WGS 84 longitude, latitude (EPSG:4326). */
export interface TileFeature {
  /** Stable identifier; also written as the property `id`, which MapLibre promotes to the feature id. */
  id: string;
  properties: Record<string, TileValue>;
  geometry: Geometry;
  /** Where the label of an area stands; computed when missing. Read in coverages only. */
  labelPoint?: Position;
}

/** Points nearer than `radius` pixels (of a 512 pixel tile) become one point up to and including `maxZoom`. */
export interface ClusterOptions {
  radius: number;
  maxZoom: number;
  /** Property whose values are counted per cluster as `count_<value>`. */
  countBy?: string;
}

/** One layer of a vector tile. Geometries of another kind than `kind` are left out. */
export interface TileLayerInput {
  name: string;
  kind: "polygon" | "line" | "point";
  features: TileFeature[];
  /** First and last zoom (0–16) whose tiles hold the layer; the last one has full detail. */
  minzoom: number;
  maxzoom: number;
  /** Points only. */
  cluster?: ClusterOptions;
  /**
   * Polygons only: the areas partition a region. Their shared borders stay shared at every zoom, no area disappears,
   * and two layers come beside them: `<name>-borders` (each border once) and `<name>-labels` (one point per area).
   */
  coverage?: boolean;
}

/** One entry of `vector_layers` in a TileJSON document. */
export interface VectorLayer {
  id: string;
  fields: Record<string, "Number" | "String" | "Boolean">;
  minzoom: number;
  maxzoom: number;
}

/** Longitude/latitude box: west, south, east, north. */
export type Bounds = [number, number, number, number];

/** Side of a tile in grid units. */
export const TILE_EXTENT = 4096;

/** Deepest zoom that is served; beyond it the map enlarges the last tile. */
export const MAX_TILE_ZOOM = 16;
