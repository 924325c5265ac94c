import { degreeLength } from "#domain/network/degree-length.ts";
import { edgeFlag, type WalkingNetwork } from "#domain/network/walking-network.ts";
import { toLonLat } from "../partition/projection.ts";
import { hashed } from "./hashed.ts";
import { type StreetPlan, type Stretch, slopePerMille } from "./street-plan.ts";

/** Longest edge made of several stretches, in points between its ends. */
const mostShapePoints = 8;

interface Edge {
  points: number[];
  kind: Stretch["kind"];
}

/**
 * The plan as a network: stretches in a row become one edge with its bends as shape, points nothing leads to
 * are left out. Lengths are those of the coordinates as they are written, slopes those between the ends.
 */
export function networkOf(plan: StreetPlan, stays: Uint8Array, seed: number): WalkingNetwork {
  const edges = inRows(plan, stays);
  const nodeOf = new Int32Array(plan.x.length).fill(-1);
  const nodes: number[] = [];
  const used = new Uint8Array(plan.x.length);
  for (const { points } of edges) for (const end of [points[0]!, points.at(-1)!]) used[end] = 1;
  for (let point = 0; point < used.length; point++) {
    if (used[point]) nodeOf[point] = nodes.push(point) - 1;
  }
  const units = (point: number) =>
    toLonLat([plan.x[point]!, plan.y[point]!]).map((degrees) => Math.round(degrees * 1e7)) as [
      number,
      number,
    ];
  const places = nodes.map(units);
  const inner = edges.map(({ points }) => points.slice(1, -1).map(units));
  const shape = inner.flat();
  const shapeStart = new Uint32Array(edges.length + 1);
  inner.forEach((bends, edge) => {
    shapeStart[edge + 1] = shapeStart[edge]! + bends.length;
  });
  const lengths = degreeLength(Math.round((places[0]![1] + places.at(-1)![1]) / 2));
  const lengthOf = (line: readonly [number, number][]) => {
    let sum = 0;
    for (let k = 1; k < line.length; k++) {
      const [ax, ay] = line[k - 1]!;
      const [bx, by] = line[k]!;
      sum += Math.hypot((bx - ax) * lengths.east((ay + by) / 2), (by - ay) * lengths.north);
    }
    return Math.max(1, Math.round(sum));
  };
  return {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    longitude: Int32Array.from(places, ([lon]) => lon),
    latitude: Int32Array.from(places, ([, lat]) => lat),
    from: Uint32Array.from(edges, ({ points }) => nodeOf[points[0]!]!),
    to: Uint32Array.from(edges, ({ points }) => nodeOf[points.at(-1)!]!),
    length: Uint32Array.from(edges, ({ points }, edge) =>
      lengthOf([units(points[0]!), ...inner[edge]!, units(points.at(-1)!)]),
    ),
    flags: Uint8Array.from(edges, ({ points, kind }) =>
      flagsOf(kind, hashed(seed, points[0]!, points.at(-1)!)),
    ),
    slope: Int16Array.from(edges, (edge) => slopeOf(plan, edge)),
    hasSlopes: true,
    shapeStart,
    shapeLongitude: Int32Array.from(shape, ([lon]) => lon),
    shapeLatitude: Int32Array.from(shape, ([, lat]) => lat),
  };
}

/** Stretches of one kind that meet where nothing else does, in a row; between settlements and along blocks. */
function inRows({ x, stretches }: StreetPlan, stays: Uint8Array): Edge[] {
  const own = stretches.filter(({ a }) => stays[a]);
  const meeting: number[][] = Array.from({ length: x.length }, () => []);
  own.forEach(({ a, b }, index) => {
    meeting[a]!.push(index);
    meeting[b]!.push(index);
  });
  const isPassing = (point: number) => {
    const [one, other, more] = meeting[point]!;
    return more === undefined && other !== undefined && own[one!]!.kind === own[other]!.kind;
  };
  const done = new Uint8Array(own.length);
  const edges: Edge[] = [];
  const follow = (start: number, first: number) => {
    const points = [start];
    let at = start;
    let index: number | undefined = first;
    while (index !== undefined && !done[index]) {
      done[index] = 1;
      const { a, b }: Stretch = own[index]!;
      at = a === at ? b : a;
      points.push(at);
      if (!isPassing(at) || points.length > mostShapePoints + 1) break;
      index = meeting[at]!.find((next) => !done[next]);
    }
    edges.push({ points, kind: own[first]!.kind });
  };
  for (let point = 0; point < x.length; point++) {
    if (!isPassing(point)) for (const index of meeting[point]!) if (!done[index]) follow(point, index);
  }
  // What is left goes round in rings, or was cut off at the longest edge.
  own.forEach(({ a }, index) => {
    if (!done[index]) follow(a, index);
  });
  return edges.filter(({ points }) => points[0] !== points.at(-1));
}

function slopeOf(plan: StreetPlan, { points, kind }: Edge): number {
  let rise = 0;
  let length = 0;
  for (let k = 1; k < points.length; k++) {
    const [a, b] = [points[k - 1]!, points[k]!];
    const piece = Math.hypot(plan.x[b]! - plan.x[a]!, plan.y[b]! - plan.y[a]!);
    rise += slopePerMille(plan, { a, b, kind }) * piece;
    length += piece;
  }
  return Math.round(rise / Math.max(1, length));
}

/** Steps never, paths in woods often and streets now and then are closed to wheelchairs. */
function flagsOf(kind: Stretch["kind"], draw: number): number {
  if (kind === "steps") return edgeFlag.steps | edgeFlag.notBarrierFree;
  const closed = kind === "path" ? 0.35 : kind === "street" ? 0.025 : 0;
  return draw < closed ? edgeFlag.notBarrierFree : 0;
}
