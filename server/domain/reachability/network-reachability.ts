import { streetFinder } from "../network/street-finder.ts";
import { streetGraph } from "../network/street-graph.ts";
import { coordinateUnits, type WalkingNetwork } from "../network/walking-network.ts";
import { waySearch } from "../network/way-search.ts";
import { cellCosts } from "./cell-costs.ts";
import { cellsOnStreets } from "./cells-on-streets.ts";
import { costOfLength, lengthOfCost } from "./cost-measure.ts";
import type { ReachabilityInput } from "./make-reachability.ts";
import { inUnits } from "./place-units.ts";
import { type Place, type Reachability, unreached } from "./reachability.ts";
import { streetOutline } from "./street-outline.ts";

/** A place on its street, with costs to both ends of the edge. */
interface Start {
  edge: number;
  along: number;
  off: number;
  longitude: number;
  latitude: number;
  distanceMm: number;
}

/** Ways along the streets of a network. */
export function networkReachability(input: ReachabilityInput & { network: WalkingNetwork }): Reachability {
  const { network, grid, profile, measure } = input;
  const { cellCount } = grid;
  const costOf = costOfLength(profile, measure);
  const graph = streetGraph(network, profile, costOf);
  const findStreet = streetFinder(graph);
  const cells = cellsOnStreets(graph, grid, findStreet);
  const search = waySearch(graph);
  const found = cellCosts(cellCount);

  const startAt = (place: Place): Start | null => {
    const { longitude, latitude } = inUnits(place);
    const street = findStreet(longitude, latitude);
    return street && { ...street, along: costOf(street.alongMm), off: costOf(street.distanceMm) };
  };
  const wholeCost = (edge: number) => Math.max(1, costOf(network.length[edge]!));
  const enter = ({ edge, along, off }: Start, origin: number) => {
    search.start(network.from[edge]!, off + along, origin);
    search.start(network.to[edge]!, off + wholeCost(edge) - along, origin);
  };

  /** Offers every cell that hangs on a touched node, and those on the very street of the start. */
  const offerCells = (start: Start) => {
    const { nodeStart, nodeCell, nodeCost, edgeStart, edgeCells } = cells;
    for (let i = 0; i < search.touchedCount; i++) {
      const node = search.touched[i]!;
      const cost = search.costs[node]!;
      for (let at = nodeStart[node]!, end = nodeStart[node + 1]!; at < end; at++) {
        found.offer(nodeCell[at]!, cost + nodeCost[at]!);
      }
    }
    for (let at = edgeStart[start.edge]!, end = edgeStart[start.edge + 1]!; at < end; at++) {
      found.offer(edgeCells[at]!, directCost(start, edgeCells[at]!));
    }
  };
  const directCost = ({ along, off }: Start, cell: number) =>
    off + Math.abs(along - cells.along[cell]!) + cells.off[cell]!;

  return {
    method: "network",
    measure,
    profile: profile.profile,
    cellCount,

    reach(place, limit) {
      const start = startAt(place);
      if (start) {
        search.begin(limit);
        enter(start, 0);
        search.run();
        offerCells(start);
      }
      return found.take((_, cost) => cost <= limit);
    },

    nearest(places, limit = unreached - 1) {
      search.begin(limit);
      const starts = places.map(startAt);
      starts.forEach((start, origin) => {
        if (start) enter(start, origin);
      });
      search.run();
      const costs = new Uint32Array(cellCount).fill(unreached);
      const nearest = new Int32Array(cellCount).fill(-1);
      const offer = (cell: number, cost: number, origin: number) => {
        const known = costs[cell]!;
        if (cost > limit || cost > known || (cost === known && origin >= nearest[cell]!)) return;
        costs[cell] = cost;
        nearest[cell] = origin;
      };
      const { nodeStart, nodeCell, nodeCost, edgeStart, edgeCells } = cells;
      for (let i = 0; i < search.touchedCount; i++) {
        const node = search.touched[i]!;
        for (let at = nodeStart[node]!, end = nodeStart[node + 1]!; at < end; at++) {
          offer(nodeCell[at]!, search.costs[node]! + nodeCost[at]!, search.origins[node]!);
        }
      }
      starts.forEach((start, origin) => {
        if (!start) return;
        for (let at = edgeStart[start.edge]!, end = edgeStart[start.edge + 1]!; at < end; at++) {
          offer(edgeCells[at]!, directCost(start, edgeCells[at]!), origin);
        }
      });
      return { costs, nearest, nodeCosts: search.costs.slice() };
    },

    change(place, { limit, before }) {
      const start = startAt(place);
      if (start) {
        search.begin(limit, before.nodeCosts ?? undefined);
        enter(start, 0);
        search.run();
        offerCells(start);
      }
      return found.take((cell, cost) => cost <= limit || cost < before.costs[cell]!);
    },

    between(from, to) {
      const start = startAt(from);
      const end = startAt(to);
      if (!start || !end) return unreached;
      const { edge } = end;
      const best = () =>
        Math.min(
          start.edge === edge ? start.off + Math.abs(start.along - end.along) + end.off : unreached,
          search.costs[network.from[edge]!]! + end.along + end.off,
          search.costs[network.to[edge]!]! + wholeCost(edge) - end.along + end.off,
          unreached,
        );
      search.begin(unreached - 1);
      enter(start, 0);
      search.run(best);
      return best();
    },

    outline(place, limit) {
      const start = startAt(place);
      if (!start) return { type: "MultiPolygon", coordinates: [] };
      search.begin(limit);
      enter(start, 0);
      search.run();
      return streetOutline({
        graph,
        search,
        start,
        place: inUnits(place),
        limit,
        lengthOf: lengthOfCost(profile, measure),
      });
    },

    snap(place) {
      const start = startAt(place);
      return (
        start && {
          place: { longitude: start.longitude / coordinateUnits, latitude: start.latitude / coordinateUnits },
          distanceMm: start.distanceMm,
        }
      );
    },
  };
}
