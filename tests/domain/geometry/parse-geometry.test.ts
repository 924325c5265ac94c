import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { parseGeometry, sketchLimits } from "#domain/geometry/parse-geometry.ts";
import { signedArea } from "#domain/geometry/ring.ts";

const polygon = (...rings: Position[][]) => ({ type: "Polygon", coordinates: rings });
const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const codes = (value: unknown, options = {}): string[] => {
  const parsed = parseGeometry(value, sketchLimits, options);
  return parsed.kind === "ok"
    ? parsed.notes.map(({ code }) => code)
    : parsed.problems.map(({ code }) => code);
};
const accepted = (value: unknown) => {
  const parsed = parseGeometry(value, sketchLimits);
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed;
};

describe("a geometry from outside", () => {
  it("G-01 is refused as a bow-tie, with the point where it crosses itself", () => {
    const ring = [
      [9.1, 48.7],
      [9.2, 48.8],
      [9.2, 48.7],
      [9.1, 48.8],
      [9.1, 48.7],
    ];
    const parsed = parseGeometry(polygon(ring), sketchLimits);
    expect(parsed).toMatchObject({ kind: "refused", problems: [{ code: "self-intersection" }] });
    const [problem] = parsed.kind === "refused" ? parsed.problems : [];
    expect(problem?.facts.x).toBeCloseTo(9.15, 6);
    expect(problem?.facts.y).toBeCloseTo(48.75, 6);
  });

  it("G-02 has open rings closed, repeats and spikes removed, each with a note", () => {
    const open = square(9.1, 48.7, 0.1).slice(0, 4);
    expect(accepted(polygon(open)).geometry).toEqual(polygon(square(9.1, 48.7, 0.1)));
    expect(codes(polygon(open))).toEqual(["ring-closed"]);

    const [a, b, ...rest] = square(9.1, 48.7, 0.1) as [Position, Position, ...Position[]];
    expect(codes(polygon([a, a, b, ...rest]))).toEqual(["repeated-point-removed"]);

    const spiked = polygon([a, b, [9.4, 48.75], b, ...rest]);
    expect(codes(spiked)).toEqual(["spike-removed"]);
    expect(accepted(spiked).geometry).toEqual(polygon(square(9.1, 48.7, 0.1)));
  });

  it("G-02 is refused when a ring has only two corners, or folds back over itself", () => {
    expect(
      codes(
        polygon([
          [9.1, 48.7],
          [9.2, 48.8],
          [9.1, 48.7],
        ]),
      ),
    ).toEqual(["too-few-positions"]);
    const folded = [
      [9, 48.7],
      [9.2, 48.7],
      [9.1, 48.7],
      [9.1, 48.9],
      [9, 48.7],
    ];
    expect(codes(polygon(folded))).toContain("self-intersection");
  });

  it("G-02 cuts off a spike that stands on the first corner", () => {
    const [a, ...rest] = square(9.1, 48.7, 0.1) as [Position, ...Position[]];
    const spiked = polygon([[9, 48.6], a, ...rest.slice(0, -1), a, [9, 48.6]]);
    expect(codes(spiked)).toEqual(["spike-removed"]);
    const { geometry } = accepted(spiked);
    expect(geometry.type === "Polygon" && Math.abs(signedArea(geometry.coordinates[0]!))).toBeCloseTo(
      0.01,
      9,
    );
  });

  it.each([
    ["NaN", Number.NaN],
    ["1e999", Number.POSITIVE_INFINITY],
    ["null", null],
    ["a text", "9.1"],
    ["an object", {}],
  ])("G-03 is refused when a coordinate is %s", (_, wrong) => {
    expect(codes({ type: "Point", coordinates: [wrong, 48.7] })).toEqual(["not-a-number"]);
    expect(
      codes({
        type: "LineString",
        coordinates: [
          [9, 48],
          [9.1, wrong],
        ],
      }),
    ).toEqual(["not-a-number"]);
  });

  it("G-04 is recognised as swapped when it lies in the city only the other way round", () => {
    const city = [8.9, 48.6, 9.4, 48.9] as const;
    const parsed = parseGeometry({ type: "Point", coordinates: [48.77, 9.18] }, sketchLimits, {
      extent: city,
    });
    expect(parsed).toMatchObject({
      kind: "refused",
      problems: [{ code: "outside-extent", facts: { hint: "swapped" } }],
    });
    const elsewhere = parseGeometry({ type: "Point", coordinates: [2.35, 48.85] }, sketchLimits, {
      extent: city,
    });
    expect(elsewhere).toMatchObject({ problems: [{ code: "outside-extent", facts: { x: 2.35 } }] });
    expect(elsewhere.kind === "refused" && elsewhere.problems[0]!.facts.hint).toBeUndefined();
  });

  it.each([
    ["EPSG:25832", [513224, 5402548]],
    ["EPSG:31467", [3513305, 5404271]],
    ["EPSG:3857", [1021913, 6235018]],
    ["EPSG:25832", [5402548, 513224]],
  ])("I-18 names %s for projected coordinates", (hint, coordinates) => {
    const parsed = parseGeometry({ type: "Point", coordinates }, sketchLimits);
    expect(parsed).toMatchObject({ kind: "refused", problems: [{ code: "outside-range", facts: { hint } }] });
  });

  it("G-05 is refused with a hole outside its shell, crossing rings or overlapping parts", () => {
    expect(codes(polygon(square(9.1, 48.7, 0.1), square(9.3, 48.7, 0.05)))).toEqual(["hole-outside"]);
    expect(codes(polygon(square(9.1, 48.7, 0.1), square(9.15, 48.75, 0.1)))).toContain("rings-cross");
    const parts = (...squares: Position[][]) => ({
      type: "MultiPolygon",
      coordinates: squares.map((s) => [s]),
    });
    expect(codes(parts(square(9.1, 48.7, 0.1), square(9.15, 48.75, 0.1)))).toContain("parts-overlap");
    expect(codes(parts(square(9.1, 48.7, 0.1), square(9.12, 48.72, 0.02)))).toEqual(["parts-overlap"]);
    expect(codes(parts(square(9.1, 48.7, 0.1), square(9.1, 48.7, 0.1)))).toContain("parts-overlap");
  });

  it("G-05 is accepted with a hole inside, an island in the hole, and parts that touch in a point", () => {
    const shell = square(9, 48, 1);
    const hole = square(9.2, 48.2, 0.5);
    expect(codes(polygon(shell, hole.toReversed()))).toEqual([]);
    const island = {
      type: "MultiPolygon",
      coordinates: [[shell, hole.toReversed()], [square(9.3, 48.3, 0.1)]],
    };
    expect(codes(island)).toEqual([]);
    const corners = { type: "MultiPolygon", coordinates: [[square(9, 48, 0.1)], [square(9.1, 48.1, 0.1)]] };
    expect(codes(corners)).toEqual([]);
  });

  it("G-06 is wound right-hand rule, shells counter-clockwise and holes clockwise", () => {
    const parsed = accepted(polygon(square(9, 48, 1).toReversed(), square(9.2, 48.2, 0.1)));
    const rings = parsed.geometry.type === "Polygon" ? parsed.geometry.coordinates : [];
    expect(rings.map((ring) => Math.sign(signedArea(ring)))).toEqual([1, -1]);
    expect(parsed.notes).toEqual([{ code: "winding-turned", pointer: "/coordinates" }]);
  });

  it.each([
    ["collection-refused", { type: "GeometryCollection", geometries: [] }],
    ["not-a-geometry", null],
    ["not-a-geometry", undefined],
    ["not-a-geometry", "POINT(9 48)"],
    ["not-a-geometry", []],
    ["unknown-type", { type: "Feature", geometry: null }],
    ["unknown-type", { type: "__proto__", coordinates: [] }],
    ["unknown-type", {}],
    ["wrong-nesting", { type: "Point" }],
    ["wrong-nesting", { type: "Polygon", coordinates: [[9, 48]] }],
    ["wrong-nesting", { type: "Point", coordinates: [[9, 48]] }],
    ["empty", { type: "MultiPolygon", coordinates: [] }],
    ["empty", { type: "LineString", coordinates: [] }],
    [
      "too-few-positions",
      {
        type: "LineString",
        coordinates: [
          [9, 48],
          [9, 48],
        ],
      },
    ],
  ])("G-07 answers %s instead of failing", (code, value) => {
    expect(codes(value)).toContain(code);
  });

  it("G-07 is refused when its kind is not the one that is wanted", () => {
    const parsed = parseGeometry({ type: "Point", coordinates: [9, 48] }, sketchLimits, {
      kinds: ["Polygon"],
    });
    expect(parsed).toMatchObject({ problems: [{ code: "kind-not-allowed", facts: { type: "Point" } }] });
  });

  it("G-08 loses its heights and keeps everything else", () => {
    const high = square(9, 48, 1).map(([x, y]) => [x!, y!, 245.5]);
    const parsed = accepted(polygon(high));
    expect(parsed.geometry).toEqual(polygon(square(9, 48, 1)));
    expect(parsed.notes).toEqual([{ code: "height-dropped", pointer: "/coordinates/0/0" }]);
  });

  it("G-09 is refused at 5 001 vertices and accepted at 5 000", () => {
    const circle = (count: number) => {
      const ring = Array.from({ length: count - 1 }, (_, i) => {
        const angle = (2 * Math.PI * i) / (count - 1);
        return [9 + Math.cos(angle) / 10, 48 + Math.sin(angle) / 10];
      });
      return polygon([...ring, ring[0]!]);
    };
    expect(codes(circle(5_000))).toEqual([]);
    expect(codes(circle(5_001))).toEqual(["too-many-vertices"]);
  });

  it("G-09 is refused without stack overflow when brackets nest 20 000 deep", () => {
    const text = `{"type":"MultiPolygon","coordinates":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
    expect(codes(JSON.parse(text))).toContain("wrong-nesting");
    expect(codes(JSON.parse(text.replace("MultiPolygon", "Point")))).toContain("wrong-nesting");
  });

  it("G-09 stops listing after twenty problems", () => {
    const wrong = Array.from({ length: 1_000 }, () => ["x", "y"]);
    expect(codes({ type: "LineString", coordinates: wrong })).toHaveLength(20);
  });

  it("never throws, whatever it is given", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constant("MultiPolygon"), coordinates: fc.anything() }),
    );
    fc.assert(
      fc.property(anything, (value) => ["ok", "refused"].includes(parseGeometry(value, sketchLimits).kind)),
    );
  });

  it("accepts every star-shaped polygon and finds every one whose corners were shuffled into a crossing", () => {
    const star = fc.array(fc.double({ min: 0.01, max: 0.1, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(star, (radii) => {
        const ring = radii.map((radius, i) => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [9 + radius * Math.cos(angle), 48 + radius * Math.sin(angle)];
        });
        const [a, b, c, ...rest] = ring as [Position, Position, Position, ...Position[]];
        const valid = parseGeometry(polygon([a, b, c, ...rest, a]), sketchLimits).kind === "ok";
        // Swapping two neighbouring corners of a convex ring makes its edges cross.
        const convex = ring.map((_, i) => [
          9 + Math.cos((2 * Math.PI * i) / ring.length) / 10,
          48 + Math.sin((2 * Math.PI * i) / ring.length) / 10,
        ]);
        [convex[1], convex[2]] = [convex[2]!, convex[1]!];
        return valid && codes(polygon([...convex, convex[0]!])).includes("self-intersection");
      }),
    );
  });
});
