import type { Point } from "./projection.ts";

/** Signed area of a ring (closed or not) in m², positive when counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let k = 0; k < ring.length; k++) {
    const p = ring[k]!;
    const q = ring[k + 1 === ring.length ? 0 : k + 1]!;
    twice += p[0] * q[1] - q[0] * p[1];
  }
  return twice / 2;
}

/** Whether the point lies inside the rings by the even-odd rule (holes included). */
export function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0, j = ring.length - 1; k < ring.length; j = k++) {
      const [xk, yk] = ring[k]!;
      const [xj, yj] = ring[j]!;
      if (yk > y !== yj > y && x < ((xj - xk) * (y - yk)) / (yj - yk) + xk) inside = !inside;
    }
  }
  return inside;
}

/** Distance of a point from a line (its last point is not joined to its first) in metres. */
export function distanceToLine([x, y]: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 1; k < line.length; k++) {
    const [ax, ay] = line[k - 1]!;
    const dx = line[k]![0] - ax;
    const dy = line[k]![1] - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
  }
  return Math.sqrt(nearest);
}

/** Distance of a point from the nearest of the closed rings (first point repeated at the end) in metres. */
export function distanceToBorder(point: Point, rings: readonly (readonly Point[])[]): number {
  return Math.min(...rings.map((ring) => distanceToLine(point, ring)));
}

/** Smallest box around the points: west, south, east, north. */
export function boundingBox(points: readonly Point[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
