import type { ProfileParameters } from "../network/profile.ts";
import type { CostOfLength } from "../network/street-graph.ts";
import type { WayMeasure } from "./reachability.ts";

/** Thrown where minutes are asked for and nobody has agreed on a speed for the profile. */
export class UnknownSpeedError extends Error {}

/** Whole millimetres as they are, or whole milliseconds at the profile's speed. Throws `UnknownSpeedError`. */
export function costOfLength(
  { profile, speedMmPerSecond }: ProfileParameters,
  measure: WayMeasure,
): CostOfLength {
  if (measure === "metres") return (lengthMm) => lengthMm;
  if (speedMmPerSecond === null) throw new UnknownSpeedError(`no walking speed for ${profile}`);
  return (lengthMm) => Math.round((lengthMm * 1000) / speedMmPerSecond);
}

/** The millimetres that can be walked at a cost: the inverse of `costOfLength`, for drawing. */
export function lengthOfCost({ speedMmPerSecond }: ProfileParameters, measure: WayMeasure): CostOfLength {
  if (measure === "metres" || speedMmPerSecond === null) return (cost) => cost;
  return (cost) => Math.round((cost * speedMmPerSecond) / 1000);
}
