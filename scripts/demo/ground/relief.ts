import { readReliefFacts } from "../facts.ts";
import { type Point, toMeters } from "../partition/projection.ts";

/** Height above sea level in metres at a place in local metres. */
export type Relief = (x: number, y: number) => number;

/** Gentle waves on top of the schematic valleys: at most some three per cent of slope. */
const waves = [
  { height: 6, length: 1450, angle: 0.6 },
  { height: 3, length: 830, angle: 2.1 },
];

function smoothStep(t: number): number {
  const within = Math.max(0, Math.min(1, t));
  return within * within * (3 - 2 * within);
}

/**
 * The schematic relief of the demo: heights of a few hills spread over the city, with valleys cut into them.
 * Shaped after the real Kessel, the figures rounded from general knowledge; no measured height is in it.
 */
export function makeRelief(): Relief {
  const { heights, valleys } = readReliefFacts();
  const hills = heights.map(({ lon, lat, height }) => ({ at: toMeters([lon, lat]), height }));
  const cuts = valleys.map(({ floorMeters, rimMeters, points }) => ({
    floorMeters,
    rimMeters,
    line: points.map(([lon, lat, height]) => ({ at: toMeters([lon, lat]), height })),
  }));
  return (x, y) => {
    const plateau = upland(hills, x, y);
    let height = plateau;
    for (const { line, floorMeters, rimMeters } of cuts) {
      const nearest = floorAt(line, x, y);
      if (nearest.distance >= rimMeters || nearest.height >= plateau) continue;
      const rise = smoothStep((nearest.distance - floorMeters) / (rimMeters - floorMeters));
      height = Math.min(height, nearest.height + (plateau - nearest.height) * rise);
    }
    for (const wave of waves) {
      const along = x * Math.cos(wave.angle) + y * Math.sin(wave.angle);
      height += wave.height * Math.sin((2 * Math.PI * along) / wave.length);
    }
    return height;
  };
}

/** Mean of the hills' heights, the nearer the heavier. */
function upland(hills: readonly { at: Point; height: number }[], x: number, y: number): number {
  let sum = 0;
  let weights = 0;
  for (const { at, height } of hills) {
    const weight = 1 / ((x - at[0]) ** 2 + (y - at[1]) ** 2 + 250_000);
    sum += weight * height;
    weights += weight;
  }
  return sum / weights;
}

function floorAt(line: readonly { at: Point; height: number }[], x: number, y: number) {
  let best = { distance: Number.POSITIVE_INFINITY, height: 0 };
  for (let k = 1; k < line.length; k++) {
    const { at: p, height: from } = line[k - 1]!;
    const { at: q, height: to } = line[k]!;
    const dx = q[0] - p[0];
    const dy = q[1] - p[1];
    const t = Math.max(0, Math.min(1, ((x - p[0]) * dx + (y - p[1]) * dy) / (dx * dx + dy * dy)));
    const distance = Math.hypot(x - p[0] - t * dx, y - p[1] - t * dy);
    if (distance < best.distance) best = { distance, height: from + t * (to - from) };
  }
  return best;
}
