import { featureCollection, intersect, feature as toFeature } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import { hasCell, inhabitedCellsWithin } from "../demand/cell-set.ts";
import type { PopulationGrid } from "../demand/population-grid.ts";
import { areaInSquareMeters } from "../geometry/ellipsoid.ts";

type Shape = Polygon | MultiPolygon;

/** Share of an area's ground inside another polygon. */
export interface GroundOverlap {
  /** The common ground is cut out exactly and measured on the ellipsoid. */
  method: "GROUND_INTERSECTION";
  wholeM2: number;
  commonM2: number;
  /** 0 to 1; null for an area without ground. */
  share: number | null;
}

/** Share of an area's residents inside another polygon. */
export interface ResidentOverlap {
  /** Whole cells of the population grid whose centre lies inside, uncut (`CELL_SUM`). */
  method: "CELL_SUM";
  /**
   * People of the cells, before disclosure control: never told to anybody unless `disclosure/asked-area.ts` or a right to
   * finer figures allows it.
   */
  whole: number;
  common: number;
  /** 0 to 1; null where nobody is counted. */
  share: number | null;
}

/** The ground two shapes share, null where they only touch or lie apart; all in WGS 84 degrees. */
export function commonGround(area: Shape, other: Shape): Shape | null {
  return intersect(featureCollection([toFeature(area), toFeature(other)]))?.geometry ?? null;
}

/** How much of `area`'s ground lies within `other`; both in WGS 84 degrees. */
export function groundOverlap(area: Shape, other: Shape): GroundOverlap {
  const common = commonGround(area, other);
  const wholeM2 = areaInSquareMeters(area);
  const commonM2 = common ? areaInSquareMeters(common) : 0;
  // Cutting may leave the common ground a square millimetre larger than the whole.
  const share = wholeM2 > 0 ? Math.min(1, commonM2 / wholeM2) : null;
  return { method: "GROUND_INTERSECTION", wholeM2, commonM2, share };
}

/** How many of the residents of `area` live within `other`, by the grid; both in WGS 84 degrees. */
export function residentOverlap(grid: PopulationGrid, area: Shape, other: Shape): ResidentOverlap {
  const [own, within] = [inhabitedCellsWithin(grid, area), inhabitedCellsWithin(grid, other)];
  let [whole, common] = [0, 0];
  for (let cell = 0; cell < grid.cellCount; cell++) {
    if (!hasCell(own, cell)) continue;
    whole += grid.residents[cell]!;
    if (hasCell(within, cell)) common += grid.residents[cell]!;
  }
  return { method: "CELL_SUM", whole, common, share: whole > 0 ? common / whole : null };
}
