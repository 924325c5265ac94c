import type { PlanningData } from "#domain/analysis/planning-model.ts";
import type { ProfileParameters } from "#domain/network/profile.ts";
import { type StreetPosition, streetFinder } from "#domain/network/street-finder.ts";
import { streetGraph } from "#domain/network/street-graph.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";

/** Node of the first cell; those of facilities lie before the streets' own. */
export const firstCell = 10_000_000;
const firstFacility = -10_000_000;

/** Source, target and cost in millimetres. */
export type AttachedEdge = [source: number, target: number, cost: number];

/**
 * The streets a profile can use, with cells and places as further nodes, joined to both ends of their street by
 * what the way along it and to it costs. Ways in this graph are those of the core, so that a program that knows
 * nodes and edges only can be asked the same question.
 */
export function attachedNetwork(
  { grid, network }: PlanningData,
  profile: ProfileParameters,
  points: readonly SupplyPoint[],
): { edges: AttachedEdge[]; nodeOfPoint: Map<string, number> } {
  const streets = network!;
  const graph = streetGraph(streets, profile, (length) => length);
  const find = streetFinder(graph);
  const edges: AttachedEdge[] = [];
  for (let edge = 0; edge < streets.edgeCount; edge++) {
    if (!graph.isUsable[edge]) continue;
    edges.push([streets.from[edge]!, streets.to[edge]!, Math.max(1, streets.length[edge]!)]);
  }
  const attach = (node: number, { edge, alongMm, distanceMm }: StreetPosition) => {
    const whole = Math.max(1, streets.length[edge]!);
    edges.push([node, streets.from[edge]!, distanceMm + alongMm]);
    edges.push([node, streets.to[edge]!, distanceMm + whole - alongMm]);
  };
  const cellsOn = new Map<number, [node: number, street: StreetPosition][]>();
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const street = find(grid.longitude[cell]!, grid.latitude[cell]!);
    if (!street) continue;
    attach(firstCell + cell, street);
    cellsOn.set(street.edge, [...(cellsOn.get(street.edge) ?? []), [firstCell + cell, street]]);
  }
  const nodeOfPoint = new Map<string, number>();
  points.forEach(({ id, longitude, latitude }, index) => {
    const street = find(Math.round(longitude * coordinateUnits), Math.round(latitude * coordinateUnits));
    if (!street) return;
    const node = firstFacility - index;
    nodeOfPoint.set(id, node);
    attach(node, street);
    // Cells of the same street are reached along it, not by way of its ends.
    for (const [cell, other] of cellsOn.get(street.edge) ?? []) {
      edges.push([
        node,
        cell,
        street.distanceMm + Math.abs(street.alongMm - other.alongMm) + other.distanceMm,
      ]);
    }
  });
  return { edges, nodeOfPoint };
}
