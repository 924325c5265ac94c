import { nearPoints } from "./near-points.ts";
import type { StreetPlan } from "./street-plan.ts";

/** Parts of fewer points than this are dropped; larger ones are joined to the city. */
const smallestPart = 25;
/** How far a part may be from the rest of the city to be joined to it, in metres. */
const farthestJoin = 900;

/**
 * Makes the plan one connected city: parts that no bridge reached get a crossing of their own, loose ends of
 * a few points are dropped. Returns 1 for every point that stays.
 */
export function makeOneCity(plan: StreetPlan): Uint8Array {
  const count = plan.x.length;
  const parent = Int32Array.from({ length: count }, (_, point) => point);
  const rootOf = (point: number) => {
    let root = point;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const join = (a: number, b: number) => {
    parent[rootOf(b)] = rootOf(a);
  };
  for (const { a, b } of plan.stretches) join(a, b);
  const sizes = new Int32Array(count);
  for (let point = 0; point < count; point++) sizes[rootOf(point)]!++;
  const parts = Array.from({ length: count }, (_, point) => point)
    .filter((point) => sizes[point]! >= smallestPart)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const city = parts[0]!;
  const inCity = nearPoints(plan, 150);
  for (let point = 0; point < count; point++) if (rootOf(point) === rootOf(city)) inCity.add(point);
  for (const part of parts.slice(1)) {
    const own = Array.from({ length: count }, (_, point) => point).filter((point) => rootOf(point) === part);
    let best = { a: -1, b: -1, distance: farthestJoin };
    for (const a of own) {
      const b = inCity.nearest(plan.x[a]!, plan.y[a]!, best.distance);
      if (b >= 0) best = { a, b, distance: Math.hypot(plan.x[a]! - plan.x[b]!, plan.y[a]! - plan.y[b]!) };
    }
    if (best.a < 0) continue;
    plan.stretches.push({ a: best.a, b: best.b, kind: "crossing" });
    join(city, part);
    for (const point of own) inCity.add(point);
  }
  const stays = new Uint8Array(count);
  for (let point = 0; point < count; point++) if (rootOf(point) === rootOf(city)) stays[point] = 1;
  return stays;
}
