import { resampled, smoothed } from "./partition/irregular-border.ts";
import { signedArea } from "./partition/polygon.ts";
import type { Point } from "./partition/projection.ts";
import { between, type Random } from "./random.ts";

/** Catmull-Rom curve (centripetal) through all points, a point about every `spacing` metres. */
export function splineThrough(points: readonly Point[], spacing: number): Point[] {
  const curve: Point[] = [];
  for (let k = 0; k + 1 < points.length; k++) {
    const p1 = points[k]!;
    const p2 = points[k + 1]!;
    const p0 = points[k - 1] ?? [2 * p1[0] - p2[0], 2 * p1[1] - p2[1]];
    const p3 = points[k + 2] ?? [2 * p2[0] - p1[0], 2 * p2[1] - p1[1]];
    const knot = (a: Point, b: Point) => Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1]));
    const t1 = knot(p0, p1);
    const t2 = t1 + knot(p1, p2);
    const t3 = t2 + knot(p2, p3);
    const mix = (a: Point, b: Point, from: number, to: number, t: number): Point => {
      const u = (t - from) / (to - from);
      return [a[0] + u * (b[0] - a[0]), a[1] + u * (b[1] - a[1])];
    };
    const steps = Math.max(2, Math.ceil(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / spacing));
    for (let step = 0; step < steps; step++) {
      const t = t1 + (step / steps) * (t2 - t1);
      const a1 = mix(p0, p1, 0, t1, t);
      const a2 = mix(p1, p2, t1, t2, t);
      const a3 = mix(p2, p3, t2, t3, t);
      curve.push(mix(mix(a1, a2, 0, t2, t), mix(a2, a3, t1, t3, t), t1, t2, t));
    }
  }
  curve.push(points.at(-1)!);
  return smoothed(curve, 3);
}

/** A band of the given width along the line, as a counter-clockwise closed ring. */
export function bandAlong(line: readonly Point[], widthAt: (k: number) => number): Point[] {
  const sides = line.map(([x, y], k) => {
    const p = line[Math.max(0, k - 1)]!;
    const q = line[Math.min(line.length - 1, k + 1)]!;
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
    const half = widthAt(k) / 2;
    const nx = (-(q[1] - p[1]) / length) * half;
    const ny = ((q[0] - p[0]) / length) * half;
    return { left: [x + nx, y + ny] as Point, right: [x - nx, y - ny] as Point };
  });
  const right = sides.map((side) => side.right);
  const left = sides.map((side) => side.left).reverse();
  return [...right, ...left, right[0]!];
}

/**
 * A closed ring (last point equal to the first, counter-clockwise) that follows the given corners with
 * uneven edges, as woods and old quarters have. `amplitude` in metres; `rounding` is the number of
 * smoothing passes: 8 rounds like a wood's edge, 2 leaves corners recognisable.
 */
export function organicRing(
  corners: readonly Point[],
  random: Random,
  { amplitude, spacing = 40, rounding = 8 }: { amplitude: number; spacing?: number; rounding?: number },
): Point[] {
  const first = corners[0]!;
  const last = corners.at(-1)!;
  const open = first[0] === last[0] && first[1] === last[1] ? corners.slice(0, -1) : [...corners];
  if (signedArea(open) < 0) open.reverse();
  let ring = resampled([...open, open[0]!], spacing).slice(0, -1);
  const around = (k: number) => ring[(k + ring.length) % ring.length]!;
  for (let pass = 0; pass < rounding; pass++) {
    ring = ring.map((p, k) => {
      const [a, b] = [around(k - 1), around(k + 1)];
      return [(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4];
    });
  }
  const length = ring.length * spacing;
  // Whole numbers of waves around the ring, so that it closes without a step.
  const waves = [130, 260, 480, 900].map((wavelength, octave) => ({
    count: Math.max(2, Math.round((length / wavelength) * (0.8 + 0.4 * random()))),
    size: amplitude * [0.12, 0.28, 0.45, 0.6][octave]!,
    phase: random() * 2 * Math.PI,
    // Stretches with and without a wave take turns, or the edge would look like a gear wheel.
    swell: between(random, 1, 4),
    swellPhase: random() * 2 * Math.PI,
  }));
  const uneven = ring.map(([x, y], k): Point => {
    const [a, b] = [around(k - 2), around(k + 2)];
    const d = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const by = waves.reduce((sum, { count, size, phase, swell, swellPhase }) => {
      const turn = (2 * Math.PI * k) / ring.length;
      return sum + size * (0.6 + 0.6 * Math.sin(swell * turn + swellPhase)) * Math.sin(count * turn + phase);
    }, 0);
    return [x + (by * (b[1] - a[1])) / d, y - (by * (b[0] - a[0])) / d];
  });
  return [...uneven, uneven[0]!];
}
