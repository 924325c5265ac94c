import { ByteWriter, zigzag } from "./byte-writer.ts";
import type { PropertyTable } from "./property-table.ts";

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;
const GEOMETRY_TYPE = { point: 1, line: 2, polygon: 3 } as const;

/**
 * Writes one layer of a vector tile (Mapbox Vector Tile 2.1) straight into bytes. Per feature: `moveTo` and `path` for
 * its geometry, then `endFeature`; at last `finish`. Keys and values used by no feature of the tile are not written.
 */
export class LayerEncoder {
  readonly #table: PropertyTable;
  readonly #head: Uint8Array;
  readonly #features = new ByteWriter();
  readonly #geometry = new ByteWriter();
  /** Scratch for the tags of a feature and for what stands behind the last one. */
  readonly #tags = new ByteWriter();
  readonly #keys: Renumbering;
  readonly #values: Renumbering;
  #x = 0;
  #y = 0;

  constructor(name: string, table: PropertyTable) {
    this.#table = table;
    this.#head = layerHead(name);
    this.#keys = new Renumbering(table.keyEnd.length);
    this.#values = new Renumbering(table.valueEnd.length);
  }

  /** Forgets the last tile. */
  begin(): void {
    this.#features.length = 0;
    this.#keys.clear();
    this.#values.clear();
    this.#startFeature();
  }

  /** Adds a line, or a ring when `close`, from `xy[from … to)`, relative to the tile's origin on the grid. */
  path(xy: Int32Array, from: number, to: number, originX: number, originY: number, close: boolean): void {
    const out = this.#geometry;
    const count = (to - from) / 2;
    out.reserve(10 * count + 12);
    out.varintUnchecked((1 << 3) | MOVE_TO);
    let x = this.#x;
    let y = this.#y;
    for (let i = from; i < to; i += 2) {
      const nextX = xy[i]! - originX;
      const nextY = xy[i + 1]! - originY;
      out.varintUnchecked(zigzag(nextX - x));
      out.varintUnchecked(zigzag(nextY - y));
      if (i === from) out.varintUnchecked(((count - 1) << 3) | LINE_TO);
      x = nextX;
      y = nextY;
    }
    if (close) out.varintUnchecked(CLOSE_PATH);
    this.#x = x;
    this.#y = y;
  }

  /** Adds a single point, in grid units relative to the tile. */
  point(x: number, y: number): void {
    const out = this.#geometry;
    out.reserve(15);
    out.varintUnchecked((1 << 3) | MOVE_TO);
    out.varintUnchecked(zigzag(x));
    out.varintUnchecked(zigzag(y));
  }

  get hasGeometry(): boolean {
    return this.#geometry.length > 0;
  }

  /** Completes the feature with the properties of `row`. */
  endFeature(row: number, kind: keyof typeof GEOMETRY_TYPE): void {
    const { tags, tagEnd } = this.#table;
    const scratch = this.#tags;
    scratch.length = 0;
    const last = tagEnd[row]!;
    let i = row === 0 ? 0 : tagEnd[row - 1]!;
    scratch.reserve(5 * (last - i));
    for (; i < last; i += 2) {
      scratch.varintUnchecked(this.#keys.number(tags[i]!));
      scratch.varintUnchecked(this.#values.number(tags[i + 1]!));
    }
    const size =
      1 + lengthOfVarint(scratch.length) + scratch.length + 2 + 1 + lengthOfVarint(this.#geometry.length);
    const out = this.#features;
    out.reserve(25 + scratch.length);
    out.varintUnchecked(0x12);
    out.varintUnchecked(size + this.#geometry.length);
    out.varintUnchecked(0x12);
    out.varintUnchecked(scratch.length);
    out.append(scratch.bytes, 0, scratch.length);
    out.reserve(20);
    out.varintUnchecked(0x18);
    out.varintUnchecked(GEOMETRY_TYPE[kind]);
    out.varintUnchecked(0x22);
    out.varintUnchecked(this.#geometry.length);
    out.append(this.#geometry.bytes, 0, this.#geometry.length);
    this.#startFeature();
  }

  /** Appends the layer to a tile; nothing when it has no feature. */
  finish(tile: ByteWriter, extent: number): void {
    if (this.#features.length === 0) return;
    const tail = this.#tags;
    tail.length = 0;
    const { keys, keyEnd, values, valueEnd } = this.#table;
    for (const key of this.#keys.used) tail.append(keys, key === 0 ? 0 : keyEnd[key - 1]!, keyEnd[key]!);
    for (const value of this.#values.used) {
      tail.append(values, value === 0 ? 0 : valueEnd[value - 1]!, valueEnd[value]!);
    }
    tail.varint(0x28);
    tail.varint(extent);
    tile.varint(0x1a);
    tile.varint(this.#head.length + this.#features.length + tail.length);
    tile.append(this.#head, 0, this.#head.length);
    tile.append(this.#features.bytes, 0, this.#features.length);
    tile.append(tail.bytes, 0, tail.length);
  }

  #startFeature(): void {
    this.#geometry.length = 0;
    this.#x = 0;
    this.#y = 0;
  }
}

/** Version 2 and name. */
function layerHead(name: string): Uint8Array {
  const head = new ByteWriter();
  head.varint(0x78);
  head.varint(2);
  head.varint(0x0a);
  head.text(name);
  return head.copy();
}

/** Numbers of the whole layer → numbers in this tile, in order of first use. */
class Renumbering {
  readonly used: number[] = [];
  readonly #local: Uint32Array;
  readonly #round: Uint32Array;
  #current = 0;

  constructor(size: number) {
    this.#local = new Uint32Array(size);
    this.#round = new Uint32Array(size);
  }

  clear(): void {
    this.used.length = 0;
    this.#current++;
  }

  number(global: number): number {
    if (this.#round[global] !== this.#current) {
      this.#round[global] = this.#current;
      this.#local[global] = this.used.length;
      this.used.push(global);
    }
    return this.#local[global]!;
  }
}

function lengthOfVarint(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}
