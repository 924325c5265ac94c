import { distanceInMeters } from "../geometry/ellipsoid.ts";
import { coordinateUnits, type WalkingNetwork } from "./walking-network.ts";

/** Points and the street lines through them. Lines meet where they name the same point, and nowhere else. */
export interface StreetLines {
  /** Of the points, in units of 1e-7 degrees. */
  longitude: ArrayLike<number>;
  latitude: ArrayLike<number>;
  lines: readonly StreetLine[];
  hasSlopes: boolean;
}

export interface StreetLine {
  /** Indices of points. */
  points: ArrayLike<number>;
  /** Bits of `edgeFlag`. */
  flags: number;
  /** Rise in per mille in the direction of the points; 0 where unknown. */
  slope?: number;
}

/** Stretches between neighbouring points of a line, as flat arrays. */
interface Stretches {
  count: number;
  from: Uint32Array;
  to: Uint32Array;
  flags: Uint8Array;
  slope: Int16Array;
  /** Stretches at point p: `atPoint[pointStart[p]]` up to `pointStart[p + 1]`. */
  pointStart: Uint32Array;
  atPoint: Uint32Array;
}

/**
 * The network of street lines: a node wherever the way branches, ends or changes its nature; what lies between
 * becomes the shape of an edge. Nodes are numbered along a curve that keeps neighbours together, so that a
 * search reads memory in order. The same lines give the same network.
 */
export function buildNetwork(input: StreetLines): WalkingNetwork {
  const stretches = stretchesOf(input);
  const chains = chainsOf(stretches);
  const numberOf = nodeNumbers(input, chains);
  const nodeCount = numberOf.size;
  const points = [...numberOf.keys()];
  const edges = chains
    .map((chain) => edgeOf(chain, numberOf))
    .sort((a, b) => a.from - b.from || a.to - b.to || byPoints(a.points, b.points));
  const shapeStart = new Uint32Array(edges.length + 1);
  edges.forEach((edge, at) => {
    shapeStart[at + 1] = shapeStart[at]! + edge.points.length - 2;
  });
  const shape = edges.flatMap((edge) => edge.points.slice(1, -1));
  return {
    nodeCount,
    edgeCount: edges.length,
    longitude: Int32Array.from(points, (point) => input.longitude[point]!),
    latitude: Int32Array.from(points, (point) => input.latitude[point]!),
    from: Uint32Array.from(edges, (edge) => edge.from),
    to: Uint32Array.from(edges, (edge) => edge.to),
    length: Uint32Array.from(edges, (edge) => lengthMm(input, edge.points)),
    flags: Uint8Array.from(edges, (edge) => edge.flags),
    slope: Int16Array.from(edges, (edge) => edge.slope),
    hasSlopes: input.hasSlopes,
    shapeStart,
    shapeLongitude: Int32Array.from(shape, (point) => input.longitude[point]!),
    shapeLatitude: Int32Array.from(shape, (point) => input.latitude[point]!),
  };
}

function stretchesOf({ longitude, lines }: StreetLines): Stretches {
  const from: number[] = [];
  const to: number[] = [];
  const flags: number[] = [];
  const slope: number[] = [];
  for (const line of lines) {
    for (let n = 1; n < line.points.length; n++) {
      if (line.points[n] === line.points[n - 1]) continue;
      from.push(line.points[n - 1]!);
      to.push(line.points[n]!);
      flags.push(line.flags);
      slope.push(line.slope ?? 0);
    }
  }
  const count = from.length;
  const pointStart = new Uint32Array(longitude.length + 1);
  for (let s = 0; s < count; s++) {
    pointStart[from[s]! + 1]!++;
    pointStart[to[s]! + 1]!++;
  }
  for (let p = 0; p < longitude.length; p++) pointStart[p + 1]! += pointStart[p]!;
  const atPoint = new Uint32Array(2 * count);
  const next = pointStart.slice(0, longitude.length);
  for (let s = 0; s < count; s++) {
    atPoint[next[from[s]!]!++] = s;
    atPoint[next[to[s]!]!++] = s;
  }
  return {
    count,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    flags: Uint8Array.from(flags),
    slope: Int16Array.from(slope),
    pointStart,
    atPoint,
  };
}

/** A run of points from node to node with what all its stretches have in common. */
interface Chain {
  points: number[];
  flags: number;
  slope: number;
}

function chainsOf(stretches: Stretches): Chain[] {
  const { count, from, to, flags, slope } = stretches;
  const isUsed = new Uint8Array(count);
  const chains: Chain[] = [];
  const follow = (stretch: number, start: number) => {
    const points = [start];
    const rise = from[stretch] === start ? slope[stretch]! : -slope[stretch]!;
    for (let current = stretch, point = start; ; ) {
      isUsed[current] = 1;
      point = from[current] === point ? to[current]! : from[current]!;
      points.push(point);
      if (point === start || isNode(stretches, point)) break;
      current = otherStretch(stretches, point, current);
    }
    chains.push({ points, flags: flags[stretch]!, slope: rise });
  };
  for (let s = 0; s < count; s++) {
    if (!isUsed[s] && isNode(stretches, from[s]!)) follow(s, from[s]!);
    else if (!isUsed[s] && isNode(stretches, to[s]!)) follow(s, to[s]!);
  }
  // What is left are rings without any branch.
  for (let s = 0; s < count; s++) if (!isUsed[s]) follow(s, from[s]!);
  return chains;
}

/** True unless exactly two stretches of the same nature run through the point. */
function isNode({ from, flags, slope, pointStart, atPoint }: Stretches, point: number): boolean {
  const start = pointStart[point]!;
  if (pointStart[point + 1]! - start !== 2) return true;
  const [a, b] = [atPoint[start]!, atPoint[start + 1]!];
  if (flags[a] !== flags[b]) return true;
  const [riseA, riseB] = [a, b].map((s) => (from[s] === point ? slope[s]! : -slope[s]!));
  return riseA !== -riseB!;
}

function otherStretch({ pointStart, atPoint }: Stretches, point: number, stretch: number): number {
  const start = pointStart[point]!;
  return atPoint[start] === stretch ? atPoint[start + 1]! : atPoint[start]!;
}

/** Points that are nodes, in the order of their numbers. */
function nodeNumbers({ longitude, latitude }: StreetLines, chains: readonly Chain[]): Map<number, number> {
  const points = [...new Set(chains.flatMap(({ points }) => [points[0]!, points.at(-1)!]))];
  const place = new Map(points.map((point) => [point, curvePlace(longitude[point]!, latitude[point]!)]));
  points.sort((a, b) => place.get(a)! - place.get(b)! || a - b);
  return new Map(points.map((point, number) => [point, number]));
}

/** Place on Morton's curve through squares of about 10 m: neighbours on it are mostly neighbours on the ground. */
function curvePlace(longitude: number, latitude: number): number {
  const x = Math.floor((longitude + 180 * coordinateUnits) / 1000);
  const y = Math.floor((latitude + 90 * coordinateUnits) / 1000);
  let place = 0;
  for (let bit = 22; bit >= 0; bit--) place = place * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1);
  return place;
}

interface Edge extends Chain {
  from: number;
  to: number;
}

/** Runs from the lower to the higher node, whichever line was read first. */
function edgeOf({ points, flags, slope }: Chain, numberOf: ReadonlyMap<number, number>): Edge {
  const [a, b] = [numberOf.get(points[0]!)!, numberOf.get(points.at(-1)!)!];
  return a <= b
    ? { from: a, to: b, points, flags, slope }
    : { from: b, to: a, points: points.toReversed(), flags, slope: -slope };
}

function byPoints(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((point, n) => point !== b[n]);
  return at < 0 ? 0 : a[at]! - (b[at] ?? -1);
}

/** At least one millimetre: a way without length would not cost anything. */
function lengthMm({ longitude, latitude }: StreetLines, points: readonly number[]): number {
  const position = (point: number) => [
    longitude[point]! / coordinateUnits,
    latitude[point]! / coordinateUnits,
  ];
  let metres = 0;
  for (let n = 1; n < points.length; n++) {
    metres += distanceInMeters(position(points[n - 1]!), position(points[n]!));
  }
  return Math.max(1, Math.round(metres * 1000));
}
