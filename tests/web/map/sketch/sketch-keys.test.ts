import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toUtm32 } from "#domain/geometry/utm.ts";
import type { Place } from "../../../../web/map/sketch/sketch.ts";
import { bindSketchKeys } from "../../../../web/map/sketch/sketch-keys.ts";

const start = { lng: 9.1829, lat: 48.7758 };
const canvas = document.createElement("canvas");
let centre = start;
let moved = () => {};
let entered: Place[] = [];
let told: string[] = [];
let heardOutside = 0;
let unbind = () => {};

/** A map that keeps its centre only roughly, as a screen does. */
const map = {
  getCanvas: () => canvas,
  getCenter: () => centre,
  jumpTo: ({ center }: { center: [number, number] }) => {
    centre = { lng: Math.round(center[0] * 1e5) / 1e5, lat: Math.round(center[1] * 1e5) / 1e5 };
    moved();
  },
  on: (_: string, listener: () => void) => {
    moved = listener;
  },
  off: () => {
    moved = () => {};
  },
};

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  canvas.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  centre = start;
  entered = [];
  told = [];
  heardOutside = 0;
  document.body.append(canvas);
  document.body.onkeydown = () => heardOutside++;
  unbind = bindSketchKeys(map as unknown as Parameters<typeof bindSketchKeys>[0], {
    onStep: () => told.push("step"),
    onEnter: (place) => entered.push(place),
    onRemove: () => told.push("remove"),
    onUndo: () => told.push("undo"),
    onFinish: () => told.push("finish"),
    onEscape: () => told.push("escape"),
    nextCorner: (_, by) => (by > 0 ? [9.2, 48.8] : null),
  });
});

afterEach(() => {
  unbind();
  document.body.onkeydown = null;
  document.body.replaceChildren();
});

describe("the crosshair", () => {
  it("stands exactly as many metres away as the arrows say, however roughly the map is centred", () => {
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) press(key);
    press("ArrowDown", { shiftKey: true });
    press("ArrowLeft", { altKey: true });
    press("Enter");
    const [east, north] = toUtm32(start.lng, start.lat);
    const [enteredEast, enteredNorth] = toUtm32(...entered[0]!);
    expect(enteredEast - east).toBeCloseTo(19, 4);
    expect(enteredNorth - north).toBeCloseTo(-90, 4);
  });

  it("starts from the middle again once the map was moved by other means", () => {
    press("ArrowRight");
    centre = { lng: 9.5, lat: 48.5 };
    moved();
    press("Enter");
    expect(entered).toEqual([[9.5, 48.5]]);
  });

  it("goes to the next corner, and stays where there is none before", () => {
    press("PageUp");
    press("Enter");
    press("PageDown");
    press("Enter");
    expect(entered).toEqual([
      [start.lng, start.lat],
      [9.2, 48.8],
    ]);
  });

  it("keeps its keys from the map and from the browser's way back", () => {
    const event = press("ArrowLeft", { altKey: true });
    expect(event.defaultPrevented).toBe(true);
    expect(heardOutside).toBe(0);
    press("+");
    expect(heardOutside).toBe(1);
  });

  it("removes, undoes, finishes and steps back", () => {
    press("Backspace");
    press("z", { ctrlKey: true });
    press("Enter", { ctrlKey: true });
    press("Escape");
    expect(told).toEqual(["remove", "undo", "finish", "escape"]);
    expect(entered).toEqual([]);
  });

  it("hears nothing once it is unbound", () => {
    unbind();
    press("Enter");
    expect(entered).toEqual([]);
  });
});
