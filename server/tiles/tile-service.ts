import { createHash } from "node:crypto";
import { ByteCache } from "./byte-cache.ts";
import { compressTile, type TileEncoding } from "./compress-tile.ts";
import type { TileAddress } from "./layer-slicer.ts";
import { buildTileIndex, type TileIndex } from "./tile-index.ts";
import type { Bounds, VectorLayer } from "./tile-input.ts";
import { canonicalTileSet, contentVersion, type TileSet } from "./tile-set.ts";

export interface TileRequest extends TileAddress {
  layer: string;
  version: string;
  encoding: TileEncoding;
}

/** `unknown`: no such layer, or a version that is not the current one; the two cannot be told apart. */
export type TileAnswer = PresentTile | { kind: "empty" } | { kind: "unknown" };

export interface PresentTile {
  kind: "tile";
  /** Compressed as `encoding` says. */
  body: Buffer;
  /** Strong, made from content and coding. */
  etag: string;
  encoding: TileEncoding;
}

/** What TileJSON tells about a layer. */
export interface TileLayerDescription {
  version: string;
  vectorLayers: VectorLayer[];
  bounds: Bounds | null;
  minzoom: number;
  maxzoom: number;
  attribution: string | undefined;
}

export interface TileServiceOptions {
  /** Bound of the cache of compressed tiles (default 64 MiB). */
  maxCacheBytes?: number;
}

interface CurrentLayer {
  version: string;
  set: TileSet;
  /** Built when first asked for. */
  index: TileIndex | null;
}

/** Bytes a cache entry takes beside its body: key, ETag, objects. */
const ENTRY_OVERHEAD = 400;

const EMPTY: TileAnswer = { kind: "empty" };
const UNKNOWN: TileAnswer = { kind: "unknown" };

/**
 * Holds the current public content of every layer and serves its tiles: cut on demand, compressed once, kept in a
 * bounded cache; requests for the same cold tile share one build.
 */
export class TileService {
  readonly #layers = new Map<string, CurrentLayer>();
  readonly #cache: ByteCache<PresentTile>;
  readonly #building = new Map<string, Promise<TileAnswer>>();
  #tilesCut = 0;

  constructor({ maxCacheBytes = 64 * 1024 * 1024 }: TileServiceOptions = {}) {
    this.#cache = new ByteCache(maxCacheBytes);
  }

  /** Replaces a layer's content and returns its version. Equal content changes nothing, cached tiles stay. */
  setLayer(layer: string, set: TileSet): string {
    const canonical = canonicalTileSet(set);
    const version = contentVersion(canonical);
    if (this.#layers.get(layer)?.version === version) return version;
    this.#cache.deletePrefix(`/tiles/${layer}/`);
    this.#layers.set(layer, { version, set: canonical, index: null });
    return version;
  }

  removeLayer(layer: string): void {
    this.#layers.delete(layer);
    this.#cache.deletePrefix(`/tiles/${layer}/`);
  }

  layerNames(): string[] {
    return [...this.#layers.keys()];
  }

  version(layer: string): string | undefined {
    return this.#layers.get(layer)?.version;
  }

  /** Builds the layer's index when that has not happened yet. */
  describe(layer: string): TileLayerDescription | undefined {
    const current = this.#layers.get(layer);
    if (!current) return undefined;
    const { vectorLayers, bounds } = indexOf(current);
    return {
      version: current.version,
      vectorLayers,
      bounds,
      minzoom: Math.min(...vectorLayers.map(({ minzoom }) => minzoom)),
      maxzoom: Math.max(...vectorLayers.map(({ maxzoom }) => maxzoom)),
      attribution: current.set.attribution,
    };
  }

  /** `cluster_id` of every cluster of the current version that counts a feature; none where nothing clusters. */
  clustersOf(layer: string, id: string): number[] {
    const current = this.#layers.get(layer);
    return current ? indexOf(current).clustersOf(id) : [];
  }

  /** Counts for `/metrics` and tests. */
  get figures(): { tilesCut: number; cacheBytes: number; cacheEntries: number } {
    return { tilesCut: this.#tilesCut, cacheBytes: this.#cache.bytes, cacheEntries: this.#cache.size };
  }

  /** The answer if it is at hand without work; warm tiles then need no promise. */
  warmTile(request: TileRequest): TileAnswer | undefined {
    if (this.#layers.get(request.layer)?.version !== request.version) return UNKNOWN;
    return this.cachedTile(tilePath(request), request.encoding);
  }

  /** A tile from the cache by its path (see `tilePath`); only the current version is ever in there. */
  cachedTile(path: string, encoding: TileEncoding): PresentTile | undefined {
    return this.#cache.get(cacheKey(path, encoding));
  }

  /** `z`, `x`, `y` must be a tile of the world; see `parseTileAddress`. */
  async tile(request: TileRequest): Promise<TileAnswer> {
    const warm = this.warmTile(request);
    if (warm) return warm;
    const key = cacheKey(tilePath(request), request.encoding);
    const running = this.#building.get(key);
    if (running) return running;
    const build = this.#build(request, key).finally(() => this.#building.delete(key));
    this.#building.set(key, build);
    return build;
  }

  async #build(request: TileRequest, key: string): Promise<TileAnswer> {
    const current = this.#layers.get(request.layer)!;
    const { z, x, y, encoding } = request;
    this.#tilesCut++;
    const tile = indexOf(current).tile(z, x, y);
    const answer = tile ? await compressed(tile, encoding) : EMPTY;
    // The layer may have moved on while the tile was compressed.
    // Empty tiles are found out again in microseconds; kept, a walk through them would push real tiles out.
    if (answer.kind === "tile" && this.#layers.get(request.layer) === current) {
      this.#cache.set(key, answer, ENTRY_OVERHEAD + answer.body.length);
    }
    return answer;
  }
}

function indexOf(current: CurrentLayer): TileIndex {
  current.index ??= buildTileIndex(current.set.layers);
  return current.index;
}

/** Path of a tile in its one spelling, as TileJSON gives it. */
export function tilePath({ layer, version, z, x, y }: Omit<TileRequest, "encoding">): string {
  return `/tiles/${layer}/${version}/${z}/${x}/${y}.pbf`;
}

/** For brotli, which browsers get, the path itself: a warm request is then looked up without making a string. */
function cacheKey(path: string, encoding: TileEncoding): string {
  return encoding === "br" ? path : `${path} ${encoding}`;
}

async function compressed(tile: Uint8Array, encoding: TileEncoding): Promise<PresentTile> {
  const content = createHash("sha256").update(tile).digest("hex").slice(0, 20);
  return {
    kind: "tile",
    body: await compressTile(tile, encoding),
    etag: `"${content}-${encoding}"`,
    encoding,
  };
}
