import fc from "fast-check";
import type { PaperCity } from "./paper-city.ts";

const way = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 1500 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Cities of a few cells, facilities and plots, small enough to try every choice. */
export const anyPaperCity: fc.Arbitrary<PaperCity> = fc
  .record({
    cells: fc.integer({ min: 1, max: 9 }),
    facilities: fc.integer({ min: 0, max: 2 }),
    plots: fc.integer({ min: 1, max: 7 }),
  })
  .chain(({ cells, facilities, plots }) => {
    const perCell = <Value>(arbitrary: fc.Arbitrary<Value>) =>
      fc.array(arbitrary, { minLength: cells, maxLength: cells });
    const rows = (count: number) => fc.array(perCell(way), { minLength: count, maxLength: count });
    return fc.record({
      people: perCell(fc.integer({ min: 0, max: 60 })),
      areas: perCell(fc.integer({ min: 0, max: 1 })),
      areaNumbers: fc.constant(["01", "02"]),
      limitM: fc.constantFrom(300, 500, 700),
      placesPerPerson: fc.constant(1),
      facilities: rows(facilities).chain((all) =>
        fc
          .array(fc.integer({ min: 1, max: 80 }), { minLength: facilities, maxLength: facilities })
          .map((capacities) => all.map((ways, f) => ({ id: `F${f}`, capacity: capacities[f]!, ways }))),
      ),
      plots: rows(plots).map((all) => all.map((ways, p) => ({ id: `P${p}`, ways }))),
    });
  });

/** Every choice of at most `count` plots. */
export function choices(plots: number, count: number): number[][] {
  const all: number[][] = [[]];
  for (let plot = 0; plot < plots; plot++)
    for (const choice of [...all]) if (choice.length < count) all.push([...choice, plot]);
  return all;
}

export const metres = (value: number | null | undefined) => value ?? Number.POSITIVE_INFINITY;
export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Cells somebody could ever reach: the others are left out of figures about ways. */
export const reachable = ({ people, facilities, plots }: PaperCity) =>
  people.map((_, cell) => [...facilities, ...plots].some(({ ways }) => ways[cell] !== null));

/**
 * Way from each cell to the nearest facility or chosen plot. "None" counts as the longest way of those that count:
 * ways today, and ways to plots that are shorter.
 */
export function waysOf(city: PaperCity, chosen: readonly number[]): number[] {
  const today = nearestOf(city, []);
  const shorter = city.plots.flatMap(({ ways }) =>
    ways.filter((way, cell): way is number => city.people[cell]! > 0 && metres(way) < today[cell]!),
  );
  const longest = Math.max(0, ...shorter, ...today.filter(Number.isFinite));
  return nearestOf(city, chosen).map((way) => Math.min(longest, way));
}

function nearestOf(city: PaperCity, chosen: readonly number[]): number[] {
  const open = [...city.facilities, ...chosen.map((plot) => city.plots[plot]!)];
  return city.people.map((_, cell) =>
    Math.min(Number.POSITIVE_INFINITY, ...open.map(({ ways }) => metres(ways[cell]))),
  );
}

/** What each objective is worth for a choice, written as METHODS §8 says it. */
export const worth = {
  COVER_MOST: (city: PaperCity, chosen: readonly number[]) =>
    sum(
      city.people.filter((_, cell) =>
        [...city.facilities, ...chosen.map((plot) => city.plots[plot]!)].some(
          ({ ways }) => metres(ways[cell]) <= city.limitM,
        ),
      ),
    ),
  SHORTEST_WAYS(city: PaperCity, chosen: readonly number[]) {
    const counts = reachable(city);
    const ways = waysOf(city, chosen);
    const people = city.people.map((count, cell) => (counts[cell] ? count : 0));
    const total = sum(people);
    return total === 0 ? 0 : sum(people.map((count, cell) => count * ways[cell]!)) / total;
  },
  SHORTEST_LONGEST_WAY(city: PaperCity, chosen: readonly number[]) {
    const counts = reachable(city);
    return Math.max(0, ...waysOf(city, chosen).filter((_, cell) => counts[cell] && city.people[cell]! > 0));
  },
};
