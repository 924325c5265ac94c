import type { PlacementTask } from "./placement-task.ts";
import { type PlacesProblem, serve } from "./places.ts";
import { quickPlaces, shortestWaysWithPlaces } from "./shortest-ways-with-places.ts";
import type { CostUnit } from "./ways-task.ts";

/**
 * SHORTEST_WAYS_WITH_PLACES: at most `count` sites so that everybody's way to a place that is free is shortest on
 * average; whoever gets none counts with the way of `unservedCosts`. `demand` and capacities are in thousandths of
 * a place, of which a person needs `perPerson`; costs count people of a cell as often as `factors` say, in
 * hundredths, so the mean is taken over as many. Candidate j of the answer is `candidates[j]` of the sites.
 */
export function placesTask(
  problem: PlacesProblem,
  factors: Uint32Array | null,
  perPerson: number,
  count: number,
  unit: CostUnit,
): PlacementTask {
  let people = 0;
  problem.demand.forEach((demand, i) => {
    people += demand * (factors ? factors[i]! : 1);
  });
  const at = (chosen: readonly number[]) => serve(problem, [...problem.existing, ...chosen]);
  const servedPeople = (chosen: readonly number[]) => {
    const served = new Float64Array(problem.demand.length);
    for (const cells of at(chosen).served) for (const [cell, amount] of cells) served[cell]! += amount;
    return served;
  };
  return {
    isLowerBetter: true,
    present: at([]).cost,
    solve: (run, tell) => shortestWaysWithPlaces(problem, count, run, tell),
    quick: (run) => quickPlaces(problem, count, run),
    value: (chosen) => at(chosen).cost,
    inAnswer: (value) => (people === 0 ? 0 : value / people / unit),
    opened: (candidate) =>
      placesTask(
        {
          ...problem,
          existing: [...problem.existing, candidate],
          usable: problem.usable.filter((site) => site !== candidate),
        },
        factors,
        perPerson,
        count - 1,
        unit,
      ),
    without: (isBanned) =>
      placesTask(
        { ...problem, usable: problem.usable.filter((site) => !isBanned(site)) },
        factors,
        perPerson,
        count,
        unit,
      ),
    people(chosen) {
      const { served } = at(chosen);
      return chosen.map((_, position) => {
        let sum = 0;
        for (const amount of served[problem.existing.length + position]!.values()) sum += amount;
        return Math.round(sum / perPerson);
      });
    },
    difference(before, after) {
      const then = servedPeople(before);
      return servedPeople(after).map((served, i) => Math.round((served - then[i]!) / perPerson));
    },
  };
}
