import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArrayFileError, decodeArrayFile, encodeArrayFile } from "#domain/dataset/array-file.ts";

const whole = (least: number, most: number) => fc.array(fc.integer({ min: least, max: most }));

describe("the file of a bulk release", () => {
  it("gives back the facts and arrays it was made of, wherever the bytes lie in memory", () => {
    fc.assert(
      fc.property(
        whole(0, 255),
        whole(-(2 ** 31), 2 ** 31 - 1),
        fc.string(),
        fc.nat(7),
        (small, large, name, shift) => {
          const arrays = { small: Uint8Array.from(small), large: Int32Array.from(large) };
          const bytes = encodeArrayFile({ facts: { name }, arrays });
          const moved = new Uint8Array(bytes.length + shift);
          moved.set(bytes, shift);
          expect(decodeArrayFile(moved.subarray(shift))).toEqual({ facts: { name }, arrays });
        },
      ),
    );
  });

  it("refuses other bytes and a file that was cut short", () => {
    const bytes = encodeArrayFile({ facts: {}, arrays: { a: Uint32Array.of(1, 2, 3) } });
    expect(() => decodeArrayFile(new Uint8Array(20))).toThrow(ArrayFileError);
    expect(() => decodeArrayFile(new Uint8Array(3))).toThrow(ArrayFileError);
    for (const length of [9, bytes.length - 8]) {
      expect(() => decodeArrayFile(bytes.slice(0, length))).toThrow(ArrayFileError);
    }
  });
});
