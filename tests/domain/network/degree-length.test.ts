import { describe, expect, it } from "vitest";
import { distanceInMeters } from "#domain/geometry/ellipsoid.ts";
import { degreeLength, sine } from "#domain/network/degree-length.ts";
import { coordinateUnits } from "#domain/network/walking-network.ts";

describe("the length of a degree", () => {
  it.each([47.3, 48.77, 49.41, 51.34, 54.9])("is that of the ellipsoid around latitude %f", (latitude) => {
    const { east, north } = degreeLength(latitude * coordinateUnits);
    for (const off of [-0.2, -0.05, 0, 0.1, 0.2]) {
      const at = latitude + off;
      const metres = distanceInMeters([9, at], [9.01, at]);
      expect((east(at * coordinateUnits) * 0.01 * coordinateUnits) / 1000).toBeCloseTo(metres, 2);
    }
    const metres = distanceInMeters([9, latitude - 0.005], [9, latitude + 0.005]);
    expect((north * 0.01 * coordinateUnits) / 1000).toBeCloseTo(metres, 2);
  });
});

describe("the sine by its series", () => {
  it("equals that of the machine to fourteen places", () => {
    for (let angle = -Math.PI; angle <= Math.PI; angle += 0.01) {
      expect(sine(angle)).toBeCloseTo(Math.sin(angle), 14);
    }
  });
});
