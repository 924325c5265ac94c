import type { MultiPolygon } from "geojson";
import type { ProfileCode } from "../network/profile.ts";

/** A place in degrees, WGS 84. */
export interface Place {
  longitude: number;
  latitude: number;
}

/** How a way is measured: costs are then whole millimetres or whole milliseconds. */
export type WayMeasure = "metres" | "minutes";

/** Cost of what cannot be reached. */
export const unreached = 0xffffffff;

/** Air line is lengthened by this where there is no network, and every screen says so (DESIGN §3.4). */
export const detourFactor = 1.3;

/** Cells and the cost of the way to each, in ascending order of cells. */
export interface ReachedCells {
  cells: Uint32Array;
  costs: Uint32Array;
}

/** For every cell the nearest of some places; `nearest` is an index into them, -1 where none is reached. */
export interface NearestWays {
  costs: Uint32Array;
  nearest: Int32Array;
  /** Costs at the nodes of the network, by which later searches know where they bring nothing new. */
  nodeCosts: Uint32Array | null;
}

/**
 * Ways between places and the cells of a population grid, on the walking network or as lengthened air line.
 * The same cost holds in both directions: slopes count as their steepness, not their direction. The way from
 * a place or cell to its street counts, and costs are whole numbers, so every machine gets the same.
 */
export interface Reachability {
  method: "network" | "air-line";
  measure: WayMeasure;
  profile: ProfileCode;
  cellCount: number;
  /** Cells whose way to the place costs at most `limit`. */
  reach(place: Place, limit: number): ReachedCells;
  /** The nearest place of every cell; a tie goes to the earlier place. Cells beyond `limit` stay unreached. */
  nearest(places: readonly Place[], limit?: number): NearestWays;
  /** Cells within `limit` of the place, and all further cells that it lies nearer to than `before` knew. */
  change(place: Place, options: { limit: number; before: NearestWays }): ReachedCells;
  /** Way between two places; `unreached` where there is none. */
  between(from: Place, to: Place): number;
  /** The area from where the place is reached at `limit`, WGS 84, after RFC 7946. */
  outline(place: Place, limit: number): MultiPolygon;
  /** Where the place meets the network and how far that is; null on the air line or far from any street. */
  snap(place: Place): { place: Place; distanceMm: number } | null;
}
