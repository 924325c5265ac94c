import KDBush from "kdbush";
import type { ClusterOptions, TileFeature, TileValue } from "./tile-input.ts";

/** Pixels along a tile to which a cluster's radius refers. */
const TILE_PIXELS = 512;

/** The points of a layer as they stand at one zoom. `row` numbers the properties: features first, then clusters. */
export interface PointLevel {
  x: Float64Array;
  y: Float64Array;
  row: Uint32Array;
  index: KDBush;
}

/** All cluster zooms of a layer, and the properties of every cluster in the order of their rows. */
export interface ClusteredPoints {
  /** By zoom, from 0 to `maxZoom`. */
  levels: PointLevel[];
  rows: Record<string, TileValue>[];
  /** Clusters that hold a row, a feature's or a smaller cluster's; by their rows, once for each point they hold. */
  holders: Map<number, number[]>;
}

interface Nodes {
  x: number[];
  y: number[];
  row: number[];
  count: number[];
  /** Counts by value; shared between zooms while a node does not change. */
  tally: (Map<string, number> | null)[];
}

/**
 * Greedy clustering from the deepest zoom upwards, as supercluster does it: a point that is not yet taken gathers
 * everything within the radius and becomes their centre of gravity. Unlike there the radius is 512-pixel based.
 *
 * @param points positions in the unit square, one per feature row; `expansion_zoom` is where a cluster first falls apart
 */
export function clusterPoints(
  points: PointLevel,
  features: readonly TileFeature[],
  { radius, maxZoom, countBy }: ClusterOptions,
): ClusteredPoints {
  const rows: Record<string, TileValue>[] = [];
  const levels: PointLevel[] = [];
  const holders = new Map<number, number[]>();
  let index = points.index;
  let nodes: Nodes = {
    x: [...points.x],
    y: [...points.y],
    row: [...points.row],
    count: new Array<number>(points.x.length).fill(1),
    tally: Array.from(points.row, (row) => ownTally(features[row], countBy)),
  };
  for (let zoom = maxZoom; zoom >= 0; zoom--) {
    nodes = gather(nodes, index, radius / (TILE_PIXELS * 2 ** zoom), (gathered, count, tally) => {
      const id = rows.length + 1;
      rows.push(clusterProperties(id, count, tally, zoom + 1));
      const cluster = features.length + rows.length - 1;
      for (const row of gathered) holders.set(row, [...(holders.get(row) ?? []), cluster]);
      return cluster;
    });
    const level = pointLevel(nodes.x, nodes.y, nodes.row);
    levels[zoom] = level;
    index = level.index;
  }
  return { levels, rows, holders };
}

/** Positions in the unit square with their rows, ready to be searched. */
export function pointLevel(x: ArrayLike<number>, y: ArrayLike<number>, row: ArrayLike<number>): PointLevel {
  const index = new KDBush(x.length);
  for (let i = 0; i < x.length; i++) index.add(x[i]!, y[i]!);
  index.finish();
  return { x: Float64Array.from(x), y: Float64Array.from(y), row: Uint32Array.from(row), index };
}

function gather(
  nodes: Nodes,
  index: KDBush,
  reach: number,
  newCluster: (gathered: number[], count: number, tally: Map<string, number> | null) => number,
): Nodes {
  const taken = new Uint8Array(nodes.x.length);
  const next: Nodes = { x: [], y: [], row: [], count: [], tally: [] };
  for (let i = 0; i < taken.length; i++) {
    if (taken[i]) continue;
    taken[i] = 1;
    const near = index.within(nodes.x[i]!, nodes.y[i]!, reach).filter((other) => !taken[other]);
    near.sort((a, b) => a - b);
    let count = nodes.count[i]!;
    let x = nodes.x[i]! * count;
    let y = nodes.y[i]! * count;
    let tally = nodes.tally[i]!;
    if (near.length > 0 && tally) tally = new Map(tally);
    for (const other of near) {
      taken[other] = 1;
      const weight = nodes.count[other]!;
      count += weight;
      x += nodes.x[other]! * weight;
      y += nodes.y[other]! * weight;
      for (const [value, part] of nodes.tally[other] ?? [])
        tally!.set(value, (tally!.get(value) ?? 0) + part);
    }
    next.x.push(x / count);
    next.y.push(y / count);
    next.count.push(count);
    next.tally.push(tally);
    const gathered = [i, ...near].map((one) => nodes.row[one]!);
    next.row.push(near.length > 0 ? newCluster(gathered, count, tally) : nodes.row[i]!);
  }
  return next;
}

function ownTally(feature: TileFeature | undefined, countBy: string | undefined): Map<string, number> | null {
  if (!countBy) return null;
  const value = feature?.properties[countBy];
  return new Map(value === null || value === undefined ? [] : [[String(value), 1]]);
}

function clusterProperties(
  id: number,
  count: number,
  tally: Map<string, number> | null,
  expansionZoom: number,
): Record<string, TileValue> {
  const row: Record<string, TileValue> = {
    cluster: true,
    cluster_id: id,
    point_count: count,
    expansion_zoom: expansionZoom,
  };
  for (const [value, part] of tally ?? []) row[`count_${value}`] = part;
  return row;
}
