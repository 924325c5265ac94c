import { firstChoice, mostSavings } from "./most-savings.ts";
import type { PlacementTask } from "./placement-task.ts";
import { makeSavings, type Savings } from "./savings.ts";
import { quickLongestWay, shortestLongestWay } from "./shortest-longest-way.ts";
import { longestWay, nearestWays, type Ways } from "./ways.ts";

/** How many whole cost units one unit of the answer has: metres of millimetres, minutes of milliseconds. */
export type CostUnit = 1000 | 60_000;

/**
 * SHORTEST_WAYS: at most `count` sites so that the mean way of everybody is shortest (p-median beside what
 * exists). `factors` say in hundredths how often people of a cell count. Values are people times way.
 */
export function shortestWaysTask(
  ways: Ways,
  factors: Uint32Array | null,
  count: number,
  unit: CostUnit,
): PlacementTask {
  // Hundredths only where there are some: without them totals stay far below 2⁵³ for any city.
  const counting = Float64Array.from(ways.weights, (weight, i) => (factors ? weight * factors[i]! : weight));
  const people = counting.reduce((sum, weight) => sum + weight, 0);
  const total = (chosen: readonly number[]) => {
    let sum = 0;
    nearestWays(ways, chosen).costs.forEach((cost, i) => {
      sum += counting[i]! * cost;
    });
    return sum;
  };
  const present = total([]);
  const savings = savedWays(ways, counting);
  return {
    ...waysEffects(ways),
    isLowerBetter: true,
    present,
    async solve(run, tell) {
      const found = await mostSavings(savings, count, run, (stage, value, bound) =>
        tell(stage, present - value, bound === null ? null : present - bound),
      );
      return { ...found, value: present - found.value, bound: present - found.bound };
    },
    quick: async () => firstChoice(savings, count),
    value: total,
    inAnswer: (value) => (people === 0 ? 0 : value / people / unit),
    opened: (candidate) => shortestWaysTask(withOpened(ways, candidate), factors, count - 1, unit),
    without: (isBanned) => shortestWaysTask(withoutSome(ways, isBanned), factors, count, unit),
  };
}

/** SHORTEST_LONGEST_WAY: at most `count` sites so that the longest way of anybody is shortest (p-center). */
export function shortestLongestWayTask(ways: Ways, count: number, unit: CostUnit): PlacementTask {
  const cells = Uint32Array.from(ways.weights.keys()).filter((i) => ways.weights[i]! > 0);
  return {
    ...waysEffects(ways),
    isLowerBetter: true,
    present: longestWay(ways, cells, []),
    solve: (run, tell) => shortestLongestWay(ways, count, run, tell),
    quick: async () => quickLongestWay(ways, count),
    value: (chosen) => longestWay(ways, cells, chosen),
    inAnswer: (value) => value / unit,
    opened: (candidate) => shortestLongestWayTask(withOpened(ways, candidate), count - 1, unit),
    without: (isBanned) => shortestLongestWayTask(withoutSome(ways, isBanned), count, unit),
  };
}

function savedWays(ways: Ways, counting: Float64Array): Savings {
  return makeSavings(
    ways.present.length,
    Array.from({ length: ways.candidateCount }, (_, j) => {
      const cells = ways.cells.subarray(ways.start[j], ways.start[j + 1]);
      const costs = ways.costs.subarray(ways.start[j], ways.start[j + 1]);
      return {
        cells,
        savings: Float64Array.from(cells, (i, k) => counting[i]! * (ways.present[i]! - costs[k]!)),
      };
    }),
    ways.usable,
  );
}

/** The ways once a candidate is open: it counts among the places that exist. */
function withOpened(ways: Ways, candidate: number): Ways {
  const present = nearestWays(ways, [candidate]).costs;
  const start = new Uint32Array(ways.start.length);
  const cells = new Uint32Array(ways.cells.length);
  const costs = new Uint32Array(ways.costs.length);
  let end = 0;
  for (let j = 0; j < ways.candidateCount; j++) {
    for (let k = ways.start[j]!; j !== candidate && k < ways.start[j + 1]!; k++) {
      if (ways.costs[k]! >= present[ways.cells[k]!]!) continue;
      cells[end] = ways.cells[k]!;
      costs[end++] = ways.costs[k]!;
    }
    start[j + 1] = end;
  }
  const usable = ways.usable.filter((j) => j !== candidate);
  return { ...ways, present, usable, start, cells: cells.slice(0, end), costs: costs.slice(0, end) };
}

function withoutSome(ways: Ways, isBanned: (candidate: number) => boolean): Ways {
  return { ...ways, usable: ways.usable.filter((j) => !isBanned(j)) };
}

function waysEffects(ways: Ways): Pick<PlacementTask, "people" | "difference"> {
  return {
    people(chosen) {
      const people = new Array<number>(chosen.length).fill(0);
      nearestWays(ways, chosen).nearest.forEach((position, i) => {
        if (position >= 0) people[position]! += ways.weights[i]!;
      });
      return people;
    },
    difference(before, after) {
      const then = nearestWays(ways, before).costs;
      const now = nearestWays(ways, after).costs;
      return Float64Array.from(ways.weights, (weight, i) => weight * Math.sign(then[i]! - now[i]!));
    },
  };
}
