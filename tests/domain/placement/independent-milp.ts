import { MilpBuilder } from "#domain/placement/milp.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { metres, reachable, sum, waysOf } from "./paper-cities.ts";
import type { PaperCity } from "./paper-city.ts";

const solver = makeHighsSolver();
const free = Number.NEGATIVE_INFINITY;
const ones = (count: number) => new Array<number>(count).fill(1);

/** The textbook problem with nothing reduced, merged or bounded before the solver sees it. */
async function solved(builder: MilpBuilder, sense: "min" | "max"): Promise<number> {
  const answer = await solver.solve(builder.problem(sense), { seconds: 60 });
  if (answer.status !== "optimal") throw new Error(`the independent problem is ${answer.status}`);
  return answer.objective;
}

/** Church and ReVelle 1974: cover variables below the sum of sites that cover. */
export function mostCovered(city: PaperCity, count: number): Promise<number> {
  const builder = new MilpBuilder();
  const sites = city.plots.map(() => builder.column(0, 0, 1, true));
  builder.row(free, count, sites, ones(sites.length));
  city.people.forEach((people, cell) => {
    const isNear = ({ ways }: { ways: (number | null)[] }) => metres(ways[cell]) <= city.limitM;
    const covered = builder.column(people, 0, 1, true);
    const near = sites.filter((_, plot) => isNear(city.plots[plot]!));
    if (!city.facilities.some(isNear)) builder.row(free, 0, [covered, ...near], [1, ...near.map(() => -1)]);
  });
  return solved(builder, "max");
}

/** ReVelle and Swain 1970: every cell assigned to one place; mean over those who can reach any. */
export async function shortestMean(city: PaperCity, count: number): Promise<number> {
  const builder = new MilpBuilder();
  const sites = city.plots.map(() => builder.column(0, 0, 1, true));
  builder.row(free, count, sites, ones(sites.length));
  const counts = reachable(city);
  const today = waysOf(city, []);
  let total = 0;
  city.people.forEach((people, cell) => {
    if (!counts[cell]) return;
    total += people;
    const stays = builder.column(people * today[cell]!, 0, 1, false);
    const goes = city.plots.map(({ ways }, plot) => {
      if (ways[cell] === null) return null;
      const column = builder.column(people * ways[cell]!, 0, 1, false);
      builder.row(free, 0, [column, sites[plot]!], [1, -1]);
      return column;
    });
    const all = [stays, ...goes.filter((column) => column !== null)];
    builder.row(1, 1, all, ones(all.length));
  });
  return total === 0 ? 0 : (await solved(builder, "min")) / total;
}

/** Toregas et al. 1971, with a share of people to cover: `missing` people besides those covered today. */
export function fewest(city: PaperCity, missing: number): Promise<number> {
  const builder = new MilpBuilder();
  const sites = city.plots.map(() => builder.column(1, 0, 1, true));
  const cells: number[] = [];
  const people: number[] = [];
  city.people.forEach((count, cell) => {
    const isNear = ({ ways }: { ways: (number | null)[] }) => metres(ways[cell]) <= city.limitM;
    if (city.facilities.some(isNear)) return;
    const near = sites.filter((_, plot) => isNear(city.plots[plot]!));
    const covered = builder.column(0, 0, 1, true);
    builder.row(free, 0, [covered, ...near], [1, ...near.map(() => -1)]);
    cells.push(covered);
    people.push(count);
  });
  builder.row(missing, Number.POSITIVE_INFINITY, cells, people);
  return solved(builder, "min");
}

/** Capacitated p-median with shares of cells; no place costs twice the limit. */
export async function shortestMeanWithPlaces(city: PaperCity, count: number, capacity: number) {
  const builder = new MilpBuilder();
  const sites = city.plots.map(() => builder.column(0, 0, 1, true));
  builder.row(free, count, sites, ones(sites.length));
  const furthest = 2 * city.limitM;
  const ofCell = city.people.map((people) => [builder.column(people * furthest, 0, 1, false)]);
  [...city.facilities, ...city.plots].forEach(({ ways }, place) => {
    const columns: number[] = [];
    const people: number[] = [];
    ways.forEach((way, cell) => {
      if (metres(way) >= furthest) return;
      const column = builder.column(city.people[cell]! * way!, 0, 1, false);
      ofCell[cell]!.push(column);
      columns.push(column);
      people.push(city.people[cell]!);
    });
    const facility = city.facilities[place];
    if (facility) builder.row(free, facility.capacity!, columns, people);
    else builder.row(free, 0, [...columns, sites[place - city.facilities.length]!], [...people, -capacity]);
  });
  for (const columns of ofCell) builder.row(1, 1, columns, ones(columns.length));
  const total = sum(city.people);
  return total === 0 ? 0 : (await solved(builder, "min")) / total;
}
