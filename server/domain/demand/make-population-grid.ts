import { fromLaea, toLaea } from "../geometry/laea.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import { gaussianWeights } from "./gaussian-weights.ts";
import type { AgeGroup, GridAreas, PopulationGrid } from "./population-grid.ts";

/** One cell (its lower left corner in EPSG:3035 metres) or one point (WGS 84 degrees) with its people. */
export interface InhabitedPlace {
  position: { east: number; north: number } | { longitude: number; latitude: number };
  residents: number;
  /** People per age group, in the order of the groups. */
  counts: readonly number[];
  /** Per level the index of its area in `numbers`, -1 for none. */
  areas: readonly number[];
}

/**
 * The grid of these places, from south to north and west to east. Throws RangeError for age groups that overlap,
 * for people that are no whole numbers and for a cell that is given twice: all are errors of the caller.
 */
export function makePopulationGrid({
  cellSizeM,
  ageGroups,
  levels,
  places,
  protection,
}: {
  /** Null for points. */
  cellSizeM: number | null;
  ageGroups: readonly AgeGroup[];
  levels: readonly Omit<GridAreas, "index">[];
  places: readonly InhabitedPlace[];
  protection: PopulationGrid["protection"];
}): PopulationGrid {
  refuseOverlap(ageGroups);
  const located = places
    .map((place) => ({ ...place, ...positionOf(place.position, cellSizeM) }))
    .sort(
      (a, b) => a.north - b.north || a.east - b.east || a.latitude - b.latitude || a.longitude - b.longitude,
    );
  if (cellSizeM !== null) refuseTwice(located);
  const column = (value: (place: (typeof located)[number]) => number) => Int32Array.from(located, value);
  return {
    cellSizeM,
    cellCount: located.length,
    east: column(({ east }) => east),
    north: column(({ north }) => north),
    longitude: column(({ longitude }) => longitude),
    latitude: column(({ latitude }) => latitude),
    residents: Uint32Array.from(located, ({ residents }) => people(residents)),
    ageGroups,
    counts: ageGroups.map((_, group) => Uint32Array.from(located, ({ counts }) => people(counts[group]))),
    areas: levels.map((level, at) => ({ ...level, index: column(({ areas }) => areas[at] ?? -1) })),
    gaussianWeights: gaussianWeights(),
    protection,
  };
}

function positionOf(position: InhabitedPlace["position"], cellSizeM: number | null) {
  const units = (degrees: number) => Math.round(degrees * coordinateUnits);
  if ("longitude" in position) {
    const { longitude, latitude } = position;
    const [east, north] = toLaea(longitude, latitude).map(Math.round) as [number, number];
    return { east, north, longitude: units(longitude), latitude: units(latitude) };
  }
  const { east, north } = position;
  const half = (cellSizeM ?? 0) / 2;
  const [longitude, latitude] = fromLaea(east + half, north + half);
  return { east, north, longitude: units(longitude), latitude: units(latitude) };
}

function people(count: number | undefined): number {
  if (count === undefined || !Number.isInteger(count) || count < 0) throw new RangeError(`${count} people`);
  return count;
}

function refuseTwice(sorted: readonly { east: number; north: number }[]): void {
  for (let i = 1; i < sorted.length; i++) {
    const [before, { east, north }] = [sorted[i - 1]!, sorted[i]!];
    if (before.east === east && before.north === north) throw new RangeError(`cell N${north}E${east} twice`);
  }
}

/** Two groups that overlap would count people twice; undefined where none do. */
export function overlappingGroups(groups: readonly AgeGroup[]): [AgeGroup, AgeGroup] | undefined {
  const sorted = [...groups].sort((a, b) => a.from - b.from);
  for (let i = 1; i < sorted.length; i++) {
    const [before, group] = [sorted[i - 1]!, sorted[i]!];
    if (before.to === null || before.to > group.from) return [before, group];
  }
  return undefined;
}

function refuseOverlap(groups: readonly AgeGroup[]): void {
  const pair = overlappingGroups(groups);
  if (pair) throw new RangeError(`age groups ${pair[0].code} and ${pair[1].code} overlap`);
}
