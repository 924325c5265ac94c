import { createHash } from "node:crypto";
import type { Position } from "geojson";
import type { TileFeature, TileLayerInput } from "./tile-input.ts";

/**
 * Everything one tile address serves: the public content of a layer of the dashboard, as one or several MVT layers.
 * What an audience sees beyond the public must not be in here.
 */
export interface TileSet {
  layers: TileLayerInput[];
  /** Shown on the map and in TileJSON. */
  attribution?: string;
}

/** Raise when the same input gives other bytes: addresses with a version are cached for a year. */
const TILE_FORMAT = 1;

/** Features in the order of their ids, so that neither version nor tiles depend on the order they were read in. */
export function canonicalTileSet(set: TileSet): TileSet {
  return {
    ...set,
    layers: set.layers.map((layer) => ({
      ...layer,
      features: [...layer.features].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    })),
  };
}

/** Content hash of a canonical tile set: 16 hexadecimal digits of SHA-256. */
export function contentVersion(set: TileSet): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([TILE_FORMAT, set.attribution ?? null]));
  for (const layer of set.layers) {
    const { name, kind, minzoom, maxzoom, coverage, cluster } = layer;
    const clusters = cluster ? [cluster.radius, cluster.maxZoom, cluster.countBy ?? null] : null;
    hash.update(JSON.stringify([name, kind, minzoom, maxzoom, coverage ?? false, clusters]));
    for (const feature of layer.features) hash.update(featureText(feature));
  }
  return hash.digest("hex").slice(0, 16);
}

function featureText({ id, properties, geometry, labelPoint }: TileFeature): string {
  const sorted = Object.keys(properties)
    .sort()
    .map((key) => [key, properties[key] ?? null]);
  const label: Position | null = labelPoint ?? null;
  return JSON.stringify([id, sorted, geometry, label]);
}
