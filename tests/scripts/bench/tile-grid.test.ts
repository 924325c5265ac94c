import { expect, it } from "vitest";
import { tileAddressesWithin } from "../../../scripts/bench/tile-grid.ts";

it("Every tile that touches a box is listed once per zoom", () => {
  const world = [-179, -80, 179, 80];
  expect(tileAddressesWithin(world, { first: 0, last: 2 })).toHaveLength(1 + 4 + 16);
  expect(tileAddressesWithin([9.17, 48.77, 9.18, 48.78], { first: 10, last: 10 })).toEqual([
    { z: 10, x: 538, y: 352 },
  ]);
});
