import type { Random } from "../random.ts";
import { type Arc, outside } from "./border-graph.ts";
import type { Point } from "./projection.ts";

const spacingMeters = 45;

/** Points at equal distances along the line, about every 45 m, both ends kept. */
export function resampled(points: readonly Point[], spacing = spacingMeters): Point[] {
  const lengths = [0];
  for (let k = 1; k < points.length; k++) {
    const [p, q] = [points[k - 1]!, points[k]!];
    lengths.push(lengths[k - 1]! + Math.hypot(q[0] - p[0], q[1] - p[1]));
  }
  const total = lengths.at(-1)!;
  const count = Math.max(2, Math.round(total / spacing));
  const result: Point[] = [points[0]!];
  for (let step = 1, k = 1; step < count; step++) {
    const wanted = (step / count) * total;
    while (lengths[k]! < wanted) k++;
    const t = (wanted - lengths[k - 1]!) / (lengths[k]! - lengths[k - 1]!);
    const [p, q] = [points[k - 1]!, points[k]!];
    result.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
  }
  result.push(points.at(-1)!);
  return result;
}

/** Rounds corners by repeated averaging with the neighbours; the ends stay. */
export function smoothed(points: readonly Point[], passes: number): Point[] {
  let line = [...points];
  for (let pass = 0; pass < passes; pass++) {
    line = line.map((p, k) => {
      const before = line[k - 1];
      const after = line[k + 1];
      if (before === undefined || after === undefined) return p;
      return [(before[0] + 2 * p[0] + after[0]) / 4, (before[1] + 2 * p[1] + after[1]) / 4];
    });
  }
  return line;
}

function normals(points: readonly Point[]): Point[] {
  return points.map((_, k) => {
    const p = points[Math.max(0, k - 2)]!;
    const q = points[Math.min(points.length - 1, k + 2)]!;
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
    return [-(q[1] - p[1]) / length, (q[0] - p[0]) / length];
  });
}

function areaUnder(points: readonly Point[]): number {
  let twice = 0;
  for (let k = 1; k < points.length; k++) {
    twice += points[k - 1]![0] * points[k]![1] - points[k]![0] * points[k - 1]![1];
  }
  return twice / 2;
}

function displaced(points: readonly Point[], along: readonly Point[], by: (k: number) => number): Point[] {
  return points.map(([x, y], k) => {
    const d = by(k);
    return [x + d * along[k]![0], y + d * along[k]![1]];
  });
}

/**
 * The arc as a slightly winding line with the same ends and the same area on both sides.
 * `strength` 1 is the full amplitude (7 % of the length, at most 90 m; a third on the outline), 0 a plain line.
 */
export function irregularBorder(arc: Arc, random: Random, strength: number): Point[] {
  const plain = resampled(arc.points);
  if (strength === 0) return arc.points.length > 2 ? [...arc.points] : plain;
  const base = smoothed(plain, arc.right === outside ? 6 : 10);
  const along = normals(base);
  const last = base.length - 1;
  const length = last * spacingMeters;
  const amplitude = Math.min(90, 0.07 * length) * strength * (arc.right === outside ? 1 / 3 : 1);
  const waves = [190, 420, 600 + random() * 700].map((wavelength, octave) => ({
    size: [0.22, 0.45, 0.75][octave]! * (0.7 + 0.6 * random()),
    wavelength: wavelength * (0.85 + 0.3 * random()),
    phase: random() * 2 * Math.PI,
  }));
  const bump = (k: number) => Math.sin((Math.PI * k) / last) ** 2;
  const wound = displaced(base, along, (k) => {
    const envelope = Math.min(1, 4 * bump(k));
    const wave = waves.reduce(
      (sum, { size, wavelength, phase }) =>
        sum + size * Math.sin((2 * Math.PI * k * spacingMeters) / wavelength + phase),
      0,
    );
    return amplitude * envelope * wave;
  });
  return withArea(wound, along, bump, areaUnder(arc.points));
}

/** Adds as much of the bump as brings the area under the line to what is wanted (it is quadratic in the amount). */
function withArea(
  line: Point[],
  along: readonly Point[],
  bump: (k: number) => number,
  wanted: number,
): Point[] {
  const at = (amount: number) => displaced(line, along, (k) => amount * bump(k));
  let amount = 0;
  for (let step = 0; step < 6; step++) {
    const error = areaUnder(at(amount)) - wanted;
    const slope = areaUnder(at(amount + 0.5)) - areaUnder(at(amount - 0.5));
    if (slope === 0) break;
    amount -= error / slope;
  }
  return at(amount);
}
