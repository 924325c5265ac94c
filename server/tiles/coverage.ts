import { keepMostImportant } from "./line-importance.ts";
import { type RingList, ringCount } from "./ring-list.ts";
import { ratedArcs, type ShapeSet } from "./shape-set.ts";

/** A coverage as arcs, and the feature number on either side of each arc (−1: none, the arc is an outer border). */
export interface Coverage {
  shapes: ShapeSet;
  /** Seen walking along the arc, on screen. */
  left: Int32Array;
  right: Int32Array;
}

/**
 * Cuts the rings of neighbouring areas into arcs so that every common border exists once. Borders are common where
 * both areas have exactly the same vertices; what differs by the last digit stays two borders.
 *
 * The cut is at junctions: vertices whose neighbours differ between two rings that pass through them (the same idea
 * as in TopoJSON). Junctions are never simplified away.
 */
export function coverage(rings: RingList): Coverage {
  const vertices = numberVertices(rings);
  const junction = findJunctions(rings, vertices.ids, vertices.count);
  return cutRings(rings, vertices.ids, vertices.count, junction);
}

/** Equal coordinates get equal numbers. */
function numberVertices(rings: RingList): { ids: Int32Array; count: number } {
  const ids = new Int32Array(rings.xy.length / 2);
  const byX = new Map<number, Map<number, number>>();
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const x = rings.xy[2 * i]!;
    const y = rings.xy[2 * i + 1]!;
    const byY = byX.get(x) ?? new Map<number, number>();
    if (byY.size === 0) byX.set(x, byY);
    const id = byY.get(y) ?? count++;
    byY.set(y, id);
    ids[i] = id;
  }
  return { ids, count };
}

function findJunctions(rings: RingList, ids: Int32Array, count: number): Uint8Array {
  const one = new Int32Array(count).fill(-1);
  const other = new Int32Array(count).fill(-1);
  const junction = new Uint8Array(count);
  let from = 0;
  for (const to of rings.end) {
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      const before = ids[i === from ? to - 1 : i - 1]!;
      const after = ids[i === to - 1 ? from : i + 1]!;
      if (one[id] === -1) {
        one[id] = before;
        other[id] = after;
      } else if ((one[id] !== before || other[id] !== after) && (one[id] !== after || other[id] !== before)) {
        junction[id] = 1;
      }
    }
    from = to;
  }
  return junction;
}

function cutRings(rings: RingList, ids: Int32Array, vertexCount: number, junction: Uint8Array): Coverage {
  const xy: number[] = [];
  const arcEnd: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const partArcs: number[] = [];
  const partArcEnd = new Uint32Array(ringCount(rings));
  /** First edge of an arc (from vertex, to vertex) → arc, or ~arc for its other end. */
  const arcByEdge = new Map<number, number>();
  let feature = 0;
  let from = 0;

  for (let ring = 0; ring < partArcEnd.length; ring++) {
    const to = rings.end[ring]!;
    while (rings.featureEnd[feature]! <= ring) feature++;
    const size = to - from;
    const start = startOfRing(rings, ids, junction, from, to);
    let arcStart = start;
    for (let step = 1; step <= size; step++) {
      const here = from + ((start - from + step) % size);
      if (!junction[ids[here]!] && step < size) continue;
      const length = start + step - arcStart;
      partArcs.push(arcFrom(arcStart, length, from, size, feature));
      arcStart = start + step;
    }
    partArcEnd[ring] = partArcs.length;
    from = to;
  }

  const shapes: ShapeSet = {
    ...ratedArcs(Float64Array.from(xy), Uint32Array.from(arcEnd), false),
    closed: true,
    partArcs: Int32Array.from(partArcs),
    partArcEnd,
    partIsHole: rings.isHole,
    featurePartEnd: rings.featureEnd,
  };
  keepAreas(shapes);
  return { shapes, left: Int32Array.from(left), right: Int32Array.from(right) };

  /** The arc that begins at ring position `start` and has `edges` edges; made on its first use. */
  function arcFrom(start: number, edges: number, ringFrom: number, ringSize: number, user: number): number {
    const at = (step: number) => ringFrom + ((start + step - ringFrom) % ringSize);
    const first = ids[at(0)]!;
    const last = ids[at(edges)]!;
    const edge = first * vertexCount + ids[at(1)]!;
    const known = arcByEdge.get(edge);
    if (known !== undefined) {
      // Outer rings run clockwise on screen, holes the other way round: the area lies to the right of the walk.
      if (known >= 0) right[known] = user;
      else left[~known] = user;
      return known;
    }
    const arc = arcEnd.length;
    const backwards = runsBackwards(rings.xy, at(0), at(1), at(edges - 1), at(edges));
    for (let step = 0; step <= edges; step++) {
      const vertex = at(backwards ? edges - step : step);
      xy.push(rings.xy[2 * vertex]!, rings.xy[2 * vertex + 1]!);
    }
    arcEnd.push(xy.length / 2);
    left.push(backwards ? user : -1);
    right.push(backwards ? -1 : user);
    const reference = backwards ? ~arc : arc;
    arcByEdge.set(edge, reference);
    arcByEdge.set(last * vertexCount + ids[at(edges - 1)]!, ~reference);
    return reference;
  }
}

/** A junction of the ring, or its westernmost (then northernmost) vertex when it has none. */
function startOfRing(
  rings: RingList,
  ids: Int32Array,
  junction: Uint8Array,
  from: number,
  to: number,
): number {
  let start = from;
  for (let i = from; i < to; i++) {
    if (junction[ids[i]!]) return i;
    if (comesBefore(rings.xy, i, start)) start = i;
  }
  return start;
}

/** Arcs get a direction of their own, so that the same areas in another order give the same tiles. */
function runsBackwards(
  xy: Float64Array,
  first: number,
  second: number,
  beforeLast: number,
  last: number,
): boolean {
  const closed = xy[2 * first] === xy[2 * last] && xy[2 * first + 1] === xy[2 * last + 1];
  return closed ? comesBefore(xy, beforeLast, second) : comesBefore(xy, last, first);
}

function comesBefore(xy: Float64Array, a: number, b: number): boolean {
  return xy[2 * a]! < xy[2 * b]! || (xy[2 * a] === xy[2 * b] && xy[2 * a + 1]! < xy[2 * b + 1]!);
}

/** Rings of one or two arcs would shrink to a line when their arcs become straight; both neighbours keep the corners. */
function keepAreas(shapes: ShapeSet): void {
  let from = 0;
  for (const to of shapes.partArcEnd) {
    const count = to - from;
    for (let i = from; i < to && count <= 2; i++) {
      const reference = shapes.partArcs[i]!;
      const arc = reference < 0 ? ~reference : reference;
      const first = arc === 0 ? 0 : shapes.arcEnd[arc - 1]!;
      keepMostImportant(shapes.importance, first, shapes.arcEnd[arc]! - 1, count === 1 ? 2 : 1);
    }
    from = to;
  }
}

/** Every arc of a coverage as a line feature of its own. */
export function borderShapes({ shapes }: Coverage): ShapeSet {
  const count = shapes.arcEnd.length;
  const oneEach = Uint32Array.from({ length: count }, (_, arc) => arc + 1);
  return {
    closed: false,
    xy: shapes.xy,
    importance: shapes.importance,
    arcEnd: shapes.arcEnd,
    partArcs: Int32Array.from({ length: count }, (_, arc) => arc),
    partArcEnd: oneEach,
    partIsHole: new Uint8Array(count),
    featurePartEnd: oneEach,
  };
}
