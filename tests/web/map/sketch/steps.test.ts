import { describe, expect, it } from "vitest";
import { toUtm32 } from "#domain/geometry/utm.ts";
import { movedBy, stepOf } from "../../../../web/map/sketch/steps.ts";

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe("stepOf", () => {
  it("moves by 10 metres, with Shift by 100, with Alt by 1", () => {
    expect(stepOf(key("ArrowUp"))).toEqual([0, 10]);
    expect(stepOf(key("ArrowLeft", { shiftKey: true }))).toEqual([-100, 0]);
    expect(stepOf(key("ArrowRight", { altKey: true }))).toEqual([1, 0]);
    expect(stepOf(key("ArrowDown"))).toEqual([0, -10]);
  });

  it("leaves other keys and the browser's own combinations alone", () => {
    expect(stepOf(key("a"))).toBeNull();
    expect(stepOf(key("ArrowUp", { ctrlKey: true }))).toBeNull();
    expect(stepOf(key("ArrowUp", { metaKey: true }))).toBeNull();
  });
});

describe("movedBy", () => {
  it("moves by exact metres of EPSG:25832, also after a thousand steps", () => {
    const start = [9.1829, 48.7758] as const;
    const [east, north] = toUtm32(...start);
    let place: readonly [number, number] = start;
    for (let step = 0; step < 1000; step++) place = movedBy(place, [10, -1]);
    const [movedEast, movedNorth] = toUtm32(...place);
    expect(movedEast).toBeCloseTo(east + 10_000, 3);
    expect(movedNorth).toBeCloseTo(north - 1000, 3);
  });
});
