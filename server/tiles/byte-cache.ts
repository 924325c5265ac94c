interface Entry<Value> {
  value: Value;
  bytes: number;
  /** Asked for since it was stored or last spared. */
  wasUsed: boolean;
}

/**
 * Cache bounded by bytes. When it is full the oldest entries go, but one that was used gets a second chance: nearly
 * least-recently-used, without moving an entry on every use. A value larger than the bound is not kept.
 */
export class ByteCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.wasUsed = true;
    return entry.value;
  }

  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.#maxBytes) return;
    // A Map is walked in the order of insertion, and what is inserted during the walk comes at its end.
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes + bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      if (entry.wasUsed) this.#entries.set(oldest, { ...entry, wasUsed: false });
      else this.#bytes -= entry.bytes;
    }
    this.#entries.set(key, { value, bytes, wasUsed: false });
    this.#bytes += bytes;
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  /** Forgets all entries whose key begins with `prefix`. */
  deletePrefix(prefix: string): void {
    for (const key of [...this.#entries.keys()]) if (key.startsWith(prefix)) this.delete(key);
  }
}
