import { describe, expect, it } from "vitest";
import { interleave, spread } from "../../../scripts/bench/rounds.ts";

describe("rounds of a measurement", () => {
  it("have a median, also of an even number of values", () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spread([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
  });

  it("throw the first one away, take turns in going first, and divide round by round", async () => {
    const order: string[] = [];
    let ours = 0;
    let peer = 0;
    const compared = await interleave(3, {
      ours: async () => {
        order.push("ours");
        return [100, 2, 4, 6][ours++]!;
      },
      peer: async () => {
        order.push("peer");
        return [100, 1, 4, 2][peer++]!;
      },
    });
    expect(order.slice(2)).toEqual(["ours", "peer", "peer", "ours", "ours", "peer"]);
    expect(compared.ours).toEqual({ median: 4, least: 2, most: 6 });
    expect(compared.ratio).toEqual({ median: 2, least: 1, most: 3 });
  });
});
