import { beforeEach, describe, expect, it } from "vitest";
import { sketch as words } from "../../../../web/i18n/de/sketch.ts";
import { draftData } from "../../../../web/map/sketch/draft-data.ts";
import type { MapSketchMode, Place } from "../../../../web/map/sketch/sketch.ts";
import { sketchModel } from "../../../../web/map/sketch/sketch-model.ts";

const away = { corner: null, middle: null };
const at = (corner: number) => ({ corner, middle: null });
const square: Place[] = [
  [9, 48],
  [9.001, 48],
  [9.001, 48.001],
  [9, 48.001],
];
const ring = [...square, square[0]!];
let said: string[] = [];
let points: Place[] = [];
let rings: (readonly Place[])[] = [];
let listed: (readonly Place[])[] = [];

function begin(mode: Exclude<MapSketchMode, "none">, start: readonly Place[] = []) {
  return sketchModel({
    mode,
    ring: start,
    words,
    callbacks: {
      onPoint: (place) => points.push(place),
      onPlot: (closed) => rings.push(closed),
      onCorners: (corners) => listed.push(corners),
    },
    say: (message) => said.push(message),
    redraw: () => undefined,
  });
}

beforeEach(() => {
  said = [];
  points = [];
  rings = [];
  listed = [];
});

describe("setting a site", () => {
  it("hands over the place and says so", () => {
    const model = begin("point");
    model.choose([9, 48], away);
    expect(points).toEqual([[9, 48]]);
    expect(said).toEqual([words.pointSet]);
  });

  it("has no step to take back with Escape", () => {
    expect(begin("why-not").escape()).toBe(false);
  });
});

describe("drawing a plot", () => {
  it("closes on the first corner and hands over a closed ring", () => {
    const model = begin("plot");
    for (const corner of square) model.choose(corner, away);
    expect(rings).toEqual([]);
    model.choose(square[0]!, at(0));
    expect(rings).toEqual([ring]);
    expect(listed.at(-1)).toEqual(square);
  });

  it("closes on a second click on the last corner", () => {
    const model = begin("plot");
    for (const corner of square) model.choose(corner, away);
    model.choose(square[3]!, at(3));
    expect(rings).toEqual([ring]);
  });

  it("refuses to close with two corners, and says why", () => {
    const model = begin("plot");
    for (const corner of square.slice(0, 2)) model.choose(corner, away);
    model.finish();
    expect(rings).toEqual([]);
    expect(said.at(-1)).toBe(words.tooFew);
  });

  it("refuses a line that crosses itself, and goes on", () => {
    const model = begin("plot");
    for (const corner of [square[0]!, square[2]!, square[1]!, square[3]!]) model.choose(corner, away);
    model.finish();
    expect(rings).toEqual([]);
    expect(said.at(-1)).toBe(words.crossing);
    model.removeLast();
    model.finish();
    expect(rings).toHaveLength(1);
  });

  it("goes back corner by corner, and gets back what Escape emptied", () => {
    const model = begin("plot");
    for (const corner of square.slice(0, 3)) model.choose(corner, away);
    model.removeLast();
    expect(model.corners()).toEqual(square.slice(0, 2));
    expect(model.escape()).toBe(true);
    expect(model.corners()).toEqual([]);
    expect(model.escape()).toBe(false);
    model.undo();
    expect(model.corners()).toEqual(square.slice(0, 2));
  });

  it("shows the line to the pointer, which is no corner yet", () => {
    const model = begin("plot");
    model.choose(square[0]!, away);
    model.hover(square[1]!);
    const { features } = draftData(model.shown());
    expect(features.map(({ properties }) => properties?.kind)).toEqual(["line", "corner"]);
    expect(model.corners()).toHaveLength(1);
  });
});

describe("correcting a plot", () => {
  it("moves a corner by picking it up and putting it down, without dragging", () => {
    const model = begin("edit-plot", ring);
    model.choose(square[2]!, at(2));
    model.hover([9.002, 48.002]);
    expect(model.shown().corners[2]).toEqual([9.002, 48.002]);
    expect(rings).toEqual([]);
    model.choose([9.002, 48.002], away);
    expect(rings).toEqual([[square[0], square[1], [9.002, 48.002], square[3], square[0]]]);
    expect(said).toEqual([words.cornerHeld(3), words.cornerPut(3)]);
  });

  it("puts a corner into a side and picks it up", () => {
    const model = begin("edit-plot", ring);
    model.choose([9.0005, 48], { corner: null, middle: 0 });
    expect(model.held()).toBe(1);
    model.choose([9.0005, 47.9995], away);
    expect(rings.at(-1)?.[1]).toEqual([9.0005, 47.9995]);
    expect(rings.at(-1)).toHaveLength(6);
  });

  it("keeps a held corner in hand where the line would cross itself", () => {
    const model = begin("edit-plot", ring);
    model.choose(square[0]!, at(0));
    model.choose([9.002, 48.0005], away);
    expect(model.held()).toBe(0);
    expect(rings).toEqual([]);
    expect(said.at(-1)).toBe(words.crossing);
  });

  it("puts a held corner back with Escape", () => {
    const model = begin("edit-plot", ring);
    model.choose(square[1]!, at(1));
    model.hover([9.5, 48.5]);
    expect(model.escape()).toBe(true);
    expect(model.shown().corners).toEqual(square);
    expect(model.escape()).toBe(false);
  });

  it("deletes the held corner, but keeps three", () => {
    const model = begin("edit-plot", ring);
    model.choose(square[1]!, at(1));
    model.removeLast();
    expect(rings.at(-1)).toHaveLength(4);
    model.choose(square[0]!, at(0));
    model.removeLast();
    expect(model.corners()).toHaveLength(3);
    expect(said.at(-1)).toBe(words.tooFew);
  });

  it("makes one step of a drag, which undo takes back", () => {
    const model = begin("edit-plot", ring);
    const before = model.corners();
    const moved = before.with(0, [8.999, 47.999]);
    model.showDragged(before.with(0, [8.9995, 48]));
    model.showDragged(moved);
    model.dropDragged(before, moved);
    expect(rings).toHaveLength(1);
    expect(said).toEqual([words.changed]);
    model.undo();
    expect(model.corners()).toEqual(square);
  });

  it("takes typed coordinates as a step", () => {
    const model = begin("edit-plot", ring);
    model.setCorners(square.with(3, [9, 48.002]));
    expect(rings.at(-1)?.[3]).toEqual([9, 48.002]);
    model.undo();
    expect(rings.at(-1)).toEqual(ring);
  });
});
