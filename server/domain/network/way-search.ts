import { unreached } from "../reachability/reachability.ts";
import { costQueue } from "./cost-queue.ts";
import type { StreetGraph } from "./street-graph.ts";

/**
 * Shortest ways by Dijkstra's method, again and again over the same arrays: a search clears only what the
 * one before it touched, and nothing is allocated on the way.
 */
export interface WaySearch {
  /** Cost at each node after `run`; `unreached` where the search did not come. */
  costs: Uint32Array;
  /** Which start each node was reached from; only meaningful where it was reached. */
  origins: Int32Array;
  /** Nodes reached by the last search: the first `touchedCount` of `touched`. */
  touched: Uint32Array;
  touchedCount: number;
  /**
   * Forgets the last search. Nodes beyond `limit` are not entered, except where they are nearer than `before`
   * says, by node.
   */
  begin(limit: number, before?: Uint32Array): void;
  /** A start; several starts at one node leave the cheaper one, a tie the lower origin. */
  start(node: number, cost: number, origin: number): void;
  /** Ends early once no node cheaper than `enough()` is left; it is asked after each node. */
  run(enough?: () => number): void;
}

export function waySearch({ nodeCount, arcStart, arcTarget, arcCost }: StreetGraph): WaySearch {
  const costs = new Uint32Array(nodeCount).fill(unreached);
  const origins = new Int32Array(nodeCount).fill(-1);
  const touched = new Uint32Array(nodeCount);
  const queue = costQueue(1024);
  let limit = unreached - 1;
  let before: Uint32Array | undefined;

  /** Gives a node a lower cost; a tie goes to the earlier origin, which then still spreads: costs are ≥ 1. */
  const lower = (node: number, cost: number, origin: number) => {
    const known = costs[node]!;
    if (cost > known || (cost === known && origin >= origins[node]!)) return;
    if (cost > limit && !(before && cost < before[node]!)) return;
    if (known === unreached) touched[search.touchedCount++] = node;
    origins[node] = origin;
    if (cost === known) return;
    costs[node] = cost;
    queue.push(cost, node);
  };

  const search: WaySearch = {
    costs,
    origins,
    touched,
    touchedCount: 0,
    begin(newLimit, newBefore) {
      for (let i = 0; i < search.touchedCount; i++) {
        costs[touched[i]!] = unreached;
        origins[touched[i]!] = -1;
      }
      search.touchedCount = 0;
      queue.clear();
      limit = Math.min(newLimit, unreached - 1);
      before = newBefore;
    },
    start: lower,
    run(enough) {
      while (queue.pop()) {
        const { cost, node } = queue;
        if (cost > costs[node]!) continue;
        if (enough && cost >= enough()) return;
        const origin = origins[node]!;
        for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
          lower(arcTarget[arc]!, cost + arcCost[arc]!, origin);
        }
      }
    },
  };
  return search;
}
