import { pointCount, pointLatitude, pointLongitude } from "#domain/network/edge-shape.ts";
import { networkDegreeLength } from "#domain/network/street-finder.ts";
import type { StreetGraph } from "#domain/network/street-graph.ts";
import { unreached } from "#domain/reachability/reachability.ts";

/** Cost from a start (node → cost) to every node, by improving all edges until none improves any more. */
export function slowCosts({ network, isUsable, costOf }: StreetGraph, starts: ReadonlyMap<number, number>) {
  const costs = Array.from({ length: network.nodeCount }, (_, node) => starts.get(node) ?? unreached);
  for (let changed = true; changed; ) {
    changed = false;
    for (let edge = 0; edge < network.edgeCount; edge++) {
      if (!isUsable[edge]) continue;
      const [a, b, cost] = [
        network.from[edge]!,
        network.to[edge]!,
        Math.max(1, costOf(network.length[edge]!)),
      ];
      for (const [u, v] of [
        [a, b],
        [b, a],
      ] as const) {
        if (costs[u]! + cost < costs[v]!) {
          costs[v] = costs[u]! + cost;
          changed = true;
        }
      }
    }
  }
  return costs;
}

/** Distance in millimetres from a place in units to the nearest usable street, by looking at every stretch. */
export function slowDistance(
  { network, isUsable }: StreetGraph,
  longitude: number,
  latitude: number,
): number {
  const { east, north } = networkDegreeLength(network);
  let nearest = Infinity;
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (!isUsable[edge]) continue;
    for (let n = 1; n < pointCount(network, edge); n++) {
      const [ax, ay, bx, by] = [n - 1, n].flatMap((at) => [
        (pointLongitude(network, edge, at) - longitude) * east(latitude),
        (pointLatitude(network, edge, at) - latitude) * north,
      ]) as [number, number, number, number];
      const whole = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / whole));
      nearest = Math.min(nearest, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
    }
  }
  return nearest;
}
