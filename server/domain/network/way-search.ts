import { unreached } from "../reachability/reachability.ts";
import { costBuckets } from "./cost-buckets.ts";
import type { StreetGraph } from "./street-graph.ts";

/**
 * Shortest ways, again and again over the same arrays: a search clears only what the one before it touched, and
 * nothing is allocated on the way. The method is Dijkstra's with buckets instead of an exact order (Meyer and
 * Sanders 2003, "Δ-stepping: a parallelizable shortest path algorithm"): a node whose cost is lowered again
 * within its bucket is simply looked at again.
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
  /** Ends early once no node cheaper than `enough()` is left. */
  run(enough?: () => number): void;
}

export function waySearch({ nodeCount, arcStart, arcTarget, arcCost }: StreetGraph): WaySearch {
  const costs = new Uint32Array(nodeCount).fill(unreached);
  const origins = new Int32Array(nodeCount).fill(-1);
  const touched = new Uint32Array(nodeCount);
  /** 1 while a node has a cost or origin its neighbours do not know of. */
  const isWaiting = new Uint8Array(nodeCount);
  const buckets = costBuckets(bucketWidth(arcCost));
  let limit = unreached - 1;
  let before: Uint32Array | undefined;

  /** Gives a node a lower cost, or the same from an earlier origin: a tie goes to that. */
  const lower = (node: number, cost: number, origin: number) => {
    const known = costs[node]!;
    if (cost > known || (cost === known && origin >= origins[node]!)) return;
    if (cost > limit && !(before !== undefined && cost < before[node]!)) return;
    if (known === unreached) touched[search.touchedCount++] = node;
    costs[node] = cost;
    origins[node] = origin;
    isWaiting[node] = 1;
    buckets.put(node, cost);
  };

  const search: WaySearch = {
    costs,
    origins,
    touched,
    touchedCount: 0,
    begin(newLimit, newBefore) {
      for (let i = 0; i < search.touchedCount; i++) {
        const node = touched[i]!;
        costs[node] = unreached;
        origins[node] = -1;
        isWaiting[node] = 0;
      }
      search.touchedCount = 0;
      buckets.clear();
      limit = Math.min(newLimit, unreached - 1);
      before = newBefore;
    },
    start: lower,
    run(enough) {
      for (let node = buckets.take(); node !== -1; node = buckets.take()) {
        if (isWaiting[node] === 0) continue;
        if (enough && buckets.lowest() >= enough()) return;
        isWaiting[node] = 0;
        const cost = costs[node]!;
        const origin = origins[node]!;
        for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
          const target = arcTarget[arc]!;
          const farther = cost + arcCost[arc]!;
          if (farther <= costs[target]!) lower(target, farther, origin);
        }
      }
    },
  };
  return search;
}

/** Half the middle arc: narrow enough that hardly a node is looked at twice, wide enough that few are empty. */
function bucketWidth(arcCost: Uint32Array): number {
  if (arcCost.length === 0) return 1;
  return Math.max(1, Math.round(arcCost.toSorted()[arcCost.length >> 1]! / 2));
}
