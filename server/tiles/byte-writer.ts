const utf8 = new TextEncoder();

/**
 * Growing byte buffer with the number encodings of protocol buffers.
 * `pbf` checks its buffer once per number; tiles are nearly all numbers, so here room is reserved per run of them.
 */
export class ByteWriter {
  bytes = new Uint8Array(4096);
  length = 0;

  /** Makes room for at least `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** Unsigned number below 2^32. */
  varint(value: number): void {
    this.reserve(5);
    this.varintUnchecked(value);
  }

  /** As `varint`, but the caller has reserved five bytes. */
  varintUnchecked(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** Whole number from 0 to 2^53 − 1. */
  bigVarint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** IEEE 754 double, little endian. */
  double(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** UTF-8 text preceded by its length. */
  text(value: string): void {
    const encoded = utf8.encode(value);
    this.varint(encoded.length);
    this.append(encoded, 0, encoded.length);
  }

  append(source: Uint8Array, from: number, to: number): void {
    const count = to - from;
    this.reserve(count);
    // A view costs more than a short loop; most pieces are property values of a few bytes.
    if (count > 32) this.bytes.set(source.subarray(from, to), this.length);
    else for (let i = 0; i < count; i++) this.bytes[this.length + i] = source[from + i]!;
    this.length += count;
  }

  /** A copy of what was written so far. */
  copy(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Maps signed to unsigned 32-bit numbers so that small ones stay short (0, −1, 1, −2 … → 0, 1, 2, 3 …). */
export function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}
