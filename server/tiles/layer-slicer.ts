import type { ByteWriter } from "./byte-writer.ts";
import type { Bounds, VectorLayer } from "./tile-input.ts";

/** Address of a tile: column `x` from the west, row `y` from the north. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** One layer of an index, ready to be cut into tiles. */
export interface LayerSlicer {
  readonly vectorLayer: VectorLayer;
  /** Box of everything in the layer; `null` when it is empty. */
  readonly bounds: Bounds | null;
  /**
   * Appends the layer's part of a tile, or nothing. `coarser` is the number of levels of detail to go without: the
   * layer is then drawn as `coarser` zooms above, on a grid of `4096 / 2^coarser` units per tile.
   */
  write(out: ByteWriter, address: TileAddress, coarser: number): void;
  /** `cluster_id` of every cluster that counts a feature, at any zoom, once for each point it counts. */
  clustersOf?(id: string): number[];
}
