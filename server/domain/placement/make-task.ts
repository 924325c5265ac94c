import type { LandPlot } from "../analysis/planning-base.ts";
import type { PlanningModel } from "../analysis/planning-model.ts";
import type { SuggestionRequest } from "../analysis/question.ts";
import { type ReachedCells, unreached } from "../reachability/reachability.ts";
import type { Text } from "../text/text.ts";
import { coverMostTask, fewestSitesTask } from "./cover-task.ts";
import { gatherCity, type PlacementCity } from "./placement-city.ts";
import type { PlacementTask } from "./placement-task.ts";
import type { PlacesProblem } from "./places.ts";
import { placesTask } from "./places-task.ts";
import { makeSavings } from "./savings.ts";
import type { SearchRun } from "./search-run.ts";
import type { Ways } from "./ways.ts";
import { type CostUnit, shortestLongestWayTask, shortestWaysTask } from "./ways-task.ts";

export interface PreparedTask {
  task: PlacementTask;
  city: PlacementCity;
  /** The equity weight that really counts. */
  equityWeight: number;
  notes: Text[];
}

/** A request that lacks what its objective needs; `missing` names the field. */
export class IncompleteRequestError extends Error {
  readonly missing: "count" | "capacity";
  constructor(missing: IncompleteRequestError["missing"]) {
    super(`the objective needs "${missing}"`);
    this.missing = missing;
  }
}

/** Turns a request into the objective's own problem. Throws `IncompleteRequestError` and as `resolve` does. */
export async function makeTask(
  model: PlanningModel,
  request: SuggestionRequest,
  land: readonly LandPlot[],
  run: SearchRun,
): Promise<PreparedTask> {
  const { objective, count } = request;
  if (count === undefined && objective !== "FEWEST_SITES") throw new IncompleteRequestError("count");
  switch (objective) {
    case "COVER_MOST":
    case "FEWEST_SITES":
      return covering(model, request, land, run);
    case "SHORTEST_WAYS":
    case "SHORTEST_LONGEST_WAY":
      return shortening(model, request, land, run);
    case "SHORTEST_WAYS_WITH_PLACES":
      return placing(model, request, land, run);
  }
}

const unitOf = (city: PlacementCity): CostUnit =>
  city.resolved.reachability.measure === "metres" ? 1000 : 60_000;

async function covering(
  model: PlanningModel,
  request: SuggestionRequest,
  land: readonly LandPlot[],
  run: SearchRun,
): Promise<PreparedTask> {
  const city = await gatherCity(model, request, land, run, (_, { limit }) => ({ within: limit }));
  const { resolved, nearest } = city;
  const { weights, limit } = resolved;
  const isFewest = request.objective === "FEWEST_SITES";
  const factors = isFewest ? null : city.factors;
  const counting = weights.map((weight, i) => (factors ? Math.round((weight * factors[i]!) / 100) : weight));
  const isCovered = (cell: number) => nearest.costs[cell]! <= limit;
  const newly = city.reached.map(({ cells }) => cells.filter((cell) => !isCovered(cell)));
  const savings = makeSavings(
    weights.length,
    newly.map((cells) => ({ cells, savings: Float64Array.from(cells, (cell) => counting[cell]!) })),
  );
  const covered = counting.reduce((sum, weight, cell) => sum + (isCovered(cell) ? weight : 0), 0);
  const coverCity = { savings, weights, covered };
  if (!isFewest) {
    return {
      city,
      task: coverMostTask(coverCity, request.count!),
      equityWeight: request.equityWeight,
      notes: equityNote(factors !== null),
    };
  }
  const coverable = new Set(newly.flatMap((cells) => Array.from(cells)));
  const reachable = [...coverable].reduce((sum, cell) => sum + weights[cell]!, covered);
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  const share = request.coverageTarget ?? 1;
  const asked = Math.ceil(people * share);
  return {
    city,
    task: fewestSitesTask(coverCity, Math.min(asked, reachable)),
    equityWeight: 0,
    notes: [...beyondReach(Math.max(0, asked - reachable)), ...withoutEquity(request.equityWeight)],
  };
}

async function shortening(
  model: PlanningModel,
  request: SuggestionRequest,
  land: readonly LandPlot[],
  run: SearchRun,
): Promise<PreparedTask> {
  const isCentre = request.objective === "SHORTEST_LONGEST_WAY";
  const city = await gatherCity(
    model,
    request,
    land,
    run,
    (nearest) => ({ nearerThan: nearest }),
    isCentre ? mostEntriesOfCentre : undefined,
  );
  const { reached, nearest, factors } = city;
  // Where no place is reached today, the longest way of all candidates stands for "none".
  const longest = Math.max(longestOf(reached), longestOf([{ costs: nearest.costs }]));
  const isReached = Uint8Array.from(nearest.costs, (cost) => (cost === unreached ? 0 : 1));
  for (const { cells } of reached) for (const cell of cells) isReached[cell] = 1;
  let beyond = 0;
  const weights = city.resolved.weights.map((weight, cell) => {
    if (isReached[cell]) return weight;
    beyond += weight;
    return 0;
  });
  const ways = waysOf(
    nearest.costs.map((cost) => Math.min(cost, longest)),
    weights,
    reached,
  );
  return {
    city,
    task: isCentre
      ? shortestLongestWayTask(ways, request.count!, unitOf(city))
      : shortestWaysTask(ways, factors, request.count!, unitOf(city)),
    equityWeight: isCentre ? 0 : request.equityWeight,
    notes: [
      ...beyondReach(beyond),
      ...(isCentre ? withoutEquity(request.equityWeight) : equityNote(factors !== null)),
    ],
  };
}

async function placing(
  model: PlanningModel,
  request: SuggestionRequest,
  land: readonly LandPlot[],
  run: SearchRun,
): Promise<PreparedTask> {
  if (request.capacity === undefined) throw new IncompleteRequestError("capacity");
  // Nobody is sent further than twice the longest way of the standard; who finds no place counts with that way.
  const furthest = (limit: number) => 2 * limit;
  const city = await gatherCity(
    model,
    request,
    land,
    run,
    (_, { limit }) => ({ within: furthest(limit) - 1 }),
    mostEntriesWithPlaces,
  );
  const { resolved, factors } = city;
  const { weights, limit, standard, reachability } = resolved;
  const perPerson = standard.capacityPerPerson ?? 1;
  const times = (cost: number, cell: number) => (factors ? cost * factors[cell]! : cost);
  const site = (capacity: number, { cells, costs }: ReachedCells) => ({
    capacity: Math.round(capacity * 1000),
    cells,
    costs: Float64Array.from(costs, (cost, k) => times(cost, cells[k]!)),
  });
  const known = resolved.supply.filter(({ capacity }) => capacity !== null);
  const sites = [
    ...city.reached.map((reached) => site(request.capacity!, reached)),
    ...known.map(({ point, capacity }) => {
      const reached = reachability.reach(point, furthest(limit) - 1);
      const isWanted = (cell: number) => weights[cell]! > 0;
      return site(capacity!, {
        cells: reached.cells.filter(isWanted),
        costs: reached.costs.filter((_, k) => isWanted(reached.cells[k]!)),
      });
    }),
  ];
  const problem: PlacesProblem = {
    demand: Float64Array.from(weights, (weight) => Math.round(weight * perPerson)),
    unservedCosts: Float64Array.from(weights, (_, cell) => times(furthest(limit), cell)),
    sites,
    existing: known.map((_, position) => city.reached.length + position),
    usable: city.reached.map((_, j) => j).filter((j) => sites[j]!.cells.length > 0),
  };
  return {
    city,
    task: placesTask(problem, factors, perPerson, request.count!, unitOf(city)),
    equityWeight: request.equityWeight,
    notes: [...placesNotes(furthest(limit) / unitOf(city), city, perPerson), ...equityNote(factors !== null)],
  };
}

/** Ways kept for the longest way: they are sorted by cell, and every length among them may be the answer. */
const mostEntriesOfCentre = 800_000;
/** Ways kept for the objective with places: each step of its search sorts them. */
const mostEntriesWithPlaces = 250_000;

function longestOf(reached: readonly { costs: Uint32Array }[]): number {
  let longest = 0;
  for (const { costs } of reached)
    for (const cost of costs) if (cost < unreached && cost > longest) longest = cost;
  return longest;
}

function waysOf(present: Uint32Array, weights: Uint32Array, reached: readonly ReachedCells[]): Ways {
  const start = new Uint32Array(reached.length + 1);
  reached.forEach(({ cells }, j) => {
    start[j + 1] = start[j]! + cells.length;
  });
  const cells = new Uint32Array(start[reached.length]!);
  const costs = new Uint32Array(cells.length);
  reached.forEach((entry, j) => {
    cells.set(entry.cells, start[j]);
    costs.set(entry.costs, start[j]);
  });
  const usable = Uint32Array.from(reached.keys()).filter((j) => start[j + 1]! > start[j]!);
  return { present, weights, candidateCount: reached.length, usable, start, cells, costs };
}

const tell = (thousandths: number, locale: string) =>
  (thousandths / 1000).toLocaleString(locale, { maximumFractionDigits: 0 });

function beyondReach(thousandths: number): Text[] {
  if (thousandths === 0) return [];
  return [
    {
      de: `${tell(thousandths, "de-DE")} Personen der Zielgruppe sind von keinem der möglichen Orte aus erreichbar und zählen nicht mit.`,
      en: `${tell(thousandths, "en-GB")} people of the target group are reached from none of the possible places and do not count.`,
    },
  ];
}

function equityNote(isWeighted: boolean): Text[] {
  if (!isWeighted) return [];
  return [
    {
      de: "Ausgleich: Personen in Gebieten mit vielen Unversorgten zählen bis zu doppelt; Wert und Schranke zählen so.",
      en: "Equity: people in areas with many unserved count up to twice; value and bound count like that.",
    },
  ];
}

function withoutEquity(asked: number): Text[] {
  if (asked === 0) return [];
  return [
    {
      de: "Der Ausgleich spielt bei diesem Ziel keine Rolle und ist nicht angewendet.",
      en: "The equity weight plays no part in this objective and is not applied.",
    },
  ];
}

function placesNotes(furthest: number, { resolved }: PlacementCity, perPerson: number): Text[] {
  const isMetres = resolved.reachability.measure === "metres";
  const way = (locale: string) => `${furthest.toLocaleString(locale)} ${isMetres ? "m" : "min"}`;
  const need = (locale: string) => perPerson.toLocaleString(locale, { maximumFractionDigits: 3 });
  return [
    {
      de: `Wer im Umkreis von ${way("de-DE")} keinen Platz bekommt, zählt mit diesem Weg. Bedarf: ${need("de-DE")} Plätze je Person.`,
      en: `Whoever gets no place within ${way("en-GB")} counts with that way. Need: ${need("en-GB")} places per person.`,
    },
  ];
}
