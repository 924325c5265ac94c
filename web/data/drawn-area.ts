import type { MultiPolygon, Polygon } from "geojson";
import type { Visibility } from "#domain/access/visibility.ts";
import type { DrawnAreaAnswer } from "#domain/contract/drawn-area-contract.ts";
import { send } from "./api.ts";

/**
 * Asks for the people of an area (WGS 84), which counts towards the day's limit; what is told is decided over all areas
 * asked so far together. Rejects with ApiError: 429 past the limit, 409 without a population grid.
 */
export function askDrawnArea(
  polygon: Polygon | MultiPolygon,
  sight: Visibility | null,
): Promise<DrawnAreaAnswer> {
  return send<DrawnAreaAnswer>(`api/analysis/drawn-area${sight ? `?ceiling=${sight}` : ""}`, { polygon });
}
