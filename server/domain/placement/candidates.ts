import type { LandPlot } from "../analysis/planning-base.ts";
import type { LandChoice } from "../analysis/question.ts";
import type { PopulationGrid } from "../demand/population-grid.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import type { Place } from "../reachability/reachability.ts";

/** Somewhere a site could be. */
export interface Candidate extends Place {
  /** Of the plot's record, or of the cell. */
  id: string;
  name: string | null;
}

/** So many cells are candidates at most: more would be nearer to each other than plans are exact. */
export const mostCellCandidates = 5000;

/** The plots of a choice of land, in the order given. Their own point stands for them. */
export function plotCandidates(land: readonly LandPlot[], choice: Exclude<LandChoice, "ANY">): Candidate[] {
  const isChosen = {
    SECURED: (plot: LandPlot) => plot.isSecured,
    CITY_OWNED: (plot: LandPlot) => plot.isCityOwned,
    PUBLIC_NEEDS: (plot: LandPlot) => plot.isPublicNeeds,
  }[choice];
  return land
    .filter(isChosen)
    .map(({ id, name, longitude, latitude }) => ({ id, name, longitude, latitude }));
}

/** Every inhabited cell's centre, in the order of the grid. */
export function cellCandidates(grid: PopulationGrid): { candidates: Candidate[]; ranks: number[] } {
  const candidates: Candidate[] = [];
  const ranks: number[] = [];
  for (let cell = 0; cell < grid.cellCount; cell++) {
    if (grid.residents[cell] === 0) continue;
    candidates.push({
      id: `cell-${cell}`,
      name: null,
      longitude: grid.longitude[cell]! / coordinateUnits,
      latitude: grid.latitude[cell]! / coordinateUnits,
    });
    ranks.push(latticeRank(...latticePosition(grid, cell)));
  }
  return { candidates, ranks };
}

/**
 * At most `most` of the candidates, evenly over the city: whole classes of an 8 × 8 lattice over the cells stay or
 * go (the order of Bayer 1973, in which any first so many of the 64 positions are spread evenly).
 */
export function thinned(
  { candidates, ranks }: { candidates: readonly Candidate[]; ranks: readonly number[] },
  most: number,
): Candidate[] {
  const ofRank = new Array(64).fill(0);
  for (const rank of ranks) ofRank[rank]++;
  let classes = 0;
  for (let sum = 0; classes < 64 && sum + ofRank[classes] <= most; classes++) sum += ofRank[classes];
  return candidates.filter((_, position) => ranks[position]! < Math.max(1, classes));
}

/** Column and row of a cell; points of blocks or buildings are put on a lattice of about 100 m. */
function latticePosition(grid: PopulationGrid, cell: number): [number, number] {
  if (grid.cellSizeM !== null) {
    return [Math.floor(grid.east[cell]! / grid.cellSizeM), Math.floor(grid.north[cell]! / grid.cellSizeM)];
  }
  return [Math.floor(grid.longitude[cell]! / 14_000), Math.floor(grid.latitude[cell]! / 9_000)];
}

/** Place of a lattice position in Bayer's order, 0 to 63: bits of column and row, the lowest counting most. */
function latticeRank(column: number, row: number): number {
  let rank = 0;
  for (let bit = 0; bit < 3; bit++) {
    const x = (column >> bit) & 1;
    const y = (row >> bit) & 1;
    rank = rank * 4 + 2 * (x ^ y) + y;
  }
  return rank;
}
