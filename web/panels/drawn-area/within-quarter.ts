import type { MultiPolygon, Point, Polygon } from "geojson";
import type { RecordAnswer } from "#domain/contract/contract.ts";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import { sharesBothWays } from "#domain/overlap/quarter-profile.ts";

/** A record in a quarter: a place within, or ground in common with the shares of both, 0 to 1. */
export interface WithinQuarter {
  record: RecordAnswer;
  shares: { ofQuarter: number; ofOther: number } | null;
}

/** Less than a thousandth of both is two outlines that were drawn from different maps. */
const leastShare = 0.001;

/**
 * The records that lie in a quarter, or share ground with it; WGS 84. A place that is told coarsely, or protected, is
 * left out: its outline is that of an area, and a quarter drawn small enough would say where it is.
 */
export function withinQuarter(quarter: Polygon, records: readonly RecordAnswer[]): WithinQuarter[] {
  return records.flatMap((record): WithinQuarter[] => {
    if (record.coarsePlace || isProtected(record)) return [];
    const geometry = record.geometry as Point | Polygon | MultiPolygon | null;
    if (geometry?.type === "Point")
      return containsPoint(quarter, geometry.coordinates) ? [{ record, shares: null }] : [];
    if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return [];
    const shares = sharesBothWays(quarter, geometry);
    return Math.max(shares.ofQuarter, shares.ofOther) < leastShare ? [] : [{ record, shares }];
  });
}

function isProtected({ properties }: RecordAnswer): boolean {
  const { locationProtection: protection } = properties;
  return protection !== undefined && protection !== "NONE";
}
