import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contourRings, polygonsOfRings } from "#domain/geometry/contour.ts";
import { parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { signedArea } from "#domain/geometry/ring.ts";

/** A raster from rows as one reads them, north at the top; # is inside. */
function raster(...rows: string[]) {
  const [height, width] = [rows.length, rows[0]!.length];
  const values = new Float64Array(width * height);
  rows.toReversed().forEach((row, y) => {
    [...row].forEach((mark, x) => {
      values[y * width + x] = mark === "#" ? 1 : -1;
    });
  });
  return { width, height, values };
}

describe("a contour", () => {
  it("runs counter-clockwise around what is inside, halfway between the values", () => {
    const [ring, ...others] = contourRings(raster(".....", ".###.", ".###.", "....."));
    expect(others).toEqual([]);
    expect(ring![0]).toEqual(ring!.at(-1));
    // 3 × 2 points: a box of 3 × 2 with its four corners cut off.
    expect(signedArea(ring!)).toBeCloseTo(3 * 2 - 4 * 0.125, 9);
  });

  it("runs clockwise around a hole, which belongs to the shell around it", () => {
    const rings = contourRings(
      raster(".......", ".#####.", ".#...#.", ".#.#.#.", ".#...#.", ".#####.", "......."),
    );
    expect(rings.map((ring) => Math.sign(signedArea(ring))).toSorted()).toEqual([-1, 1, 1]);
    const polygons = polygonsOfRings(rings);
    expect(polygons.map((polygon) => polygon.length)).toEqual([2, 1]);
  });

  it("is a valid area for any raster", () => {
    const size = 12;
    const values = fc.array(fc.integer({ min: -20, max: 20 }), {
      minLength: size * size,
      maxLength: size * size,
    });
    fc.assert(
      fc.property(values, (drawn) => {
        const inside = Float64Array.from(drawn, (value, at) => {
          const [x, y] = [at % size, Math.floor(at / size)];
          return x === 0 || y === 0 || x === size - 1 || y === size - 1 ? -1 : value;
        });
        const coordinates = polygonsOfRings(contourRings({ width: size, height: size, values: inside }));
        if (coordinates.length === 0) return;
        const parsed = parseGeometry({ type: "MultiPolygon", coordinates }, { vertices: 10_000 });
        expect(parsed.kind === "refused" ? parsed.problems : parsed.notes).toEqual([]);
      }),
    );
  });
});
