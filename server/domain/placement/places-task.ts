import { PlaceService } from "./place-service.ts";
import type { PlacementTask } from "./placement-task.ts";
import type { PlacesProblem } from "./places.ts";
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
  begin: () => PlaceService = keptService(() => new PlaceService(problem, problem.existing)),
): PlacementTask {
  let people = 0;
  problem.demand.forEach((demand, i) => {
    people += demand * (factors ? factors[i]! : 1);
  });
  const at = (chosen: readonly number[]) => {
    const service = begin();
    for (const site of chosen) service.open(site);
    return service;
  };
  return {
    isLowerBetter: true,
    present: at([]).cost,
    solve: (run, tell) => shortestWaysWithPlaces(problem, count, begin, run, tell),
    quick: (run) => quickPlaces(problem, count, begin, run),
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
        keptService(() => at([candidate])),
      ),
    without: (isBanned) =>
      placesTask(
        { ...problem, usable: problem.usable.filter((site) => !isBanned(site)) },
        factors,
        perPerson,
        count,
        unit,
        begin,
      ),
    people(chosen) {
      const service = at(chosen);
      return chosen.map((site) => {
        let sum = 0;
        for (const amount of service.servedBy(site).values()) sum += amount;
        return Math.round(sum / perPerson);
      });
    },
    difference(before, after) {
      const then = at(before).servedDemand();
      return at(after)
        .servedDemand()
        .map((served, i) => Math.round((served - then[i]!) / perPerson));
    },
  };
}

/** Serving a whole city takes a second: it is done once, and whoever needs it gets a copy. */
function keptService(make: () => PlaceService): () => PlaceService {
  let kept: PlaceService | null = null;
  return () => {
    kept ??= make();
    return kept.copy();
  };
}
