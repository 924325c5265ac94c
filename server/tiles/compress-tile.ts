import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";

/** Content codings a tile is served in. */
export type TileEncoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Raw bytes up to which a tile is compressed on the spot. The way to the thread pool and back takes about 100 µs of
 * processor time, packing 4 kB takes 50; from some 20 kB on it would hold up others for longer than the way takes.
 */
const SMALL = 16 * 1024;

/**
 * Compresses, large tiles off the main thread. Brotli 5 packs a tile tighter than gzip 6 in about the same time; 11
 * takes some fifty times as long for a tenth fewer bytes, so it is nothing for tiles made on demand.
 */
export async function compressTile(tile: Uint8Array, encoding: TileEncoding): Promise<Buffer> {
  if (encoding === "br") {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: tile.length,
    };
    return tile.length <= SMALL ? brotliCompressSync(tile, { params }) : brotli(tile, { params });
  }
  if (encoding === "gzip") {
    return tile.length <= SMALL ? gzipSync(tile, { level: 6 }) : deflate(tile, { level: 6 });
  }
  return Buffer.from(tile.buffer, tile.byteOffset, tile.length);
}
