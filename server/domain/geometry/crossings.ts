import type { Position } from "geojson";

/** A closed ring with the polygon part it belongs to, so that a crossing can say where it happened. */
export interface PlacedRing {
  part: number;
  ring: number;
  positions: readonly Position[];
}

export interface Crossing {
  kind: "self-intersection" | "rings-cross" | "parts-overlap";
  part: number;
  ring: number;
  point: [number, number];
}

interface Segment {
  owner: PlacedRing;
  index: number;
  minX: number;
  maxX: number;
  minY: number;
  maxY: number;
  a: Position;
  b: Position;
}

/**
 * Where edges of a polygon meet although they must not (OGC simple features): a ring that crosses, touches
 * or runs back over itself, and rings that cross or share an edge. Rings may touch in single points.
 * Turf's `booleanValid` accepts a bow-tie, hence this sweep; stops after `atMost` crossings.
 */
export function crossings(rings: readonly PlacedRing[], atMost = 5): Crossing[] {
  const segments = rings.flatMap(segmentsOf).sort((a, b) => a.minX - b.minX);
  const found: Crossing[] = [];
  let active: Segment[] = [];
  for (const segment of segments) {
    active = active.filter((other) => other.maxX >= segment.minX);
    for (const other of active) {
      if (other.maxY < segment.minY || other.minY > segment.maxY) continue;
      const crossing = forbiddenMeeting(other, segment);
      if (crossing) found.push(crossing);
      if (found.length >= atMost) return found;
    }
    active.push(segment);
  }
  return found;
}

function segmentsOf(owner: PlacedRing): Segment[] {
  return owner.positions.slice(1).map((b, index) => {
    const a = owner.positions[index]!;
    return {
      owner,
      index,
      a,
      b,
      minX: Math.min(a[0]!, b[0]!),
      maxX: Math.max(a[0]!, b[0]!),
      minY: Math.min(a[1]!, b[1]!),
      maxY: Math.max(a[1]!, b[1]!),
    };
  });
}

function forbiddenMeeting(s: Segment, t: Segment): Crossing | undefined {
  const meeting = meet(s, t);
  if (!meeting) return undefined;
  const sameRing = s.owner === t.owner;
  if (sameRing && areNeighbours(s, t) && meeting.kind === "touch") return undefined;
  if (!sameRing && meeting.kind === "touch") return undefined;
  const { part, ring } = t.owner;
  const kind = sameRing ? "self-intersection" : s.owner.part === part ? "rings-cross" : "parts-overlap";
  return { kind, part, ring, point: meeting.point };
}

function areNeighbours(s: Segment, t: Segment): boolean {
  const last = s.owner.positions.length - 2;
  const distance = Math.abs(s.index - t.index);
  return distance === 1 || distance === last;
}

interface Meeting {
  kind: "cross" | "touch" | "overlap";
  point: [number, number];
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
}

function meet(s: Segment, t: Segment): Meeting | undefined {
  const t1 = turn(s.a, s.b, t.a);
  const t2 = turn(s.a, s.b, t.b);
  const t3 = turn(t.a, t.b, s.a);
  const t4 = turn(t.a, t.b, s.b);
  if (t1 === 0 && t2 === 0) return alongOneLine(s, t);
  if (t1 * t2 > 0 || t3 * t4 > 0) return undefined;
  if (t1 * t2 < 0 && t3 * t4 < 0) {
    const share = t1 / (t1 - t2);
    const point: [number, number] = [
      t.a[0]! + share * (t.b[0]! - t.a[0]!),
      t.a[1]! + share * (t.b[1]! - t.a[1]!),
    ];
    return { kind: "cross", point };
  }
  const at = t1 === 0 ? t.a : t2 === 0 ? t.b : t3 === 0 ? s.a : s.b;
  return { kind: "touch", point: [at[0]!, at[1]!] };
}

/** Collinear segments overlap along a stretch, touch in one point, or lie apart. */
function alongOneLine(s: Segment, t: Segment): Meeting | undefined {
  const fromX = Math.max(s.minX, t.minX);
  const toX = Math.min(s.maxX, t.maxX);
  const fromY = Math.max(s.minY, t.minY);
  const toY = Math.min(s.maxY, t.maxY);
  if (fromX > toX || fromY > toY) return undefined;
  const isPoint = fromX === toX && fromY === toY;
  return { kind: isPoint ? "touch" : "overlap", point: [fromX, fromY] };
}
