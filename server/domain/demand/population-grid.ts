import type { AreaLevel } from "../area/area.ts";

/** An age group of the grid: from the birthday `from` on, before the birthday `to`; null is open upwards. */
export interface AgeGroup {
  code: string;
  from: number;
  to: number | null;
}

/**
 * Where people live, finer than any area: 100 m cells of the census, or points of blocks or buildings, as
 * flat arrays in memory as in the release file. Private (DESIGN §3.4): what is drawn or told of a single
 * cell goes through `cell-disclosure.ts`.
 */
export interface PopulationGrid {
  /** Size of a cell in metres (EPSG:3035); null for points of blocks or buildings. */
  cellSizeM: number | null;
  cellCount: number;
  /** Lower left corner of a cell, or the point itself, in whole metres of EPSG:3035. */
  east: Int32Array;
  north: Int32Array;
  /** The point that stands for the cell (its centre), WGS 84 in 1e-7 degrees. */
  longitude: Int32Array;
  latitude: Int32Array;
  residents: Uint32Array;
  ageGroups: readonly AgeGroup[];
  /** Whole people per age group, in the order of `ageGroups`. Groups do not overlap. */
  counts: readonly Uint32Array[];
  /** The area of each level a cell belongs to: index into `numbers`, -1 for none. */
  areas: readonly GridAreas[];
  /** Weights of ways for the floating catchment method: see gaussian-weights. */
  gaussianWeights: Int32Array;
  protection: GridProtection;
}

/** How small numbers of single cells are kept from being true (METHODS §10). */
export type GridProtection =
  /** As published, for example with the census's cell-key method. */
  | { kind: "PERTURBED_BY_PUBLISHER"; statement: string }
  /** At import, to multiples of `base`. */
  | { kind: "ROUNDED"; base: number }
  /** Invented people need none. */
  | { kind: "INVENTED" };

export interface GridAreas {
  level: AreaLevel;
  boundaryVersion: string;
  numbers: readonly string[];
  index: Int32Array;
}
