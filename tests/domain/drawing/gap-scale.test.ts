import { describe, expect, it } from "vitest";
import { classOf, gapScale } from "#domain/drawing/gap-scale.ts";

describe("the scale of unserved people per square", () => {
  it("has round limits that begin where squares may be drawn", () => {
    const people = [10, 11, 12, 13, 14, 16, 18, 20, 22, 24];
    expect(gapScale(people).breaks).toEqual([12, 16, 20]);
  });

  it("leaves a tenth to two fifths of the squares to its last class", () => {
    const people = Array.from({ length: 100 }, (_, index) => 10 + index);
    const scale = gapScale(people);
    expect(scale.breaks).toEqual([30, 60, 90]);
    expect(people.filter((count) => classOf(count, scale) === 3)).toHaveLength(20);
  });

  it("has a colour for every class, a limit belonging above", () => {
    const scale = gapScale([10, 40]);
    expect(scale.colours).toHaveLength(scale.breaks.length + 1);
    const [first = 0] = scale.breaks;
    expect(classOf(first, scale)).toBe(1);
    expect(classOf(first - 1, scale)).toBe(0);
  });

  it("exists for a city without any gap", () => {
    expect(gapScale([]).breaks).toEqual([1, 2, 3]);
  });
});
