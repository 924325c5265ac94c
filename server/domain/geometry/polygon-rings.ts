import type { Position } from "geojson";
import { extentOf } from "./contains-point.ts";
import { isWithin } from "./coordinate-hint.ts";
import { crossings, type PlacedRing } from "./crossings.ts";
import { type Findings, readList, readPositions } from "./read-coordinates.ts";
import { isSamePosition, sideOfRing, signedArea, wound } from "./ring.ts";

/** A ring, closed, without repeated points and exact spikes; the first one of a polygon is its shell. */
function readRing(value: unknown, pointer: string, findings: Findings): Position[] | undefined {
  const before = findings.problems.length;
  const read = readPositions(value, pointer, findings);
  if (findings.problems.length > before) return undefined;
  if (!isSamePosition(read[0], read.at(-1))) {
    findings.note("ring-closed", pointer);
    read.push(read[0]!);
  }
  const ring = withoutSpikes(withoutRepeats(read, pointer, findings), pointer, findings);
  if (ring.length < 4) {
    findings.problem("too-few-positions", pointer, { positions: ring.length, atLeast: 4 });
    return undefined;
  }
  return ring;
}

function withoutRepeats(ring: Position[], pointer: string, findings: Findings): Position[] {
  const kept = ring.filter((position, index) => index === 0 || !isSamePosition(position, ring[index - 1]));
  if (kept.length < ring.length) findings.note("repeated-point-removed", pointer);
  return kept;
}

/** A spike leaves a point and comes straight back to it: … a, b, a … has no area and is cut off. */
function withoutSpikes(ring: Position[], pointer: string, findings: Findings): Position[] {
  const open: Position[] = [];
  for (const position of ring.slice(0, -1)) {
    if (isSamePosition(open.at(-2), position)) {
      findings.note("spike-removed", pointer);
      open.pop();
    } else if (!isSamePosition(open.at(-1), position)) open.push(position);
  }
  while (open.length > 3 && isSamePosition(open[1], open.at(-1))) {
    findings.note("spike-removed", pointer);
    open.shift();
    open.pop();
    open.unshift(open.pop()!);
  }
  return open.length > 0 ? [...open, open[0]!] : open;
}

/** Rings of one polygon, wound as RFC 7946 asks for. */
export function readPolygon(value: unknown, pointer: string, findings: Findings): Position[][] | undefined {
  const before = findings.problems.length;
  const rings = readList(value, pointer, findings, readRing);
  if (findings.problems.length > before || rings.length === 0) return undefined;
  const turned = rings.map((ring, index) => wound(ring, index === 0));
  if (turned.some((ring, index) => ring !== rings[index])) findings.note("winding-turned", pointer);
  return turned;
}

/** Says where polygons are not what simple features allow: crossings, holes outside, overlapping parts. */
export function checkPolygons(polygons: readonly Position[][][], findings: Findings): void {
  const pointerOf = (part: number, ring: number) =>
    polygons.length > 1 ? `/coordinates/${part}/${ring}` : `/coordinates/${ring}`;
  const rings: PlacedRing[] = polygons.flatMap((polygon, part) =>
    polygon.map((positions, ring) => ({ part, ring, positions })),
  );
  const meetings = crossings(rings);
  for (const { kind, part, ring, point } of meetings) {
    findings.problem(kind, pointerOf(part, ring), { x: point[0], y: point[1] });
  }
  if (meetings.length > 0) return;
  for (const { part, ring, positions } of rings) {
    if (signedArea(positions) === 0) findings.problem("zero-area", pointerOf(part, ring));
    else if (ring > 0 && lies(positions, polygons[part]![0]!) !== "inside") {
      findings.problem("hole-outside", pointerOf(part, ring), pointFacts(positions[0]!));
    }
  }
  const extents = polygons.map(([shell]) => extentOf({ type: "LineString", coordinates: shell! })!);
  for (const [part, polygon] of polygons.entries()) {
    const [x = 0, y = 0] = polygon[0]![0]!;
    const other = polygons.findIndex(
      (outer, index) => index !== part && isWithin(extents[index]!, x, y) && liesWithin(polygon, outer),
    );
    if (other >= 0) findings.problem("parts-overlap", pointerOf(part, 0), pointFacts(polygon[0]![0]!));
  }
}

function pointFacts(position: Position): { x: number; y: number } {
  return { x: position[0]!, y: position[1]! };
}

/** Rings that do not cross lie wholly on one side: the first corner that is not on the border tells which. */
function lies(ring: readonly Position[], shell: readonly Position[]): "inside" | "outside" {
  for (const position of ring) {
    const side = sideOfRing(position, shell);
    if (side !== "on") return side;
  }
  return "inside";
}

function liesWithin(polygon: Position[][], outer: Position[][]): boolean {
  const [shell, ...holes] = outer;
  if (lies(polygon[0]!, shell!) === "outside") return false;
  return !holes.some((hole) => lies(polygon[0]!, hole) === "inside");
}
