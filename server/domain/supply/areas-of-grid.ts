import type { AreaLevel } from "../area/area.ts";
import type { GridAreas, PopulationGrid } from "../demand/population-grid.ts";
import { coordinateUnits } from "../network/walking-network.ts";

/** The areas of a level the grid's cells belong to, of the newest boundary version; null where it has none. */
export function areasOfGrid(grid: PopulationGrid, level: AreaLevel): GridAreas | null {
  const ofLevel = grid.areas.filter((areas) => areas.level === level);
  return ofLevel.reduce<GridAreas | null>(
    (newest, areas) => (newest && newest.boundaryVersion >= areas.boundaryVersion ? newest : areas),
    null,
  );
}

/**
 * Numbers of the areas a sketched place lies in, by level: those of the cell whose centre is nearest. Server and
 * browser both ask the grid, so that a place on a border falls to the same side on both. Degrees, WGS 84.
 */
export function areasAtPlace(
  grid: PopulationGrid,
  [longitude, latitude]: readonly [number, number],
): Record<string, string> {
  const x = Math.round(longitude * coordinateUnits);
  const y = Math.round(latitude * coordinateUnits);
  /** Degrees of longitude are shorter than those of latitude; at 45 to 55 degrees north by about two thirds. */
  const shrink = 2 / 3;
  let nearest = -1;
  let best = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const east = (grid.longitude[cell]! - x) * shrink;
    const north = grid.latitude[cell]! - y;
    const distance = east * east + north * north;
    if (distance < best) {
      best = distance;
      nearest = cell;
    }
  }
  const numbers: Record<string, string> = {};
  for (const { level } of grid.areas) {
    const areas = areasOfGrid(grid, level)!;
    const index = nearest < 0 ? -1 : areas.index[nearest]!;
    if (index >= 0) numbers[level] = areas.numbers[index]!;
  }
  return numbers;
}
