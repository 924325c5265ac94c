import { isInside } from "./polygon.ts";
import type { Point } from "./projection.ts";

/** End of a piece: at the segment's own end (`edge` −1) or where it crosses outline edge `edge` at parameter `u`. */
interface PieceEnd {
  t: number;
  point: Point;
  edge: number;
  u: number;
}

/** The parts of the segment from `p` to `q` that lie inside the outline, in order. */
export function piecesInside(p: Point, q: Point, outline: readonly Point[]): [PieceEnd, PieceEnd][] {
  const ends: PieceEnd[] = [];
  const dx = q[0] - p[0];
  const dy = q[1] - p[1];
  for (let edge = 0; edge < outline.length; edge++) {
    const a = outline[edge]!;
    const b = outline[(edge + 1) % outline.length]!;
    const ex = b[0] - a[0];
    const ey = b[1] - a[1];
    const cross = dx * ey - dy * ex;
    if (cross === 0) continue;
    const t = ((a[0] - p[0]) * ey - (a[1] - p[1]) * ex) / cross;
    const u = ((a[0] - p[0]) * dy - (a[1] - p[1]) * dx) / cross;
    if (t > 0 && t < 1 && u >= 0 && u < 1) ends.push({ t, u, edge, point: [p[0] + t * dx, p[1] + t * dy] });
  }
  ends.sort((one, other) => one.t - other.t);
  if (isInside(p, [outline])) ends.unshift({ t: 0, u: 0, edge: -1, point: p });
  if (ends.length % 2 === 1) ends.push({ t: 1, u: 0, edge: -1, point: q });
  const pieces: [PieceEnd, PieceEnd][] = [];
  for (let k = 0; k + 1 < ends.length; k += 2) pieces.push([ends[k]!, ends[k + 1]!]);
  return pieces;
}
