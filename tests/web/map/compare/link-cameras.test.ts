import { describe, expect, it } from "vitest";
import { linkCameras } from "../../../../web/map/compare/link-cameras.ts";
import type { Camera } from "../../../../web/map/map-scene.ts";

const city: Camera = { center: [9.18, 48.78], zoom: 11, bearing: 0 };
const street: Camera = { center: [9.2, 48.8], zoom: 16, bearing: 30 };

/** A map that tells its followers of every change, as MapLibre does, and counts what it was told to do. */
function mapAt(start: Camera) {
  let camera = start;
  let led = 0;
  const listeners = new Set<(camera: Camera) => void>();
  const moveTo = (next: Camera) => {
    camera = next;
    for (const listener of listeners) listener(next);
  };
  return {
    moveTo,
    led: () => led,
    camera: () => camera,
    setCamera: (next: Camera) => {
      led++;
      moveTo(next);
    },
    followCamera: (listener: (camera: Camera) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

describe("linked cameras", () => {
  it("start where the first map is", () => {
    const [first, second] = [mapAt(street), mapAt(city)];
    linkCameras(first, second);
    expect(second.camera()).toEqual(street);
  });

  it("follow whichever map is moved, once and without an answer", () => {
    const [first, second] = [mapAt(city), mapAt(city)];
    linkCameras(first, second);
    second.moveTo(street);
    expect(first.camera()).toEqual(street);
    expect([first.led(), second.led()]).toEqual([1, 1]);
    first.moveTo(city);
    expect(second.camera()).toEqual(city);
    expect([first.led(), second.led()]).toEqual([1, 2]);
  });

  it("say while one is led, so that a movement is told once", () => {
    const [first, second] = [mapAt(city), mapAt(city)];
    const link = linkCameras(first, second);
    const told: string[] = [];
    first.followCamera(() => told.push(link.isLeading() ? "led" : "own"));
    second.followCamera(() => told.push(link.isLeading() ? "led" : "own"));
    first.moveTo(street);
    expect(told.sort()).toEqual(["led", "own"]);
  });

  it("go their own ways once they are unlinked", () => {
    const [first, second] = [mapAt(city), mapAt(city)];
    linkCameras(first, second).unlink();
    first.moveTo(street);
    expect(second.camera()).toEqual(city);
  });
});
