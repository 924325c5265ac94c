import type { MultiPolygon, Polygon } from "geojson";
import { type Suppression, thresholdAt } from "../disclosure/suppression.ts";
import { extentOf } from "../geometry/contains-point.ts";
import type { Extent } from "../geometry/coordinate-hint.ts";
import { areaInSquareMeters } from "../geometry/ellipsoid.ts";
import type { ValueState } from "../indicator/observation.ts";
import type { AreaValue } from "../indicator/period-values.ts";
import { commonGround } from "./overlap.ts";

type Shape = Polygon | MultiPolygon;

/** What an area and a drawn quarter have in common, by ground (`GROUND_INTERSECTION`). */
export interface QuarterPart {
  /** Official number of the area. */
  number: string;
  commonM2: number;
  /** 0 to 1, of the ground of the area. */
  ofArea: number;
  /** 0 to 1, of the ground of the quarter. */
  ofQuarter: number;
}

export interface QuarterParts {
  quarterM2: number;
  /** The areas it overlaps, the one with the largest part of the quarter first. */
  parts: readonly QuarterPart[];
  /** 0 to 1: how much of the quarter lies in areas; less than 1 where it leaves the city. */
  covered: number;
}

/** Less than a thousandth of both is two outlines that were drawn from different maps. */
const leastShare = 0.001;

/** The areas of one level a quarter overlaps; all in WGS 84 degrees. Areas of a level do not overlap one another. */
export function quarterParts(
  quarter: Shape,
  areas: readonly { number: string; outline: Shape }[],
): QuarterParts {
  const quarterM2 = areaInSquareMeters(quarter);
  const extent = extentOf(quarter);
  const parts = areas
    .filter(({ outline }) => canTouch(extent, extentOf(outline)))
    .flatMap(({ number, outline }): QuarterPart[] => {
      const common = commonGround(outline, quarter);
      const commonM2 = common ? areaInSquareMeters(common) : 0;
      const ofArea = shareOf(commonM2, areaInSquareMeters(outline));
      const ofQuarter = shareOf(commonM2, quarterM2);
      return Math.max(ofArea, ofQuarter) < leastShare ? [] : [{ number, commonM2, ofArea, ofQuarter }];
    })
    .sort((a, b) => b.ofQuarter - a.ofQuarter || a.number.localeCompare(b.number));
  const covered = Math.min(
    1,
    parts.reduce((sum, { ofQuarter }) => sum + ofQuarter, 0),
  );
  return { quarterM2, parts, covered };
}

/** A count of a quarter by `GROUND_SHARE`, or why there is none. */
export type QuarterEstimate =
  | { kind: "estimated"; method: "GROUND_SHARE"; value: number }
  | { kind: "missing"; state: Exclude<ValueState, "VALUE"> };

/**
 * A count of a quarter from the counts of the areas it overlaps: the sum of each count times the share of that area's
 * ground in the quarter (areal weighting; Goodchild and Lam 1980), which takes for granted that what is counted spreads
 * evenly over the ground. Only for counts: rates, means and indices are not to be added up.
 *
 * Made of told figures alone, so everybody who reads those could work it out and it tells nothing more: a figure that is
 * hidden from others (`isConfidential`) counts as hidden whoever reads it, and one missing figure leaves the whole
 * without estimate, or its complement would tell of it. A result below the smallest count that `rule` lets an area tell
 * that overlaps others freely is hidden like a counted one.
 */
export function estimateByGround(
  parts: readonly Pick<QuarterPart, "number" | "ofArea">[],
  values: ReadonlyMap<string, AreaValue>,
  rule?: Suppression,
): QuarterEstimate {
  if (parts.length === 0) return { kind: "missing", state: "UNKNOWN" };
  let value = 0;
  const missing = new Set<Exclude<ValueState, "VALUE">>();
  for (const { number, ofArea } of parts) {
    const told = values.get(number);
    if (told?.isConfidential) missing.add("SUPPRESSED");
    else if (!told || told.value === null) missing.add(stateOf(told));
    else value += told.value * ofArea;
  }
  for (const state of ["SUPPRESSED", "TOO_FEW_RESIDENTS", "UNKNOWN", "NOT_APPLICABLE"] as const)
    if (missing.has(state)) return { kind: "missing", state };
  if (rule && isTooSmall(value, rule)) return { kind: "missing", state: "SUPPRESSED" };
  return { kind: "estimated", method: "GROUND_SHARE", value };
}

function stateOf(told: AreaValue | undefined): Exclude<ValueState, "VALUE"> {
  return !told || told.state === "VALUE" ? "UNKNOWN" : told.state;
}

function isTooSmall(value: number, rule: Suppression): boolean {
  const threshold = thresholdAt(rule, "neighbourhood");
  return value < threshold && (value > 0 || rule.zeroIsSafe === false);
}

/** How much of one shape's ground lies within another, and of the other's within it; WGS 84 degrees, 0 to 1 each. */
export function sharesBothWays(quarter: Shape, other: Shape): { ofQuarter: number; ofOther: number } {
  if (!canTouch(extentOf(quarter), extentOf(other))) return { ofQuarter: 0, ofOther: 0 };
  const common = commonGround(quarter, other);
  const commonM2 = common ? areaInSquareMeters(common) : 0;
  return {
    ofQuarter: shareOf(commonM2, areaInSquareMeters(quarter)),
    ofOther: shareOf(commonM2, areaInSquareMeters(other)),
  };
}

/** Cutting may leave the common ground a square millimetre larger than the whole. */
function shareOf(commonM2: number, wholeM2: number): number {
  return wholeM2 > 0 ? Math.min(1, commonM2 / wholeM2) : 0;
}

function canTouch(one: Extent | undefined, other: Extent | undefined): boolean {
  if (!one || !other) return false;
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}
