import { type CellSet, cellsNotIn, cellsOnlyIn, hasCell, isSameCells } from "../demand/cell-set.ts";
import type { PopulationGrid } from "../demand/population-grid.ts";
import { isSensitive } from "./sensitive.ts";
import { defaultSmallAreaThreshold } from "./suppression.ts";

/** Fewest residents a drawn area is counted for (METHODS §10). */
export const minimumResidents = 300;

/** Most areas answered from one grid release: each is compared with all before it, and each tells something. */
const mostAnswered = 1_000;

/** What was answered for an area: the age groups that were not told, as positions in the grid's list. */
export interface AnsweredArea {
  cells: CellSet;
  hiddenGroups: readonly number[];
}

/** Whether an area is answered. Why not is never told: the reason would itself tell of people. */
export type AreaDecision = { kind: "withheld" } | { kind: "answered"; hiddenGroups: number[] };

/** People of a set of cells: residents first, then one number for each age group. */
type People = number[];

/** Positions in `People` that are added up: what somebody can work out. */
type Figures = readonly number[];
const residents: Figures = [0];

/** Something known already that the figures of the new area can be taken from, or taken from it. */
interface Comparison {
  hiddenGroups: ReadonlySet<number>;
  /** People in what is different, for a figure: each number is the people of some group of cells. */
  differences: (figures: Figures) => number[];
}

/**
 * Decides whether the residents of an area of whole cells are told, and which of its age groups (METHODS §10,
 * RELIABILITY S-07). All of these must hold, where "few" means 1 up to the threshold less one:
 *
 * - The area has `minimumResidents` residents at least.
 * - For every area answered before, by whomever, neither the cells only here nor the cells only there have few
 *   residents. Nobody at all is not few: that two areas differ in cells without people tells of nobody.
 * - The same for residents of two such areas together: their sum, and one less the other.
 * - The same against the areas of the city, whose people are known: neither a Stadtbezirk less a few people nor
 *   several Stadtteile and a few people more (`withUnions`).
 *
 * An age group is told where the same holds for its people, compared with those areas for which it was told. What is
 * not told can be worked out from the total, for all hidden groups together; so two groups are hidden or none, with
 * as many people as the threshold between them, and their sum must bear every comparison as well. Further groups are
 * hidden for that, the smallest first.
 *
 * The same cells again get the same answer. Once `mostAnswered` areas have been answered, others wait for the next
 * release of the grid. Not covered are three and more earlier answers put together, and the age groups of two.
 */
export function decideArea(
  grid: PopulationGrid,
  asked: CellSet,
  earlier: readonly AnsweredArea[],
  threshold = defaultSmallAreaThreshold,
): AreaDecision {
  const people = peopleIn(grid, cellsOnlyIn(asked));
  if (people[0]! < minimumResidents) return { kind: "withheld" };
  const isFew = (count: number) =>
    isSensitive({ numerator: count, denominator: null }, { threshold, minDenominator: 0, zeroIsSafe: true });
  const isSafe = ({ differences }: Comparison, figures: Figures) => !differences(figures).some(isFew);

  const before = earlier.find(({ cells }) => isSameCells(cells, asked));
  if (before) return { kind: "answered", hiddenGroups: [...before.hiddenGroups] };
  if (earlier.length >= mostAnswered) return { kind: "withheld" };
  const comparisons = [
    ...citysAreas(grid).map((areas) => withUnions(grid, asked, areas)),
    ...earlier.map((area) => withEarlier(grid, asked, area, threshold)),
  ];
  if (!comparisons.every((comparison) => isSafe(comparison, residents))) return { kind: "withheld" };
  if (leftOverByPairs(grid, asked, earlier, threshold).some(isFew)) return { kind: "withheld" };

  const groups = grid.ageGroups.map((_, group) => group);
  const hidden = new Set(
    groups.filter(
      (group) =>
        isFew(people[group + 1]!) ||
        comparisons.some(
          (comparison) => !comparison.hiddenGroups.has(group) && !isSafe(comparison, [group + 1]),
        ),
    ),
  );
  const isRestSafe = () => {
    const rest = sumOf(people, figuresOf(hidden));
    if (hidden.size > 0 && (hidden.size === 1 || rest < threshold)) return false;
    return comparisons.every((comparison) => {
      const untold = new Set([...hidden, ...comparison.hiddenGroups]);
      return untold.size === groups.length || untold.size === 0 || isSafe(comparison, figuresOf(untold));
    });
  };
  while (hidden.size < groups.length && !isRestSafe()) {
    const told = groups.filter((group) => !hidden.has(group));
    hidden.add(told.reduce((least, group) => (rank(people, group) < rank(people, least) ? group : least)));
  }
  return { kind: "answered", hiddenGroups: [...hidden].sort((a, b) => a - b) };
}

/** What is told of an area: residents, and people of each age group, null where hidden. */
export function figuresOfArea(
  grid: PopulationGrid,
  cells: CellSet,
  hiddenGroups: readonly number[],
): { residents: number; ageGroups: (number | null)[] } {
  const [all = 0, ...groups] = peopleIn(grid, cellsOnlyIn(cells));
  return {
    residents: all,
    ageGroups: groups.map((people, group) => (hiddenGroups.includes(group) ? null : people)),
  };
}

/** Hiding nobody hides nothing: empty groups come last. */
function rank(people: People, group: number): number {
  return people[group + 1] || Number.POSITIVE_INFINITY;
}

function figuresOf(groups: Iterable<number>): Figures {
  return [...groups].map((group) => group + 1);
}

function sumOf(people: People, figures: Figures): number {
  return figures.reduce((sum, figure) => sum + people[figure]!, 0);
}

function nobody(grid: PopulationGrid): People {
  return new Array<number>(grid.counts.length + 1).fill(0);
}

function addPeople(people: People, grid: PopulationGrid, cell: number): void {
  people[0]! += grid.residents[cell]!;
  for (let group = 0; group < grid.counts.length; group++) people[group + 1]! += grid.counts[group]![cell]!;
}

/** Counting may end where every figure is `enough`: more than that makes no difference to what is few. */
function peopleIn(grid: PopulationGrid, cells: Iterable<number>, enough = Number.POSITIVE_INFINITY): People {
  const people = nobody(grid);
  for (const cell of cells) {
    addPeople(people, grid, cell);
    if (people.every((count) => count >= enough)) break;
  }
  return people;
}

function withEarlier(
  grid: PopulationGrid,
  asked: CellSet,
  { cells, hiddenGroups }: AnsweredArea,
  threshold: number,
): Comparison {
  const sides = [
    peopleIn(grid, cellsOnlyIn(asked, cells), threshold),
    peopleIn(grid, cellsOnlyIn(cells, asked), threshold),
  ];
  return {
    hiddenGroups: new Set(hiddenGroups),
    differences: (figures) => sides.map((side) => sumOf(side, figures)),
  };
}

/**
 * Residents left over when two earlier answers together are taken from the area. A pair whose residents are far from
 * those of the area leaves many, so only near ones are counted cell by cell, and only until there are enough.
 */
function leftOverByPairs(
  grid: PopulationGrid,
  asked: CellSet,
  earlier: readonly AnsweredArea[],
  enough: number,
): number[] {
  const own = residentsIn(grid, asked);
  const told = earlier.map(({ cells }) => residentsIn(grid, cells));
  const left: number[] = [];
  const count = (one: number, other: number, kind: "sum" | "difference") => {
    let people = 0;
    for (const cell of cellsNotIn(asked, earlier[one]!.cells, earlier[other]!.cells, kind)) {
      people += grid.residents[cell]!;
      if (people >= enough) break;
    }
    left.push(people);
  };
  // A cell can count twice in what is left over.
  const isNear = (residents: number) => Math.abs(own - residents) < 2 * enough;
  for (let one = 0; one < told.length; one++) {
    for (let other = 0; other < one; other++) {
      if (isNear(told[one]! + told[other]!)) count(one, other, "sum");
      if (isNear(told[one]! - told[other]!)) count(one, other, "difference");
      if (isNear(told[other]! - told[one]!)) count(other, one, "difference");
    }
  }
  return left;
}

const counted = new WeakMap<CellSet, number>();

/** Residents of a set of cells, counted once as long as somebody keeps the set. */
function residentsIn(grid: PopulationGrid, cells: CellSet): number {
  const known = counted.get(cells) ?? peopleIn(grid, cellsOnlyIn(cells))[0]!;
  counted.set(cells, known);
  return known;
}

/** The area of each cell, for one level after the other, and for the city as a whole; -1 for none. */
function citysAreas(grid: PopulationGrid): { count: number; areaOf: (cell: number) => number }[] {
  return [
    { count: 1, areaOf: () => 0 },
    ...grid.areas.map(({ numbers, index }) => ({
      count: numbers.length,
      areaOf: (cell: number) => index[cell]!,
    })),
  ];
}

/**
 * The comparison with that union of areas which comes closest: an area counts as taken in where fewer people of it
 * lie outside the asked cells than inside. Cells in no area lie in no union.
 */
function withUnions(
  grid: PopulationGrid,
  asked: CellSet,
  { count, areaOf }: ReturnType<typeof citysAreas>[number],
): Comparison {
  const inside = Array.from({ length: count }, () => nobody(grid));
  const outside = Array.from({ length: count }, () => nobody(grid));
  const nowhere = nobody(grid);
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const [area, isAsked] = [areaOf(cell), hasCell(asked, cell)];
    if (area >= 0) addPeople((isAsked ? inside : outside)[area]!, grid, cell);
    else if (isAsked) addPeople(nowhere, grid, cell);
  }
  return {
    hiddenGroups: new Set(),
    differences: (figures) => [
      inside.reduce(
        (sum, people, area) => sum + Math.min(sumOf(people, figures), sumOf(outside[area]!, figures)),
        sumOf(nowhere, figures),
      ),
    ],
  };
}
