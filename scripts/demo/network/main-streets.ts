import type { LineString } from "geojson";
import { cover, type Ground } from "../ground/cover.ts";
import type { Relief } from "../ground/relief.ts";
import { resampled } from "../partition/irregular-border.ts";
import { type LonLat, toMeters } from "../partition/projection.ts";
import type { DemoBaseFeature } from "../types.ts";
import type { Barriers } from "./barriers.ts";
import type { NearPoints } from "./near-points.ts";
import type { StreetPlan } from "./street-plan.ts";

/**
 * The main streets of the base map as ways on foot, joined to the side streets beside them. They cross rivers
 * and railways; the motorway is no way for people on foot.
 */
export function addMainStreets(
  plan: StreetPlan,
  options: {
    base: readonly DemoBaseFeature[];
    ground: Ground;
    relief: Relief;
    barriers: Barriers;
    sideStreets: NearPoints;
    spacing: number;
  },
): void {
  const { base, ground, relief, barriers, sideStreets, spacing } = options;
  for (const { class: kind, ref, geometry } of base) {
    if (kind !== "street" || ref?.startsWith("A ")) continue;
    const line = (geometry as LineString).coordinates.map((p) => toMeters(p as LonLat));
    let before = -1;
    for (const [x, y] of resampled(line, spacing)) {
      if (ground.coverAt(x, y) === cover.outside) {
        before = -1;
        continue;
      }
      const point = plan.x.length;
      plan.x.push(x);
      plan.y.push(y);
      plan.height.push(relief(x, y));
      if (before >= 0) plan.stretches.push({ a: before, b: point, kind: "main" });
      before = point;
      const isJoinable = (side: number) => !barriers.isCut([x, y], [plan.x[side]!, plan.y[side]!]);
      const side = sideStreets.nearest(x, y, 1.3 * spacing, isJoinable);
      if (side >= 0) plan.stretches.push({ a: point, b: side, kind: "main" });
    }
  }
}
