import type { TileAddress } from "./layer-slicer.ts";
import { MAX_TILE_ZOOM } from "./tile-input.ts";

/** Whole numbers in their one usual spelling: no sign, point, exponent or leading zero. */
const ZOOM = /^(?:0|[1-9]\d?)$/;
const COLUMN_OR_ROW = /^(?:0|[1-9]\d{0,5})$/;

/**
 * Reads a tile address from path segments. Zoom 0–16 and 0 ≤ x, y < 2^z; `null` for everything else, among it what a
 * number conversion would let pass (`1e1`, `-1`, `1.5`, `0x3`, `07`).
 */
export function parseTileAddress(z: string, x: string, y: string): TileAddress | null {
  if (!ZOOM.test(z) || !COLUMN_OR_ROW.test(x) || !COLUMN_OR_ROW.test(y)) return null;
  const address = { z: Number(z), x: Number(x), y: Number(y) };
  const side = 2 ** address.z;
  if (address.z > MAX_TILE_ZOOM || address.x >= side || address.y >= side) return null;
  return address;
}
