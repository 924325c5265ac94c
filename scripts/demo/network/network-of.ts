import { buildNetwork } from "#domain/network/build-network.ts";
import { coordinateUnits, edgeFlag, type WalkingNetwork } from "#domain/network/walking-network.ts";
import { toLonLat } from "../partition/projection.ts";
import { hashed } from "./hashed.ts";
import { type StreetPlan, type Stretch, slopePerMille } from "./street-plan.ts";

/** Longest row of stretches, in points between its ends: one slope must not stand for a whole hill. */
const mostShapePoints = 8;

interface Row {
  points: number[];
  kind: Stretch["kind"];
}

/** The plan as a network: stretches in a row share their slope and become one edge with its bends as shape. */
export function networkOf(plan: StreetPlan, stays: Uint8Array, seed: number): WalkingNetwork {
  const places = plan.x.map((x, point) => toLonLat([x, plan.y[point]!]));
  const units = (degrees: number) => Math.round(degrees * coordinateUnits);
  return buildNetwork({
    longitude: Int32Array.from(places, ([lon]) => units(lon)),
    latitude: Int32Array.from(places, ([, lat]) => units(lat)),
    lines: inRows(plan, stays).map((row) => ({
      points: row.points,
      flags: flagsOf(row.kind, hashed(seed, row.points[0]!, row.points.at(-1)!)),
      slope: slopeOf(plan, row),
    })),
    hasSlopes: true,
  });
}

/** Stretches of one kind that meet where nothing else does, in a row; between settlements and along blocks. */
function inRows({ x, stretches }: StreetPlan, stays: Uint8Array): Row[] {
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
  const rows: Row[] = [];
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
    rows.push({ points, kind: own[first]!.kind });
  };
  for (let point = 0; point < x.length; point++) {
    if (!isPassing(point)) for (const index of meeting[point]!) if (!done[index]) follow(point, index);
  }
  // What is left goes round in rings, or was cut off at the longest row.
  own.forEach(({ a }, index) => {
    if (!done[index]) follow(a, index);
  });
  return rows.filter(({ points }) => points[0] !== points.at(-1));
}

function slopeOf(plan: StreetPlan, { points, kind }: Row): number {
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
