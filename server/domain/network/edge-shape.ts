import type { WalkingNetwork } from "./walking-network.ts";

/** Number of points of an edge, its two end nodes included. */
export function pointCount({ shapeStart }: WalkingNetwork, edge: number): number {
  return shapeStart[edge + 1]! - shapeStart[edge]! + 2;
}

/** Longitude in units of the n-th point of an edge, counted from its `from` node. */
export function pointLongitude(network: WalkingNetwork, edge: number, n: number): number {
  if (n === 0) return network.longitude[network.from[edge]!]!;
  const at = network.shapeStart[edge]! + n - 1;
  return at < network.shapeStart[edge + 1]!
    ? network.shapeLongitude[at]!
    : network.longitude[network.to[edge]!]!;
}

/** Latitude in units of the n-th point of an edge, counted from its `from` node. */
export function pointLatitude(network: WalkingNetwork, edge: number, n: number): number {
  if (n === 0) return network.latitude[network.from[edge]!]!;
  const at = network.shapeStart[edge]! + n - 1;
  return at < network.shapeStart[edge + 1]!
    ? network.shapeLatitude[at]!
    : network.latitude[network.to[edge]!]!;
}
