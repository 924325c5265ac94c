import type { DrawnCells } from "../analysis/answers.ts";
import { fromLaea } from "../geometry/laea.ts";
import type { PopulationGrid } from "./population-grid.ts";
import { perPerson } from "./target-group.ts";

/** Fewest people a square may be drawn for (METHODS §10: cells and blocks, planners only). */
export const leastPeople = 10;

/** A square with anybody in it; place counted in squares from the origin of EPSG:3035. */
interface Square {
  column: number;
  row: number;
  thousandths: number;
}

/**
 * The squares of people that may be drawn. Cells of the grid, or points of blocks and buildings, are put together
 * to squares of EPSG:3035 with an edge of `sizeM` metres (rounded up to whole cells), and a square of fewer than
 * `threshold` people is not drawn. Figures are whole people, rounded down.
 *
 * A total usually stands beside the map, so a single hidden square could be told by taking the drawn ones away
 * from it. Where fewer than two squares are hidden, or fewer than `threshold` people in them, the smallest drawn
 * squares are hidden as well.
 *
 * Not protected is what two drawings tell together: squares of 200 and of 400 metres, two longest ways or two age
 * groups can be taken from each other. That is why nobody but planners sees squares at all, and why counts of
 * cells are never true: the publisher perturbed them, or the import rounded them. This rule keeps small figures
 * off screens and sheets that are passed on; it does not keep a planner from the release file.
 */
export function drawnCells(
  grid: PopulationGrid,
  /** Per cell, in thousandths of a person. */
  people: Uint32Array,
  { sizeM = 200, threshold = leastPeople }: { sizeM?: number; threshold?: number } = {},
): DrawnCells {
  const edge = grid.cellSizeM === null ? sizeM : Math.ceil(sizeM / grid.cellSizeM) * grid.cellSizeM;
  const squares = squaresOf(grid, people, edge);
  const least = threshold * perPerson;
  const inOrderOfPeople = [...squares].sort((a, b) => a.thousandths - b.thousandths);
  const hidden = new Set<Square>();
  let hiddenThousandths = 0;
  for (const square of inOrderOfPeople) {
    const isSafe = hidden.size === 0 || (hidden.size > 1 && hiddenThousandths >= least);
    if (square.thousandths >= least && isSafe) break;
    hidden.add(square);
    hiddenThousandths += square.thousandths;
  }
  const drawn = squares.filter((square) => !hidden.has(square));
  const mayTellHidden = hidden.size === 0 || (hidden.size > 1 && hiddenThousandths >= least);
  return {
    sizeM: edge,
    corners: drawn.flatMap((square) => cornersOf(square, edge)),
    people: drawn.map(({ thousandths }) => Math.floor(thousandths / perPerson)),
    hiddenCells: hidden.size,
    hiddenPeople: mayTellHidden ? Math.floor(hiddenThousandths / perPerson) : null,
  };
}

/** From south to north and west to east, without the empty ones. */
function squaresOf(grid: PopulationGrid, people: Uint32Array, edge: number): Square[] {
  const squares = new Map<number, Square>();
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const thousandths = people[cell]!;
    if (thousandths === 0) continue;
    const column = Math.floor(grid.east[cell]! / edge);
    const row = Math.floor(grid.north[cell]! / edge);
    const key = row * 2 ** 26 + column;
    const square = squares.get(key);
    if (square) square.thousandths += thousandths;
    else squares.set(key, { column, row, thousandths });
  }
  return [...squares.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Longitude and latitude of the four corners, counter-clockwise from the south-west, to about a decimetre. */
function cornersOf({ column, row }: Square, edge: number): number[] {
  const [west, south] = [column * edge, row * edge];
  const [east, north] = [west + edge, south + edge];
  return [
    ...fromLaea(west, south),
    ...fromLaea(east, south),
    ...fromLaea(east, north),
    ...fromLaea(west, north),
  ].map((degrees) => Math.round(degrees * 1e6) / 1e6);
}
