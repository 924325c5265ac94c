import type { LandPlot } from "../analysis/planning-base.ts";
import type { PlanningModel, ResolvedQuestion } from "../analysis/planning-model.ts";
import type { SuggestionRequest } from "../analysis/question.ts";
import type { GridAreas } from "../demand/population-grid.ts";
import { type NearestWays, type ReachedCells, unreached } from "../reachability/reachability.ts";
import { areasOfGrid } from "../supply/areas-of-grid.ts";
import { type Candidate, cellCandidates, mostCellCandidates, plotCandidates, thinned } from "./candidates.ts";
import { equityFactors } from "./equity.ts";
import { breathe, type SearchRun } from "./search-run.ts";

/** A city as a suggestion sees it: what is asked, who lives where, how far it is today, what may be built on. */
export interface PlacementCity {
  resolved: ResolvedQuestion;
  areas: GridAreas | null;
  nearest: NearestWays;
  /** How often people count, in hundredths; null where all count once. */
  factors: Uint32Array | null;
  candidates: readonly Candidate[];
  /** Of each candidate: the cells the objective needs to know of, with the cost of the way. */
  reached: readonly ReachedCells[];
}

/** Ways of all candidates that are kept at once; land anywhere is thinned out until they fit. */
const mostEntries = 4_000_000;
const pilots = 48;

/** What a way is searched for: all cells within a limit, or all cells that are nearer than to any place today. */
export type WaySearch = { within: number } | { nearerThan: NearestWays };

/** Gathers candidates and their ways. `mostWays` bounds how many are kept. */
export async function gatherCity(
  model: PlanningModel,
  request: SuggestionRequest,
  land: readonly LandPlot[],
  run: SearchRun,
  searchFor: (nearest: NearestWays, resolved: ResolvedQuestion) => WaySearch,
  mostWays = mostEntries,
): Promise<PlacementCity> {
  const resolved = model.resolve(request.question);
  const { grid } = model.data;
  const nearest = resolved.reachability.nearest(resolved.supply.map(({ point }) => point));
  const areas = areasOfGrid(grid, request.question.level);
  const isServed = (cell: number) => nearest.costs[cell]! <= resolved.limit;
  const search = searchFor(nearest, resolved);
  const ways = (candidate: Candidate) => reachedFrom(resolved, candidate, search);
  const present = new Set(resolved.supply.map(({ point }) => point.id));
  const candidates =
    request.land === "ANY"
      ? fitting(cellCandidates(grid), ways, mostWays)
      : plotCandidates(land, request.land).filter(({ id }) => !present.has(id));
  const reached: ReachedCells[] = [];
  for (const candidate of candidates) {
    if (reached.length % 200 === 0) await breathe(run);
    reached.push(ways(candidate));
  }
  return {
    resolved,
    areas,
    nearest,
    factors: equityFactors(resolved.weights, isServed, areas, request.equityWeight),
    candidates,
    reached,
  };
}

function reachedFrom({ reachability, weights }: ResolvedQuestion, from: Candidate, search: WaySearch) {
  const found =
    "within" in search
      ? reachability.reach(from, search.within)
      : reachability.change(from, { limit: 0, before: search.nearerThan });
  const before = "within" in search ? null : search.nearerThan.costs;
  const counts = (cell: number, k: number) =>
    weights[cell]! > 0 && found.costs[k]! < (before ? before[cell]! : unreached);
  return {
    cells: found.cells.filter(counts),
    costs: found.costs.filter((_, k) => counts(found.cells[k]!, k)),
  };
}

/** So many candidates, evenly over the city, that their ways fit; a few of them tell how many ways that are. */
function fitting(
  all: ReturnType<typeof cellCandidates>,
  ways: (candidate: Candidate) => ReachedCells,
  mostWays: number,
): Candidate[] {
  const step = Math.max(1, Math.floor(all.candidates.length / pilots));
  const pilot = all.candidates.filter((_, position) => position % step === 0);
  const entries = pilot.reduce((sum, candidate) => sum + ways(candidate).cells.length, 0);
  const mean = Math.max(1, entries / Math.max(1, pilot.length));
  return thinned(all, Math.min(mostCellCandidates, Math.floor(mostWays / mean)));
}
