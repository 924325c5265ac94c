import { connectedParts } from "./connected-parts.ts";
import type { ProfileParameters } from "./profile.ts";
import { edgeFlag, type WalkingNetwork } from "./walking-network.ts";

/**
 * The streets somebody of a profile can use, as neighbour lists: the arcs of node n are `arcStart[n]` up to
 * `arcStart[n + 1]`. Only the largest connected part is in it, because a place snapped to an island would
 * be cut off from the city.
 */
export interface StreetGraph {
  network: WalkingNetwork;
  nodeCount: number;
  arcStart: Uint32Array;
  /** Node at the other end. */
  arcTarget: Uint32Array;
  arcEdge: Uint32Array;
  /** Whole millimetres or milliseconds, at least 1. */
  arcCost: Uint32Array;
  /** 1 for edges of the network that are in the graph. */
  isUsable: Uint8Array;
  /** Cost of this many millimetres along any street. */
  costOf(lengthMm: number): number;
}

/** What a millimetre costs: itself, or time at the profile's speed in whole milliseconds. */
export type CostOfLength = (lengthMm: number) => number;

/** The graph of a profile. Nodes keep their numbers; those not in the largest part have no arcs. */
export function streetGraph(
  network: WalkingNetwork,
  profile: ProfileParameters,
  costOf: CostOfLength,
): StreetGraph {
  const { nodeCount, edgeCount, from, to, length } = network;
  const { partOf } = connectedParts(network, usableEdges(network, profile));
  const isUsable = Uint8Array.from(partOf, (part) => (part === 0 ? 1 : 0));
  const arcStart = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isUsable[edge]) continue;
    arcStart[from[edge]! + 1]!++;
    arcStart[to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1]! += arcStart[node]!;
  const arcs = arcStart[nodeCount]!;
  const arcTarget = new Uint32Array(arcs);
  const arcEdge = new Uint32Array(arcs);
  const arcCost = new Uint32Array(arcs);
  const next = arcStart.slice(0, nodeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isUsable[edge]) continue;
    const cost = Math.max(1, costOf(length[edge]!));
    for (const [start, end] of [
      [from[edge]!, to[edge]!],
      [to[edge]!, from[edge]!],
    ] as const) {
      const arc = next[start]!++;
      arcTarget[arc] = end;
      arcEdge[arc] = edge;
      arcCost[arc] = cost;
    }
  }
  return { network, nodeCount, arcStart, arcTarget, arcEdge, arcCost, isUsable, costOf };
}

function usableEdges(network: WalkingNetwork, profile: ProfileParameters): Uint8Array {
  const { edgeCount, flags, slope } = network;
  const isBarrierFree = profile.profile === "BARRIER_FREE";
  const forbidden = (profile.usesSteps ? 0 : edgeFlag.steps) | (isBarrierFree ? edgeFlag.notBarrierFree : 0);
  // Where heights are unknown a slope is 0, except for the few that are stated: those count all the same.
  const steepest = profile.maxSlopePerMille ?? Infinity;
  const isUsable = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((flags[edge]! & forbidden) === 0 && Math.abs(slope[edge]!) <= steepest) isUsable[edge] = 1;
  }
  return isUsable;
}
