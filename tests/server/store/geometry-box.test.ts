import { expect, it } from "vitest";
import { geometryBox } from "../../../server/store/geometry-box.ts";

it("a point is its own box, with or without height", () => {
  expect(geometryBox({ type: "Point", coordinates: [9.1, 48.7, 250] })).toEqual([9.1, 48.7, 9.1, 48.7]);
});

it("a collection has the box around all its parts", () => {
  const box = geometryBox({
    type: "GeometryCollection",
    geometries: [
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [1, 2],
              [3, 2],
              [3, 5],
              [1, 2],
            ],
          ],
        ],
      },
      {
        type: "LineString",
        coordinates: [
          [-1, 3],
          [0, 4],
        ],
      },
    ],
  });
  expect(box).toEqual([-1, 2, 3, 5]);
});

it("nothing has no box", () => {
  expect(geometryBox(null)).toBeNull();
  expect(geometryBox({ type: "MultiPoint", coordinates: [] })).toBeNull();
});
