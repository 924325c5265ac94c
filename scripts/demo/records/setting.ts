import type { Counts } from "../indicators/population.ts";
import type { LonLat } from "../partition/projection.ts";
import type { Places } from "../places.ts";
import type { DemoArea } from "../types.ts";

/** What the makers of records know about the city. */
export interface Setting {
  districts: readonly DemoArea[];
  subdistricts: readonly DemoArea[];
  /** Latest counts of a subdistrict by its number. */
  counts: ReadonlyMap<string, Counts>;
  places: Places;
  /** Number of the district a place (WGS 84) lies in; undefined outside the city. */
  districtAt(place: LonLat): string | undefined;
  seed: number;
  scale: number;
}

export const inventedSource = "Demodaten – Zahlen erfunden";
export const schematicSource = "Demodaten – Geometrie schematisch";

/** "007": at least as many digits as the largest number of the series needs. */
export function numbered(label: string, number: number, total: number): string {
  return `${label} ${String(number).padStart(Math.max(2, String(total).length), "0")}`;
}
