import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { containsPoint } from "#domain/geometry/contains-point.ts";
import { labelPoint } from "#domain/geometry/label-point.ts";

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe("the label point", () => {
  it("of a square is its middle", () => {
    const [x, y] = labelPoint({ type: "Polygon", coordinates: [box(9, 48, 9.1, 48.1)] })!;
    expect(x).toBeCloseTo(9.05, 2);
    expect(y).toBeCloseTo(48.05, 2);
  });

  it("of an L lies in the L, where the centre of its box would not", () => {
    const ring: Position[] = [
      [9, 48],
      [9.3, 48],
      [9.3, 48.05],
      [9.05, 48.05],
      [9.05, 48.3],
      [9, 48.3],
      [9, 48],
    ];
    const shape = { type: "Polygon" as const, coordinates: [ring] };
    expect(containsPoint(shape, [9.15, 48.15])).toBe(false);
    expect(containsPoint(shape, labelPoint(shape)!)).toBe(true);
  });

  it("avoids holes and stands in the largest part", () => {
    const holed = [box(9, 48, 9.1, 48.1), box(9.03, 48.03, 9.07, 48.07).toReversed()];
    const shape = { type: "MultiPolygon" as const, coordinates: [[box(8, 47, 8.01, 47.01)], holed] };
    const point = labelPoint(shape)!;
    expect(point[0]).toBeGreaterThan(9);
    expect(containsPoint(shape, point)).toBe(true);
  });

  it("does not exist without an area", () => {
    expect(labelPoint({ type: "Point", coordinates: [9, 48] })).toBeNull();
    expect(labelPoint({ type: "MultiPolygon", coordinates: [] })).toBeNull();
  });
});
