import type { Position } from "geojson";

const kinds = [
  "",
  "Point",
  "LineString",
  "Polygon",
  "MultiPoint",
  "MultiLineString",
  "MultiPolygon",
] as const;

/**
 * Well-known binary as a GeoJSON geometry, in two dimensions; ISO and extended (EWKB) headers. Kinds GeoJSON
 * does not know (curves, collections) keep their number in `type`, to be refused by name. Throws RangeError
 * when the bytes end early, also when a count promises more than there is.
 */
export function readWkb(bytes: Uint8Array): { type: string; coordinates: unknown } {
  return new WkbReader(bytes).geometry();
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #isLittle = true;
  #dimensions = 2;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(): { type: string; coordinates: unknown } {
    const kind = this.#header();
    const type = kinds[kind];
    if (!type) return { type: kind === 7 ? "GeometryCollection" : `WKB ${kind}`, coordinates: [] };
    return { type, coordinates: this.#coordinates(kind) };
  }

  /** Kind 1–7; remembers byte order and how many numbers a position has. */
  #header(): number {
    this.#isLittle = this.#view.getUint8(this.#at++) === 1;
    const code = this.#uint32();
    const iso = code & 0x0fffffff;
    const hasZ = (code & 0x80000000) !== 0 || (iso >= 1000 && iso < 2000) || iso >= 3000;
    const hasM = (code & 0x40000000) !== 0 || iso >= 2000;
    if (code & 0x20000000) this.#uint32();
    this.#dimensions = 2 + Number(hasZ) + Number(hasM);
    return iso % 1000;
  }

  #coordinates(kind: number): unknown {
    if (kind === 1) return this.#position();
    if (kind === 2) return this.#line();
    if (kind === 3) return this.#list(4, () => this.#line());
    // Parts of multi-geometries have headers of their own, whose kind is three less.
    return this.#list(9, () => this.#coordinates(this.#header() === kind - 3 ? kind - 3 : this.#unfit()));
  }

  #unfit(): never {
    throw new RangeError("a part of a multi-geometry has another kind");
  }

  #line(): Position[] {
    return this.#list(8 * this.#dimensions, () => this.#position());
  }

  #list<T>(bytesEach: number, read: () => T): T[] {
    const count = this.#uint32();
    if (count * bytesEach > this.#view.byteLength - this.#at) throw new RangeError("more items than bytes");
    return Array.from({ length: count }, read);
  }

  #position(): Position {
    const position = [this.#double(), this.#double()];
    this.#at += 8 * (this.#dimensions - 2);
    return position;
  }

  #uint32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, this.#isLittle);
  }

  #double(): number {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, this.#isLittle);
  }
}
