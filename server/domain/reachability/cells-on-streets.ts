import type { PopulationGrid } from "../demand/population-grid.ts";
import type { StreetFinder } from "../network/street-finder.ts";
import type { StreetGraph } from "../network/street-graph.ts";

/** Cells brought to their streets once: from an end node of its edge each cell is a fixed way off. */
export interface CellsOnStreets {
  /** Entries of node n are `nodeStart[n]` up to `nodeStart[n + 1]`: a cell, and its cost from that node. */
  nodeStart: Uint32Array;
  nodeCell: Uint32Array;
  nodeCost: Uint32Array;
  /** Cells of edge e are `edgeCells[edgeStart[e]]` up to `edgeStart[e + 1]`. */
  edgeStart: Uint32Array;
  edgeCells: Uint32Array;
  /** By cell: how far along its edge it meets the street, and how far that is; both as costs. */
  along: Uint32Array;
  off: Uint32Array;
}

/** Cells farther from any usable street than the finder looks are on no list, and so never reached. */
export function cellsOnStreets(
  { network, nodeCount, costOf }: StreetGraph,
  grid: Pick<PopulationGrid, "cellCount" | "longitude" | "latitude">,
  findStreet: StreetFinder,
): CellsOnStreets {
  const { cellCount } = grid;
  const { edgeCount, from, to, length } = network;
  const edgeOf = new Int32Array(cellCount).fill(-1);
  const along = new Uint32Array(cellCount);
  const off = new Uint32Array(cellCount);
  const nodeStart = new Uint32Array(nodeCount + 1);
  const edgeStart = new Uint32Array(edgeCount + 1);
  for (let cell = 0; cell < cellCount; cell++) {
    const street = findStreet(grid.longitude[cell]!, grid.latitude[cell]!);
    if (!street) continue;
    const { edge } = street;
    edgeOf[cell] = edge;
    along[cell] = costOf(street.alongMm);
    off[cell] = costOf(street.distanceMm);
    edgeStart[edge + 1]!++;
    nodeStart[from[edge]! + 1]!++;
    nodeStart[to[edge]! + 1]!++;
  }
  for (let edge = 0; edge < edgeCount; edge++) edgeStart[edge + 1]! += edgeStart[edge]!;
  for (let node = 0; node < nodeCount; node++) nodeStart[node + 1]! += nodeStart[node]!;
  const edgeCells = new Uint32Array(edgeStart[edgeCount]!);
  const nodeCell = new Uint32Array(nodeStart[nodeCount]!);
  const nodeCost = new Uint32Array(nodeStart[nodeCount]!);
  const nextOfEdge = edgeStart.slice(0, edgeCount);
  const nextOfNode = nodeStart.slice(0, nodeCount);
  const addToNode = (node: number, cell: number, cost: number) => {
    const entry = nextOfNode[node]!++;
    nodeCell[entry] = cell;
    nodeCost[entry] = cost;
  };
  for (let cell = 0; cell < cellCount; cell++) {
    const edge = edgeOf[cell]!;
    if (edge < 0) continue;
    edgeCells[nextOfEdge[edge]!++] = cell;
    const whole = Math.max(1, costOf(length[edge]!));
    addToNode(from[edge]!, cell, along[cell]! + off[cell]!);
    addToNode(to[edge]!, cell, whole - along[cell]! + off[cell]!);
  }
  return { nodeStart, nodeCell, nodeCost, edgeStart, edgeCells, along, off };
}
