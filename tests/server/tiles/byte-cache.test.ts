import { describe, expect, it } from "vitest";
import { ByteCache } from "../../../server/tiles/byte-cache.ts";

describe("a byte cache", () => {
  it("gives up the oldest entry when it is full, and spares one that was used", () => {
    const cache = new ByteCache<string>(30);
    cache.set("a", "A", 10);
    cache.set("b", "B", 10);
    cache.set("c", "C", 10);
    expect(cache.get("a")).toBe("A");
    cache.set("d", "D", 10);
    expect([cache.get("a"), cache.get("b"), cache.get("c"), cache.get("d")]).toEqual([
      "A",
      undefined,
      "C",
      "D",
    ]);
    expect([cache.bytes, cache.size]).toEqual([30, 3]);
  });

  it("makes room even when every entry was used", () => {
    const cache = new ByteCache<number>(20);
    cache.set("a", 1, 10);
    cache.set("b", 2, 10);
    cache.get("a");
    cache.get("b");
    cache.set("c", 3, 15);
    expect([cache.bytes, cache.get("c")]).toEqual([15, 3]);
  });

  it("does not keep what is larger than the bound, nor the old value under that key", () => {
    const cache = new ByteCache<string>(10);
    cache.set("a", "small", 5);
    cache.set("a", "large", 11);
    expect([cache.get("a"), cache.bytes, cache.size]).toEqual([undefined, 0, 0]);
  });

  it("forgets a group of keys at once", () => {
    const cache = new ByteCache<number>(100);
    cache.set("x/1", 1, 10);
    cache.set("x/2", 2, 10);
    cache.set("xy/1", 3, 10);
    cache.deletePrefix("x/");
    expect([cache.get("x/1"), cache.get("x/2"), cache.get("xy/1"), cache.bytes]).toEqual([
      undefined,
      undefined,
      3,
      10,
    ]);
  });
});
