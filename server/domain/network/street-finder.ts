import Flatbush from "flatbush";
import { type DegreeLength, degreeLength } from "./degree-length.ts";
import { pointCount, pointLatitude, pointLongitude } from "./edge-shape.ts";
import type { StreetGraph } from "./street-graph.ts";
import type { WalkingNetwork } from "./walking-network.ts";

/** Places farther than this from any usable street are not on the network, in millimetres. */
export const farthestStreetMm = 500_000;

/** Where a place meets the street: on which edge, how far along it from its `from` node, how far away. */
export interface StreetPosition {
  edge: number;
  alongMm: number;
  distanceMm: number;
  /** Coordinates on the street, in units. */
  longitude: number;
  latitude: number;
}

/** Finds the nearest usable street of a place given in units; null where none is near. */
export type StreetFinder = (longitude: number, latitude: number) => StreetPosition | null;

/** Half widths of the boxes searched one after another: most places of a city are done with the first two. */
const searchRadii = [30_000, 90_000, 240_000, farthestStreetMm];

/**
 * A finder over the usable edges of a graph. Distances are planar with the degree lengths at the place; a tie
 * goes to the edge with the lower number.
 */
export function streetFinder({ network, isUsable }: StreetGraph): StreetFinder {
  const edges = Uint32Array.from(
    (function* () {
      for (let edge = 0; edge < network.edgeCount; edge++) if (isUsable[edge]) yield edge;
    })(),
  );
  if (edges.length === 0) return () => null;
  const index = edgeIndex(network, edges);
  const lengths = networkDegreeLength(network);
  return (longitude, latitude) => {
    const nearest = nearestSegment(network, longitude, latitude, lengths);
    for (const radius of searchRadii) {
      const x = radius / lengths.east(latitude);
      const y = radius / lengths.north;
      index.search(longitude - x, latitude - y, longitude + x, latitude + y, (item) => {
        nearest.look(edges[item]!);
        return false;
      });
      if (nearest.distance() <= radius) return nearest.position();
    }
    return null;
  };
}

/** Degree lengths at the middle of a network, from which all its ways to streets are measured. */
export function networkDegreeLength({ latitude }: WalkingNetwork): DegreeLength {
  let [south, north] = [latitude[0] ?? 0, latitude[0] ?? 0];
  for (const value of latitude) {
    if (value < south) south = value;
    else if (value > north) north = value;
  }
  return degreeLength(Math.round((south + north) / 2));
}

function edgeIndex(network: WalkingNetwork, edges: Uint32Array): Flatbush {
  const index = new Flatbush(edges.length, 16, Int32Array);
  for (const edge of edges) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let n = pointCount(network, edge) - 1; n >= 0; n--) {
      const x = pointLongitude(network, edge, n);
      const y = pointLatitude(network, edge, n);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
}

/** Looks at one edge after another and keeps the nearest point found so far. */
function nearestSegment(network: WalkingNetwork, longitude: number, latitude: number, lengths: DegreeLength) {
  const east = lengths.east(latitude);
  const { north } = lengths;
  let square = Infinity;
  let edge = -1;
  let segment = 0;
  let part = 0;

  const look = (candidate: number) => {
    const last = pointCount(network, candidate) - 1;
    let ax = (pointLongitude(network, candidate, 0) - longitude) * east;
    let ay = (pointLatitude(network, candidate, 0) - latitude) * north;
    for (let n = 0; n < last; n++) {
      const bx = (pointLongitude(network, candidate, n + 1) - longitude) * east;
      const by = (pointLatitude(network, candidate, n + 1) - latitude) * north;
      const dx = bx - ax;
      const dy = by - ay;
      const dot = -(ax * dx + ay * dy);
      const whole = dx * dx + dy * dy;
      // Ends are taken as they are: edges that meet in a node are then equally near to the last digit.
      const t = dot <= 0 ? 0 : dot >= whole ? 1 : dot / whole;
      const x = t === 1 ? bx : ax + t * dx;
      const y = t === 1 ? by : ay + t * dy;
      const found = x * x + y * y;
      if (found < square || (found === square && candidate < edge)) {
        square = found;
        edge = candidate;
        segment = n;
        part = t;
      }
      ax = bx;
      ay = by;
    }
  };

  /** Planar length of the edge up to its n-th point. */
  const lengthUpTo = (points: number) => {
    let sum = 0;
    for (let n = 0; n < points; n++) sum += lengthOfSegment(n);
    return sum;
  };
  const lengthOfSegment = (n: number) => {
    const x = (pointLongitude(network, edge, n + 1) - pointLongitude(network, edge, n)) * east;
    const y = (pointLatitude(network, edge, n + 1) - pointLatitude(network, edge, n)) * north;
    return Math.sqrt(x * x + y * y);
  };
  const between = (a: number, b: number) => Math.round(a + (b - a) * part);

  return {
    look,
    distance: () => Math.sqrt(square),
    position(): StreetPosition {
      const whole = lengthUpTo(pointCount(network, edge) - 1);
      const passed = lengthUpTo(segment) + lengthOfSegment(segment) * part;
      const share = whole > 0 ? passed / whole : 0;
      return {
        edge,
        alongMm: Math.round(network.length[edge]! * Math.min(1, share)),
        distanceMm: Math.round(Math.sqrt(square)),
        longitude: between(
          pointLongitude(network, edge, segment),
          pointLongitude(network, edge, segment + 1),
        ),
        latitude: between(pointLatitude(network, edge, segment), pointLatitude(network, edge, segment + 1)),
      };
    },
  };
}
