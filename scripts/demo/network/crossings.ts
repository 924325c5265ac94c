import { resampled } from "../partition/irregular-border.ts";
import type { Point } from "../partition/projection.ts";
import type { Barrier, Barriers } from "./barriers.ts";
import type { NearPoints } from "./near-points.ts";
import type { StreetPlan } from "./street-plan.ts";

/** Usual distance of crossings in metres, where people live and elsewhere. */
const spacings: Readonly<Record<Barrier["kind"], { settled: number; open: number }>> = {
  river: { settled: 850, open: 1500 },
  rail: { settled: 450, open: 1100 },
  motorway: { settled: 900, open: 1500 },
};
const stepMeters = 50;
/** Longest bridge or underpass. */
const longestMeters = 320;

/** Bridges and underpasses: every few hundred metres of a barrier one that joins the streets of both sides. */
export function addCrossings(
  plan: StreetPlan,
  options: { barriers: Barriers; streets: NearPoints; density: (x: number, y: number) => number },
): void {
  const { barriers, streets, density } = options;
  for (const barrier of barriers.all) {
    const line = resampled(barrier.line, stepMeters);
    // The first one comes after half a spacing, because barriers meet at their ends.
    let since = spacings[barrier.kind].settled / 2;
    for (let k = 1; k + 1 < line.length; k++) {
      since += stepMeters;
      const [x, y] = line[k]!;
      const { settled, open } = spacings[barrier.kind];
      if (since < (density(x, y) > 0 ? settled : open)) continue;
      const ends = bothSides(plan, line, k, barrier, options);
      if (!ends) continue;
      plan.stretches.push({ ...ends, kind: "crossing" });
      since = 0;
    }
  }

  function bothSides(
    { x, y }: StreetPlan,
    line: readonly Point[],
    k: number,
    barrier: Barrier,
    { barriers: { isCut } }: { barriers: Barriers },
  ): { a: number; b: number } | undefined {
    const [p, q] = [line[k - 1]!, line[k + 1]!];
    const at = line[k]!;
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    const normal: Point = [-(q[1] - p[1]) / length, (q[0] - p[0]) / length];
    const away = barrier.kind === "river" ? 85 : 45;
    const endOn = (side: 1 | -1) =>
      streets.nearest(
        at[0] + side * away * normal[0],
        at[1] + side * away * normal[1],
        longestMeters / 3,
        (point) => {
          const across = (x[point]! - at[0]) * normal[0] + (y[point]! - at[1]) * normal[1];
          return side * across > 0 && !isCut(at, [x[point]!, y[point]!], barrier);
        },
      );
    const [a, b] = [endOn(1), endOn(-1)];
    if (a < 0 || b < 0 || Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) > longestMeters) return undefined;
    return isCut([x[a]!, y[a]!], [x[b]!, y[b]!], barrier) ? undefined : { a, b };
  }
}
