import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArrayFileError, encodeArrayFile } from "#domain/dataset/array-file.ts";
import { decodeNetwork, encodeNetwork } from "#domain/network/network-file.ts";
import { anyTown, town } from "./towns.ts";

describe("the file of a walking network", () => {
  it("gives the network back as it was", () => {
    fc.assert(
      fc.property(anyTown, (network) => {
        const again = decodeNetwork(encodeNetwork(network));
        for (const [name, value] of Object.entries(network)) {
          expect(again[name as keyof typeof network], name).toEqual(value);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is refused when it is cut short or something else", () => {
    const bytes = encodeNetwork(
      town([
        {
          points: [
            [0, 0],
            [100, 0],
          ],
        },
      ]),
    );
    expect(() => decodeNetwork(bytes.subarray(0, bytes.length - 8))).toThrow(ArrayFileError);
    expect(() => decodeNetwork(encodeArrayFile({ facts: { kind: "grid" }, arrays: {} }))).toThrow(
      "not a walking network",
    );
  });

  it("is refused when its arrays do not fit each other", () => {
    const network = town([
      {
        points: [
          [0, 0],
          [100, 0],
        ],
      },
    ]);
    const broken = { ...network, to: Uint32Array.of(7) };
    expect(() => decodeNetwork(encodeNetwork(broken))).toThrow("do not fit");
    const short = { ...network, flags: new Uint8Array(0) };
    expect(() => decodeNetwork(encodeNetwork(short))).toThrow("do not fit");
  });
});
