import { gzipSync } from "node:zlib";
import { labelPoint } from "#domain/geometry/label-point.ts";
import { ByteWriter } from "./byte-writer.ts";
import { borderShapes, coverage } from "./coverage.ts";
import type { LayerSlicer } from "./layer-slicer.ts";
import { clusteringWithin, PointSlicer } from "./point-slicer.ts";
import { readRings } from "./ring-list.ts";
import { lineShapes, type ShapeSet, separateRings } from "./shape-set.ts";
import { ShapeSlicer } from "./shape-slicer.ts";
import {
  type Bounds,
  MAX_TILE_ZOOM,
  type TileFeature,
  type TileLayerInput,
  type TileValue,
  type VectorLayer,
} from "./tile-input.ts";

/** Layers cut into vector tiles on demand. */
export interface TileIndex {
  /** Uncompressed MVT; `null` when nothing lies in the tile or no layer has this zoom. */
  tile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null;
  /** `cluster_id` of every cluster that counts a feature, at any zoom, once for each point it counts. */
  clustersOf(id: string): number[];
  readonly vectorLayers: VectorLayer[];
  /** Box of all layers; `null` when everything is empty. */
  readonly bounds: Bounds | null;
}

export interface TileIndexOptions {
  /** Bytes a tile may have after gzip before it is generalised further (default 500,000). */
  maxGzipBytes?: number;
}

/** Levels of detail that may be given up before a tile is taken as it is: a grid of 16 × 16 cells. */
const MOST_LEVELS_COARSER = 8;

/** Builds the index; features keep their order. Work per zoom is put off until its first tile. */
export function buildTileIndex(
  layers: readonly TileLayerInput[],
  { maxGzipBytes = 500_000 }: TileIndexOptions = {},
): TileIndex {
  const slicers = layers.flatMap(layerSlicers);
  const out = new ByteWriter();
  return {
    vectorLayers: slicers.map((slicer) => slicer.vectorLayer),
    bounds: joinBounds(slicers.map((slicer) => slicer.bounds)),
    clustersOf: (id) => slicers.flatMap((slicer) => slicer.clustersOf?.(id) ?? []),
    tile(z, x, y) {
      for (let coarser = 0; ; coarser++) {
        out.length = 0;
        for (const slicer of slicers) slicer.write(out, { z, x, y }, coarser);
        if (out.length === 0) return null;
        const tile = out.copy();
        if (coarser === MOST_LEVELS_COARSER || fitsGzipped(tile, maxGzipBytes)) return tile;
      }
    },
  };
}

/** Asks the quick compression first: what fits with level 1 fits with level 6, and most tiles fit unpacked. */
function fitsGzipped(tile: Uint8Array, maxBytes: number): boolean {
  return (
    tile.length <= maxBytes ||
    gzipSync(tile, { level: 1 }).length <= maxBytes ||
    gzipSync(tile, { level: 6 }).length <= maxBytes
  );
}

function layerSlicers(layer: TileLayerInput): LayerSlicer[] {
  const { name, kind, features } = layer;
  const minzoom = Math.max(0, layer.minzoom);
  const maxzoom = Math.min(MAX_TILE_ZOOM, layer.maxzoom);
  if (kind === "point") {
    const cluster = clusteringWithin(layer.cluster, maxzoom);
    return [new PointSlicer({ name, features, minzoom, maxzoom, cluster })];
  }
  if (kind === "polygon" && layer.coverage) return coverageSlicers({ ...layer, minzoom, maxzoom });
  const shapes = kind === "line" ? lineShapes(features) : polygonShapes(features);
  return [new ShapeSlicer({ name, minzoom, maxzoom, shapes, rows: propertyRows(features), keepTiny: false })];
}

/**
 * Polygons that are no coverage may still touch (renewal areas side by side, an imported layer of quarters): their
 * common borders stay common too. Not so in layers of many thousand, which are buildings or plots: there it takes
 * as long as everything else together and shows only where they are already too small to see.
 */
const MOST_WITH_SHARED_BORDERS = 5_000;

function polygonShapes(features: readonly TileFeature[]): ShapeSet {
  const rings = readRings(features);
  return features.length <= MOST_WITH_SHARED_BORDERS ? coverage(rings).shapes : separateRings(rings);
}

function coverageSlicers({ name, features, minzoom, maxzoom }: TileLayerInput): LayerSlicer[] {
  const rings = readRings(features);
  const areas = coverage(rings);
  const rows = propertyRows(features);
  const borderRows = Array.from(areas.left, (left, arc) => {
    const right = areas.right[arc]!;
    const row: Record<string, TileValue> = { outer: left < 0 || right < 0 };
    if (left >= 0) row.left = features[left]!.id;
    if (right >= 0) row.right = features[right]!.id;
    return row;
  });
  const labels = features.flatMap((feature): TileFeature[] => {
    const coordinates = feature.labelPoint ?? labelPoint(feature.geometry);
    return coordinates ? [{ ...feature, geometry: { type: "Point", coordinates } }] : [];
  });
  const borders = borderShapes(areas);
  return [
    new ShapeSlicer({ name, minzoom, maxzoom, shapes: areas.shapes, rows, keepTiny: true }),
    new ShapeSlicer({
      name: `${name}-borders`,
      minzoom,
      maxzoom,
      shapes: borders,
      rows: borderRows,
      keepTiny: false,
    }),
    new PointSlicer({ name: `${name}-labels`, minzoom, maxzoom, features: labels }),
  ];
}

function propertyRows(features: readonly TileFeature[]): Record<string, TileValue>[] {
  return features.map((feature) => ({ ...feature.properties, id: feature.id }));
}

function joinBounds(boxes: readonly (Bounds | null)[]): Bounds | null {
  return boxes.reduce<Bounds | null>((joined, box) => {
    if (!joined || !box) return joined ?? box;
    return [
      Math.min(joined[0], box[0]),
      Math.min(joined[1], box[1]),
      Math.max(joined[2], box[2]),
      Math.max(joined[3], box[3]),
    ];
  }, null);
}
