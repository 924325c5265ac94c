import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

export interface ReadFeature {
  properties: Record<string, string | number | boolean>;
  type: number;
  /** Rings, lines or points in grid units. */
  geometry: { x: number; y: number }[][];
}

export interface ReadLayer {
  extent: number;
  features: ReadFeature[];
}

/** Decodes a tile with Mapbox' own reader, layer by layer. */
export function readTile(tile: Uint8Array | null): Record<string, ReadLayer> {
  if (!tile) return {};
  const layers: Record<string, ReadLayer> = {};
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(tile)).layers)) {
    const features = Array.from({ length: layer.length }, (_, index) => {
      const feature = layer.feature(index);
      return {
        properties: feature.properties as ReadFeature["properties"],
        type: feature.type,
        geometry: feature.loadGeometry().map((part) => part.map(({ x, y }) => ({ x, y }))),
      };
    });
    layers[name] = { extent: layer.extent, features };
  }
  return layers;
}

/** Column and row of the tile a place lies in. */
export function tileAt(longitude: number, latitude: number, z: number): { z: number; x: number; y: number } {
  const radians = (latitude * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  return { z, x: Math.floor(((longitude + 180) / 360) * 2 ** z), y: Math.floor(y * 2 ** z) };
}

/** All tiles of a zoom that touch a box (west, south, east, north). */
export function tilesOf(box: readonly [number, number, number, number], z: number) {
  const first = tileAt(box[0], box[3], z);
  const last = tileAt(box[2], box[1], z);
  const tiles: { z: number; x: number; y: number }[] = [];
  for (let x = first.x; x <= last.x; x++) for (let y = first.y; y <= last.y; y++) tiles.push({ z, x, y });
  return tiles;
}
