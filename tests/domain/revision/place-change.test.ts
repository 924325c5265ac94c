import { describe, expect, it } from "vitest";
import { placeChange } from "#domain/revision/place-change.ts";
import { square } from "../../lib/small-city.ts";

const point = (longitude: number, latitude: number) => ({
  type: "Point" as const,
  coordinates: [longitude, latitude],
});

describe("a place between two versions", () => {
  it("is the same, came or went", () => {
    expect(placeChange(null, null)).toBeNull();
    expect(placeChange(point(9, 48), point(9, 48))).toBeNull();
    expect(placeChange(null, point(9, 48))).toEqual({ kind: "placed" });
    expect(placeChange(point(9, 48), null)).toEqual({ kind: "removed" });
  });

  it("moved as a whole where every corner went the same way", () => {
    const change = placeChange(square(9, 48.7, 0.01), square(9.001, 48.7, 0.01));
    // A thousandth of a degree of longitude is 73.6 m at 48.7° N.
    expect(change).toEqual({ kind: "moved", metres: expect.closeTo(73.6, 1) });
  });

  it("has another shape where one corner moved, or there are more corners", () => {
    const grown = structuredClone(square(9, 48.7, 0.01));
    grown.coordinates[0]![2] = [9.02, 48.71];
    const change = placeChange(square(9, 48.7, 0.01), grown);
    expect(change).toMatchObject({ kind: "reshaped" });
    const { beforeM2, afterM2 } = change as { beforeM2: number; afterM2: number };
    // A corner twice as far out adds a triangle of half the square.
    expect(afterM2 / beforeM2).toBeCloseTo(1.5, 3);
  });

  it("was drawn anew where a point became an area", () => {
    expect(placeChange(point(9, 48), square(9, 48))).toEqual({ kind: "redrawn" });
  });
});
