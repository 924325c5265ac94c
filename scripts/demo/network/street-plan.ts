/** What a stretch of street is like for people on foot. */
export type StretchKind = "street" | "main" | "path" | "steps" | "crossing";

/** A straight stretch between two points of the plan. */
export interface Stretch {
  a: number;
  b: number;
  kind: StretchKind;
}

/** Streets as they are drawn up, before they become a network: points in local metres, stretches between them. */
export interface StreetPlan {
  x: number[];
  y: number[];
  /** Height in metres. */
  height: number[];
  stretches: Stretch[];
}

/** Steepest main street, in per mille: real ones wind where the schematic line goes straight uphill. */
const steepestMainStreet = 58;

/** Rise per length of a straight stretch from `a` to `b`, in per mille. */
export function slopePerMille(plan: StreetPlan, { a, b, kind }: Stretch): number {
  const rise = plan.height[b]! - plan.height[a]!;
  const length = Math.hypot(plan.x[b]! - plan.x[a]!, plan.y[b]! - plan.y[a]!);
  const slope = (1000 * rise) / Math.max(length, 1);
  if (kind !== "main" && kind !== "crossing") return slope;
  return Math.max(-steepestMainStreet, Math.min(steepestMainStreet, slope));
}
