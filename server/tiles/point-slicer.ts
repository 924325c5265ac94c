import type { ByteWriter } from "./byte-writer.ts";
import { type ClusteredPoints, clusterPoints, type PointLevel, pointLevel } from "./clusters.ts";
import { pointParts } from "./geometry-parts.ts";
import { LayerEncoder } from "./layer-encoder.ts";
import type { LayerSlicer, TileAddress } from "./layer-slicer.ts";
import { latitudeOf, longitudeOf, mercatorX, mercatorY } from "./mercator.ts";
import { buildPropertyTable } from "./property-table.ts";
import {
  type Bounds,
  type ClusterOptions,
  TILE_EXTENT,
  type TileFeature,
  type TileLayerInput,
  type VectorLayer,
} from "./tile-input.ts";

/** What a layer of points is made of. */
export type PointLayer = Pick<TileLayerInput, "name" | "minzoom" | "maxzoom" | "features" | "cluster">;

/**
 * Cuts points. A point lies in exactly one tile (no buffer: the map draws symbols from the tile they stand in), so
 * points and cluster counts of all tiles of a zoom add up to the features.
 */
export class PointSlicer implements LayerSlicer {
  readonly vectorLayer: VectorLayer;
  readonly bounds: Bounds | null;
  readonly #layer: PointLayer;
  readonly #encoder: LayerEncoder;
  readonly #points: PointLevel;
  readonly #clusters: ClusteredPoints;

  constructor(layer: PointLayer) {
    this.#layer = layer;
    const { name, minzoom, maxzoom, features, cluster } = layer;
    this.#points = readPoints(features);
    this.#clusters = cluster
      ? clusterPoints(this.#points, features, cluster)
      : { levels: [], rows: [], holders: new Map() };
    const rows = features.map((feature) => ({ ...feature.properties, id: feature.id }));
    const table = buildPropertyTable([...rows, ...this.#clusters.rows]);
    this.#encoder = new LayerEncoder(name, table);
    this.vectorLayer = { id: name, fields: table.fields, minzoom, maxzoom };
    this.bounds = boundsOf(this.#points);
  }

  write(out: ByteWriter, { z, x, y }: TileAddress, coarser: number): void {
    const { minzoom, maxzoom } = this.#layer;
    if (z < minzoom || z > maxzoom) return;
    const level = this.#clusters.levels[z] ?? this.#points;
    const tiles = 2 ** z;
    const extent = TILE_EXTENT / 2 ** coarser;
    const gridSize = extent * tiles;
    const margin = 1 / gridSize;
    const found = level.index.range(
      x / tiles - margin,
      y / tiles - margin,
      (x + 1) / tiles + margin,
      (y + 1) / tiles + margin,
    );
    if (found.length === 0) return;
    found.sort((a, b) => a - b);
    const occupied = coarser > 0 ? new Set<number>() : null;
    this.#encoder.begin();
    for (const i of found) {
      const gridX = Math.floor(level.x[i]! * gridSize) - x * extent;
      const gridY = Math.floor(level.y[i]! * gridSize) - y * extent;
      if (gridX < 0 || gridY < 0 || gridX >= extent || gridY >= extent) continue;
      // A tile that grew too large shows one point per cell of the coarser grid.
      if (occupied?.has(gridY * extent + gridX)) continue;
      occupied?.add(gridY * extent + gridX);
      this.#encoder.point(gridX, gridY);
      this.#encoder.endFeature(level.row[i]!, "point");
    }
    this.#encoder.finish(out, extent);
  }

  clustersOf(id: string): number[] {
    const { features } = this.#layer;
    const { holders } = this.#clusters;
    const above = (row: number): number[] =>
      (holders.get(row) ?? []).flatMap((cluster) => [cluster - features.length + 1, ...above(cluster)]);
    return above(features.findIndex((feature) => feature.id === id));
  }
}

/** The clustering a layer may have: the deepest zoom always shows single points. */
export function clusteringWithin(cluster: ClusterOptions | undefined, maxzoom: number) {
  return cluster && { ...cluster, maxZoom: Math.min(cluster.maxZoom, maxzoom - 1) };
}

function readPoints(features: readonly TileFeature[]): PointLevel {
  const x: number[] = [];
  const y: number[] = [];
  const row: number[] = [];
  features.forEach((feature, index) => {
    for (const position of pointParts(feature.geometry)) {
      x.push(mercatorX(position[0]!));
      y.push(mercatorY(position[1]!));
      row.push(index);
    }
  });
  return pointLevel(x, y, row);
}

function boundsOf({ x, y }: PointLevel): Bounds | null {
  if (x.length === 0) return null;
  let [minX, minY, maxX, maxY] = [1, 1, 0, 0];
  for (let i = 0; i < x.length; i++) {
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  return [longitudeOf(minX), latitudeOf(maxY), longitudeOf(maxX), latitudeOf(minY)];
}
