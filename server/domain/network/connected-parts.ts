import type { WalkingNetwork } from "./walking-network.ts";

/** The connected parts of a network, over all edges or those marked with 1. */
export interface ConnectedParts {
  /** Length of street of each part in millimetres, longest first; a tie in the order of their lowest nodes. */
  lengths: number[];
  /** By edge: the part it belongs to, −1 for edges that are not marked. */
  partOf: Int32Array;
}

export function connectedParts(network: WalkingNetwork, isUsable?: Uint8Array): ConnectedParts {
  const { nodeCount, edgeCount, from, to, length } = network;
  const isMarked = (edge: number) => isUsable === undefined || isUsable[edge] === 1;
  const parent = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) parent[node] = node;
  const rootOf = (node: number) => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isMarked(edge)) continue;
    const a = rootOf(from[edge]!);
    const b = rootOf(to[edge]!);
    // The lower number becomes the root: a part is then known by its lowest node.
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const lengthAt = new Map<number, number>();
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!isMarked(edge)) continue;
    const root = rootOf(from[edge]!);
    lengthAt.set(root, (lengthAt.get(root) ?? 0) + length[edge]!);
  }
  const parts = [...lengthAt].sort(([a, lengthA], [b, lengthB]) => lengthB - lengthA || a - b);
  const number = new Map(parts.map(([root], at) => [root, at]));
  const partOf = new Int32Array(edgeCount).fill(-1);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (isMarked(edge)) partOf[edge] = number.get(rootOf(from[edge]!))!;
  }
  return { lengths: parts.map(([, total]) => total), partOf };
}
