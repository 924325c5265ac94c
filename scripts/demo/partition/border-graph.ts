import { piecesInside } from "./outline-crossings.ts";
import { type Cell, type Site, siteAt } from "./power-diagram.ts";
import type { Point } from "./projection.ts";

/** Index of what lies outside the city. */
export const outside = -1;

/** A border between two areas from one node to the next; `left` lies to the left of its direction. */
export interface Arc {
  left: number;
  right: number;
  from: string;
  to: string;
  points: Point[];
}

interface OutlineNode {
  key: string;
  position: number;
  point: Point;
}

function reversed(arc: Arc): Arc {
  return { left: arc.right, right: arc.left, from: arc.to, to: arc.from, points: arc.points.toReversed() };
}

/** Every bisector piece inside the outline once, where its two sides belong to different areas. */
function bisectorPieces(sites: readonly Site[], cells: Cell[], outline: readonly Point[]) {
  const pieces: Arc[] = [];
  const outlineNodes: OutlineNode[] = [];
  const corners = new Map<string, Point>();
  const corner = (key: string, point: Point) => {
    if (!corners.has(key)) corners.set(key, point);
    return corners.get(key)!;
  };
  cells.forEach((cell, index) => {
    const n = cell.points.length;
    cell.facing.forEach((facing, k) => {
      const other = sites[facing];
      const left = sites[index]!.owner;
      if (facing <= index || other === undefined || other.owner === left) return;
      // A corner of the diagram is named by the three sites that meet there: exact where coordinates are not.
      const startKey = [index, cell.facing[(k + n - 1) % n]!, facing].sort((a, b) => a - b).join(",");
      const endKey = [index, facing, cell.facing[(k + 1) % n]!].sort((a, b) => a - b).join(",");
      const start = corner(startKey, cell.points[k]!);
      const end = corner(endKey, cell.points[(k + 1) % n]!);
      for (const ends of piecesInside(start, end, outline)) {
        const keys = ends.map(({ t, edge, u, point }) => {
          if (edge < 0) return t === 0 ? startKey : endKey;
          const key = `outline ${edge} ${index},${facing}`;
          outlineNodes.push({ key, position: edge + u, point });
          return key;
        });
        const points: Point[] = [ends[0].point, ends[1].point];
        pieces.push({ left, right: other.owner, from: keys[0]!, to: keys[1]!, points });
      }
    });
  });
  return { pieces, outlineNodes };
}

/** Joins pieces that meet where nothing else does. */
function chained(pieces: Arc[]): Arc[] {
  const meeting = new Map<string, Arc[]>();
  for (const piece of pieces) {
    for (const key of [piece.from, piece.to]) meeting.set(key, [...(meeting.get(key) ?? []), piece]);
  }
  const used = new Set<Arc>();
  const follow = (first: Arc): Arc => {
    const arc = { ...first, points: [...first.points] };
    while (meeting.get(arc.to)!.length === 2 && !arc.to.startsWith("outline") && arc.to !== arc.from) {
      const next = meeting.get(arc.to)!.find((piece) => !used.has(piece));
      if (next === undefined) break;
      used.add(next);
      const oriented = next.from === arc.to ? next : reversed(next);
      arc.points.push(...oriented.points.slice(1));
      arc.to = oriented.to;
    }
    return arc;
  };
  const isNode = (key: string) => key.startsWith("outline") || meeting.get(key)!.length !== 2;
  const arcs: Arc[] = [];
  const start = (piece: Arc) => {
    if (used.has(piece)) return;
    used.add(piece);
    arcs.push(follow(piece));
  };
  for (const piece of pieces) {
    if (isNode(piece.from)) start(piece);
    else if (isNode(piece.to) && !used.has(piece)) {
      used.add(piece);
      arcs.push(follow(reversed(piece)));
    }
  }
  // What is left are borders around an area that lies wholly within another.
  for (const piece of pieces) start(piece);
  return arcs;
}

/** The outline, counter-clockwise, cut where borders meet it. */
function outlineArcs(
  outline: readonly Point[],
  nodes: OutlineNode[],
  ownerAt: (point: Point) => number,
): Arc[] {
  const sorted = nodes.toSorted((a, b) => a.position - b.position);
  return sorted.map((node, k) => {
    const next = sorted[(k + 1) % sorted.length]!;
    const points: Point[] = [node.point];
    const last = next.position > node.position ? next.position : next.position + outline.length;
    for (let vertex = Math.floor(node.position) + 1; vertex <= last; vertex++) {
      points.push(outline[vertex % outline.length]!);
    }
    points.push(next.point);
    const middle: Point = [(points[0]![0] + points[1]![0]) / 2, (points[0]![1] + points[1]![1]) / 2];
    return { left: ownerAt(middle), right: outside, from: node.key, to: next.key, points };
  });
}

/** All borders of the partition as arcs between nodes, the outline included (`right` is then `outside`). */
export function borderGraph(options: {
  sites: readonly Site[];
  cells: Cell[];
  weights: readonly number[];
  outline: readonly Point[];
}): Arc[] {
  const { sites, cells, weights, outline } = options;
  const { pieces, outlineNodes } = bisectorPieces(sites, cells, outline);
  const ownerAt = (point: Point) => sites[siteAt(point, sites, weights)]!.owner;
  return [...chained(pieces), ...outlineArcs(outline, outlineNodes, ownerAt)];
}
