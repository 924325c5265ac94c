import type { LineString, Polygon } from "geojson";
import { splineThrough } from "../curves.ts";
import { readContext } from "../facts.ts";
import { type LonLat, type Point, toMeters } from "../partition/projection.ts";
import type { DemoBaseFeature } from "../types.ts";

/** A line nobody can walk across except at its crossings. */
export interface Barrier {
  name: string;
  kind: "river" | "rail" | "motorway";
  line: Point[];
}

interface Segment {
  barrier: number;
  p: Point;
  q: Point;
}

export interface Barriers {
  all: readonly Barrier[];
  /** Whether the straight way from `p` to `q` crosses any barrier other than `except`. */
  isCut(p: Point, q: Point, except?: Barrier): boolean;
}

const squareMeters = 120;
const motorway = /^A \d+$/;

/** River, railways and the motorway of the base map, each as one line, and the shores of all water. */
export function findBarriers(base: readonly DemoBaseFeature[]): Barriers {
  const all: Barrier[] = [];
  for (const { class: kind, name, points } of readContext()) {
    if (kind === "river") all.push({ name, kind, line: splineThrough(points.map(toMeters), 40) });
  }
  const lineOf = (geometry: LineString) => geometry.coordinates.map((p) => toMeters(p as LonLat));
  for (const feature of base) {
    const isMotorway = feature.class === "street" && motorway.test(feature.ref ?? "");
    if (feature.class !== "rail" && !isMotorway) continue;
    const kind = isMotorway ? "motorway" : "rail";
    all.push({ name: feature.name ?? "", kind, line: lineOf(feature.geometry as LineString) });
  }
  const squares = new Map<string, Segment[]>();
  const enter = (barrier: number, line: readonly Point[]) => {
    for (let k = 1; k < line.length; k++) {
      const segment = { barrier, p: line[k - 1]!, q: line[k]! };
      for (const square of squaresOf(segment.p, segment.q)) {
        const own = squares.get(square);
        if (own) own.push(segment);
        else squares.set(square, [segment]);
      }
    }
  };
  all.forEach(({ line }, barrier) => {
    enter(barrier, line);
  });
  // The shore of the river belongs to it: a bridge crosses both.
  for (const { class: kind, name, geometry } of base) {
    if (kind !== "water") continue;
    const shore = (geometry as Polygon).coordinates[0]!.map((p) => toMeters(p as LonLat));
    enter(
      all.findIndex((barrier) => barrier.name === name),
      shore,
    );
  }
  return {
    all,
    isCut(p, q, except) {
      for (const square of squaresOf(p, q)) {
        for (const segment of squares.get(square) ?? []) {
          if (all[segment.barrier] === except && except !== undefined) continue;
          if (meet(p, q, segment.p, segment.q)) return true;
        }
      }
      return false;
    },
  };
}

function* squaresOf(p: Point, q: Point): Generator<string> {
  const square = (value: number) => Math.floor(value / squareMeters);
  for (let i = square(Math.min(p[0], q[0])); i <= square(Math.max(p[0], q[0])); i++) {
    for (let j = square(Math.min(p[1], q[1])); j <= square(Math.max(p[1], q[1])); j++) yield `${i},${j}`;
  }
}

function meet(p: Point, q: Point, r: Point, s: Point): boolean {
  const side = (a: Point, b: Point, c: Point) =>
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return side(p, q, r) > 0 !== side(p, q, s) > 0 && side(r, s, p) > 0 !== side(r, s, q) > 0;
}
