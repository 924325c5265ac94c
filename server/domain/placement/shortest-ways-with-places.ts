import { MilpBuilder } from "./milp.ts";
import type { PlaceService } from "./place-service.ts";
import type { PlacesProblem } from "./places.ts";
import { boundPlaces, fill } from "./places-bound.ts";
import { breathe, type Found, type SearchRun, secondsLeft } from "./search-run.ts";

/** More entries than this take the solver longer than anybody waits. */
const mostEntriesForProof = 40_000;
/** Swaps tried before the first answer; each serves two neighbourhoods anew. */
const mostSwaps = 40;

/**
 * At most `count` candidates that, with the places that exist, serve all demand at least cost
 * (SHORTEST_WAYS_WITH_PLACES, capacitated p-median). Who is served where is always settled exactly; which sites
 * open is found by opening what is worth most at the present prices, then by swaps, bounded by relaxation and,
 * where few enough candidates are left, proved by the solver. `begin` gives the service of what exists, to be
 * changed freely.
 */
export async function shortestWaysWithPlaces(
  problem: PlacesProblem,
  count: number,
  begin: () => PlaceService,
  run: SearchRun,
  tell: (stage: "FIRST_ANSWER" | "BOUND" | "PROOF", value: number, bound: number | null) => void,
): Promise<Found> {
  let { chosen, service } = await openedOneByOne(problem, count, begin, run);
  tell("FIRST_ANSWER", service.cost, null);
  ({ chosen, service } = await swapped(problem, chosen, service, run));
  const relaxed = boundPlaces(problem, count, service.cost, service.demandPrices());
  const known: Found = {
    chosen: [...chosen].sort((a, b) => a - b),
    value: service.cost,
    bound: relaxed.bound,
    isProven: relaxed.bound >= service.cost,
  };
  tell("BOUND", known.value, known.bound);
  await breathe(run);
  const sites = [...problem.existing, ...relaxed.open];
  const entries = sites.reduce((sum, site) => sum + problem.sites[site]!.cells.length, 0);
  if (known.isProven || entries > mostEntriesForProof) return known;

  const { milp, base, unit } = placesMilp(problem, count, relaxed.open);
  const answer = await run.solver.solve(milp, {
    seconds: secondsLeft(run),
    isCancelled: run.isCancelled,
    onProgress: (saved, bound) =>
      tell(
        "PROOF",
        Math.min(known.value, base - saved * unit),
        Math.min(known.value, Math.max(known.bound, base - bound * unit)),
      ),
  });
  await breathe(run);
  if (answer.status === "stopped") return known;
  const proven = { ...known, bound: known.value, isProven: true };
  if (answer.status === "infeasible") return proven;
  const found = relaxed.open.filter((_, position) => answer.values[position]! > 0.5);
  const served = begin();
  for (const site of found) served.open(site);
  const value = served.cost;
  return value < known.value ? { chosen: found, value, bound: value, isProven: true } : proven;
}

/** Good sites without proof. Deterministic. */
export async function quickPlaces(
  problem: PlacesProblem,
  count: number,
  begin: () => PlaceService,
  run: SearchRun,
): Promise<number[]> {
  const { chosen } = await openedOneByOne(problem, count, begin, run);
  return [...chosen].sort((a, b) => a - b);
}

async function openedOneByOne(
  problem: PlacesProblem,
  count: number,
  begin: () => PlaceService,
  run: SearchRun,
) {
  const chosen: number[] = [];
  const service = begin();
  while (chosen.length < count) {
    await breathe(run);
    const next = mostWorth(problem, service, chosen, null);
    if (next === null) break;
    chosen.push(next);
    service.open(next);
  }
  return { chosen, service };
}

/** The candidate that is worth most at the prices of a service; null where none is worth anything. */
function mostWorth(
  problem: PlacesProblem,
  service: PlaceService,
  chosen: readonly number[],
  besides: number | null,
) {
  const prices = service.demandPrices();
  let best: number | null = null;
  let most = 0;
  for (const site of problem.usable) {
    if (site === besides || chosen.includes(site)) continue;
    const worth = fill(problem, site, prices, null);
    if (worth > most) [best, most] = [site, worth];
  }
  return best;
}

/** Closes one site at a time and opens what is then worth most, as long as it helps. */
async function swapped(
  problem: PlacesProblem,
  start: readonly number[],
  present: PlaceService,
  run: SearchRun,
): Promise<{ chosen: number[]; service: PlaceService }> {
  let chosen = [...start];
  let service = present;
  for (let position = 0, since = 0, swaps = 0; since < chosen.length && swaps < mostSwaps; swaps++) {
    await breathe(run);
    const closed = chosen[position]!;
    const others = chosen.filter((site) => site !== closed);
    const tried = service.copy();
    tried.close(closed);
    const next = mostWorth(problem, tried, others, closed);
    if (next !== null) tried.open(next);
    since++;
    if (next !== null && tried.cost < service.cost) {
      chosen = chosen.with(position, next);
      service = tried;
      since = 0;
    }
    position = (position + 1) % chosen.length;
  }
  return { chosen, service };
}

/** Most saved against serving nobody: shares of each cell's demand per site, sites open or closed. */
function placesMilp(problem: PlacesProblem, count: number, candidates: readonly number[]) {
  const { demand, unservedCosts, sites } = problem;
  const builder = new MilpBuilder();
  for (const _ of candidates) builder.column(0, 0, 1, true);
  const all = candidates.map((_, position) => position);
  builder.row(Number.NEGATIVE_INFINITY, count, all, new Array(all.length).fill(1));
  let base = 0;
  let unit = 1;
  for (let i = 0; i < demand.length; i++) {
    base += demand[i]! * unservedCosts[i]!;
    unit = Math.max(unit, (demand[i]! * unservedCosts[i]!) / 1e4);
  }
  const ofCell: number[][] = Array.from({ length: demand.length }, () => []);
  [...candidates, ...problem.existing].forEach((site, position) => {
    const { cells, costs, capacity } = sites[site]!;
    const isCandidate = position < candidates.length;
    const columns: number[] = [];
    const amounts: number[] = [];
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k]!;
      const column = builder.column((demand[cell]! * (unservedCosts[cell]! - costs[k]!)) / unit, 0, 1, false);
      ofCell[cell]!.push(column);
      columns.push(column);
      amounts.push(demand[cell]! / 1000);
      if (isCandidate) builder.row(Number.NEGATIVE_INFINITY, 0, [column, position], [1, -1]);
    }
    if (isCandidate)
      builder.row(Number.NEGATIVE_INFINITY, 0, [...columns, position], [...amounts, -capacity / 1000]);
    else builder.row(Number.NEGATIVE_INFINITY, capacity / 1000, columns, amounts);
  });
  for (const columns of ofCell)
    if (columns.length > 0)
      builder.row(Number.NEGATIVE_INFINITY, 1, columns, new Array(columns.length).fill(1));
  return { milp: builder.problem("max"), base, unit };
}
