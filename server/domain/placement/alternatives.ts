import { degreeLength } from "../network/degree-length.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import type { Place } from "../reachability/reachability.ts";
import type { PlacementTask } from "./placement-task.ts";
import { breathe, type SearchRun } from "./search-run.ts";

const mostAlternatives = 3;
/** Sites of the best answer that are left out one by one; those that add least first. */
const mostTried = 8;

/**
 * Up to three best other answers that are really different: from the best and from each other, at least one site
 * is given up with nothing within `apart` of it in its place, and at least one is new. Found without proof (greedy and swaps), each by
 * closing one site and its surroundings; where that gives fewer than three, by closing a site of an
 * alternative too. `isNear(a, b)` says whether candidate b lies within `apart` of candidate a.
 */
export async function findAlternatives(
  task: PlacementTask,
  best: readonly number[],
  isNear: (a: number, b: number) => boolean,
  run: SearchRun,
): Promise<{ chosen: number[]; value: number }[]> {
  const people = task.people(best);
  const closable = best
    .map((site, position) => ({ site, people: people[position]! }))
    .sort((a, b) => a.people - b.people || a.site - b.site)
    .slice(0, mostTried)
    .map(({ site }) => [site]);
  const pool = await tried(closable);
  const found = picked(pool);
  if (found.length < mostAlternatives) {
    const pairs = closable.flatMap(([site]) =>
      found.flatMap(({ chosen }) =>
        chosen.filter((other) => !best.includes(other)).map((other) => [site!, other]),
      ),
    );
    return picked([...pool, ...(await tried(pairs.slice(0, mostTried)))]);
  }
  return found;

  async function tried(closings: readonly number[][]) {
    const answers: { chosen: number[]; value: number }[] = [];
    for (const closed of closings) {
      await breathe(run);
      const isClosed = (j: number) => closed.some((site) => isNear(site, j));
      const kept = best.filter((site) => !isClosed(site));
      const chosen = await task.without(isClosed).quick(run, kept);
      if (chosen && chosen.length > 0) answers.push({ chosen, value: task.value(chosen) });
    }
    return answers;
  }

  function picked(answers: readonly { chosen: number[]; value: number }[]) {
    const ranked = [...answers].sort((a, b) => (task.isLowerBetter ? a.value - b.value : b.value - a.value));
    const kept: { chosen: number[]; value: number }[] = [];
    for (const answer of ranked) {
      if (kept.length === mostAlternatives) break;
      const lacks = (sites: readonly number[], others: readonly number[]) =>
        sites.some((site) => !others.some((other) => isNear(site, other)));
      const isOther = [best, ...kept.map(({ chosen }) => chosen)].every(
        (known) => lacks(known, answer.chosen) && lacks(answer.chosen, known),
      );
      if (isOther) kept.push(answer);
    }
    return kept;
  }
}

/** Air line in metres between two places of a city, equal on every machine. */
export function metresApart(a: Place, b: Place): number {
  const latitude = a.latitude * coordinateUnits;
  const length = degreeLength(latitude);
  const north = (a.latitude - b.latitude) * coordinateUnits * length.north;
  const east = (a.longitude - b.longitude) * coordinateUnits * length.east(latitude);
  return Math.sqrt(north * north + east * east) / 1000;
}
