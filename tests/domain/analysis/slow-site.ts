import type { CoverageFigures } from "#domain/analysis/answers.ts";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningData } from "#domain/analysis/planning-model.ts";
import type { Question } from "#domain/analysis/question.ts";
import { type Place, type ReachedCells, unreached } from "#domain/reachability/reachability.ts";

/** Shortest way that a share of `tenths` tenths of the people need at most, by laying all people in a row. */
function slowQuantile(people: readonly { cost: number; weight: number }[], tenths: number): number | null {
  const total = people.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  let passed = 0;
  for (const { cost, weight } of people.toSorted((a, b) => a.cost - b.cost)) {
    passed += weight;
    if (passed * 10 >= total * tenths) return cost === unreached ? null : cost;
  }
  return null;
}

/** Coverage figures of some cells from nothing but their ways, in the plainest way there is. */
export function slowFigures(
  cells: readonly { cost: number; weight: number }[],
  { limit, measure }: { limit: number; measure: "metres" | "minutes" },
): CoverageFigures {
  const told = (cost: number | null) =>
    cost === null ? null : measure === "metres" ? Math.round(cost / 1000) : Math.round(cost / 6000) / 10;
  const people = (some: typeof cells) => some.reduce((sum, { weight }) => sum + weight, 0) / 1000;
  const living = cells.filter(({ weight }) => weight > 0);
  return {
    people: people(living),
    covered: people(living.filter(({ cost }) => cost <= limit)),
    medianWay: told(slowQuantile(living, 5)),
    ninetiethWay: told(slowQuantile(living, 9)),
  };
}

/** What a site changes, by computing the whole city twice: the obviously right counterpart of a drag. */
export function slowSite(data: PlanningData, question: Question, siteId: string, site: Place) {
  const { supply, reachability, limit, weights } = makePlanningModel(data).resolve(question);
  const { measure } = reachability;
  const places = supply.map(({ point }) => point);
  const all = unreached - 1;
  const costs = (reached: ReachedCells) => {
    const byCell = new Map([...reached.cells].map((cell, index) => [cell, reached.costs[index]!]));
    return Array.from(weights, (_, cell) => byCell.get(cell) ?? unreached);
  };
  const ofPlaces = places.map((place) => costs(reachability.reach(place, all)));
  const ofSite = costs(reachability.reach(site, all));
  const { grid } = data;
  const areas = grid.areas[0]!;
  const cells = Array.from(weights, (weight, cell) => {
    const before = Math.min(unreached, ...ofPlaces.map((ways) => ways[cell]!));
    const nearest = before === unreached ? -1 : ofPlaces.findIndex((ways) => ways[cell] === before);
    const after = Math.min(before, ofSite[cell]!);
    return { cell, weight, before, after, nearest, site: ofSite[cell]!, area: areas.index[cell]! };
  });
  type Cell = (typeof cells)[number];
  const people = (some: readonly Cell[]) => some.reduce((sum, { weight }) => sum + weight, 0) / 1000;
  const count = (some: readonly Cell[], counts: Uint32Array) =>
    some.reduce((sum, { cell }) => sum + counts[cell]!, 0);
  const figures = (some: readonly Cell[], when: "before" | "after") =>
    slowFigures(
      some.map((cell) => ({ cost: cell[when], weight: cell.weight })),
      { limit, measure },
    );

  const caught = cells.filter(({ site: way }) => way <= limit);
  const newlyServed = caught.filter(({ before }) => before > limit);
  const inCatchment = people(caught);
  return {
    siteId,
    inCatchment,
    newlyServed: people(newlyServed),
    newlyServedResidents: count(newlyServed, grid.residents),
    overlap: inCatchment === 0 ? null : people(caught.filter(({ before }) => before <= limit)) / inCatchment,
    byAge: grid.ageGroups.map((group, index) => ({
      ...group,
      people: count(newlyServed, grid.counts[index]!),
    })),
    before: figures(cells, "before"),
    after: figures(cells, "after"),
    areas: areas.numbers
      .map((areaNumber, area) => {
        const own = cells.filter((cell) => cell.area === area);
        const won = people(newlyServed.filter((cell) => cell.area === area));
        return { areaNumber, newlyServed: won, before: figures(own, "before"), after: figures(own, "after") };
      })
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .sort((a, b) => b.newlyServed - a.newlyServed || Number(a.areaNumber) - Number(b.areaNumber)),
    relieved: places
      .map(({ id, name }, place) => {
        const moving = cells.filter((cell) => cell.nearest === place && cell.after < cell.before);
        const own = cells.filter(({ cell }) => ofPlaces[place]![cell]! <= limit);
        const both = own.filter(({ site: way }) => way <= limit);
        const overlap = people(own) === 0 ? 0 : people(both) / people(own);
        return { id, name, people: people(moving), overlap };
      })
      .filter((facility) => facility.people > 0)
      .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1)),
  };
}
