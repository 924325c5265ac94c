import { type DegreeLength, degreeLength, sine } from "../network/degree-length.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import { costOfLength, lengthOfCost } from "./cost-measure.ts";
import type { ReachabilityInput } from "./make-reachability.ts";
import { inUnits } from "./place-units.ts";
import { detourFactor, type Place, type Reachability, unreached } from "./reachability.ts";

/** Corners of a drawn circle. */
const corners = 72;

/** Air lines on the ellipsoid, lengthened by `detourFactor`, for cities without a network. */
export function airLineReachability({ grid, profile, measure }: ReachabilityInput): Reachability {
  const { cellCount, longitude, latitude } = grid;
  const costOf = costOfLength(profile, measure);
  const lengths = degreeLength(middleOf(latitude));
  const costFrom = (place: Place, toLongitude: number, toLatitude: number) =>
    costOf(Math.round(airLineMm(lengths, place, toLongitude, toLatitude) * detourFactor));
  const costToCell = (place: Place, cell: number) => costFrom(place, longitude[cell]!, latitude[cell]!);

  const cellsWhere = (place: Place, passes: (cell: number, cost: number) => boolean) => {
    const at = inUnits(place);
    const cells = new Uint32Array(cellCount);
    const costs = new Uint32Array(cellCount);
    let count = 0;
    for (let cell = 0; cell < cellCount; cell++) {
      const cost = costToCell(at, cell);
      if (!passes(cell, cost)) continue;
      cells[count] = cell;
      costs[count++] = cost;
    }
    return { cells: cells.slice(0, count), costs: costs.slice(0, count) };
  };

  return {
    method: "air-line",
    measure,
    profile: profile.profile,
    cellCount,
    reach: (place, limit) => cellsWhere(place, (_, cost) => cost <= limit),

    nearest(places, limit = unreached - 1) {
      const costs = new Uint32Array(cellCount).fill(unreached);
      const nearest = new Int32Array(cellCount).fill(-1);
      places.map(inUnits).forEach((place, origin) => {
        for (let cell = 0; cell < cellCount; cell++) {
          const cost = costToCell(place, cell);
          if (cost > limit || cost >= costs[cell]!) continue;
          costs[cell] = cost;
          nearest[cell] = origin;
        }
      });
      return { costs, nearest, nodeCosts: null };
    },

    change: (place, { limit, before }) =>
      cellsWhere(place, (cell, cost) => cost <= limit || cost < before.costs[cell]!),

    between(from, to) {
      const end = inUnits(to);
      return costFrom(inUnits(from), end.longitude, end.latitude);
    },

    outline(place, limit) {
      const radius = lengthOfCost(profile, measure)(limit) / detourFactor;
      return { type: "MultiPolygon", coordinates: [[circle(lengths, inUnits(place), radius)]] };
    },

    snap: () => null,
  };
}

/** Coordinates in units; the eastward length is that of the latitude halfway. */
function airLineMm({ east, north }: DegreeLength, from: Place, longitude: number, latitude: number): number {
  const x = (longitude - from.longitude) * east((latitude + from.latitude) / 2);
  const y = (latitude - from.latitude) * north;
  return Math.sqrt(x * x + y * y);
}

/** Counter-clockwise and closed, after RFC 7946. */
function circle({ east, north }: DegreeLength, { longitude, latitude }: Place, radiusMm: number): number[][] {
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners - Math.PI;
    const x = radiusMm * sine(Math.PI / 2 - Math.abs(angle));
    const y = radiusMm * sine(angle);
    return [
      Math.round(longitude + x / east(latitude)) / coordinateUnits,
      Math.round(latitude + y / north) / coordinateUnits,
    ];
  });
  return [...ring, ring[0]!];
}

function middleOf(latitudes: Int32Array): number {
  let [south, north] = [latitudes[0] ?? 0, latitudes[0] ?? 0];
  for (const latitude of latitudes) {
    if (latitude < south) south = latitude;
    else if (latitude > north) north = latitude;
  }
  return Math.round((south + north) / 2);
}
