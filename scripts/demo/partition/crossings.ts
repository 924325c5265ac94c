import type { LonLat } from "./projection.ts";

interface Segment {
  line: number;
  p: LonLat;
  q: LonLat;
}

// Six decimals are kept, so the micro-degrees are whole numbers and the orientation test is exact.
function orientation(a: LonLat, b: LonLat, c: LonLat): number {
  const micro = (value: number) => Math.round(value * 1e6);
  return Math.sign(
    (micro(b[0]) - micro(a[0])) * (micro(c[1]) - micro(a[1])) -
      (micro(b[1]) - micro(a[1])) * (micro(c[0]) - micro(a[0])),
  );
}

function same(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function onSegment(p: LonLat, q: LonLat, r: LonLat): boolean {
  const within = (k: 0 | 1) => Math.min(p[k], q[k]) <= r[k] && r[k] <= Math.max(p[k], q[k]);
  return orientation(p, q, r) === 0 && within(0) && within(1);
}

/** Whether two segments meet anywhere except at one common end. */
function meet({ p, q }: Segment, { p: r, q: s }: Segment): boolean {
  const shared = [r, s].filter((end) => same(end, p) || same(end, q));
  if (shared.length === 2) return true;
  if (shared.length === 1) {
    const farEnd = same(shared[0]!, p) ? q : p;
    const otherFarEnd = same(shared[0]!, r) ? s : r;
    return onSegment(p, q, otherFarEnd) || onSegment(r, s, farEnd);
  }
  if (orientation(p, q, r) !== orientation(p, q, s) && orientation(r, s, p) !== orientation(r, s, q))
    return true;
  return onSegment(p, q, r) || onSegment(p, q, s) || onSegment(r, s, p) || onSegment(r, s, q);
}

/** Indexes of the lines that cross or touch themselves or one another elsewhere than at common vertices of their ends. */
export function crossingLines(lines: readonly (readonly LonLat[])[]): Set<number> {
  const cellDegrees = 0.002;
  const grid = new Map<string, Segment[]>();
  const crossing = new Set<number>();
  lines.forEach((line, index) => {
    for (let k = 1; k < line.length; k++) {
      const segment: Segment = { line: index, p: line[k - 1]!, q: line[k]! };
      if (same(segment.p, segment.q)) {
        crossing.add(index);
        continue;
      }
      const low = (axis: 0 | 1) => Math.floor(Math.min(segment.p[axis], segment.q[axis]) / cellDegrees);
      const high = (axis: 0 | 1) => Math.floor(Math.max(segment.p[axis], segment.q[axis]) / cellDegrees);
      for (let column = low(0); column <= high(0); column++) {
        for (let row = low(1); row <= high(1); row++) {
          const key = `${column},${row}`;
          const others = grid.get(key) ?? [];
          for (const other of others) {
            if (meet(segment, other)) crossing.add(index).add(other.line);
          }
          others.push(segment);
          grid.set(key, others);
        }
      }
    }
  });
  return crossing;
}
