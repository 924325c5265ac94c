import { describe, expect, it } from "vitest";
import { perFrame } from "../../../../web/map/sketch/per-frame.ts";

function framed() {
  let waiting: (() => void) | null = null;
  const told: number[] = [];
  let asked = 0;
  const frames = {
    request: (then: () => void) => {
      waiting = then;
      return ++asked;
    },
    cancel: () => {
      waiting = null;
    },
  };
  const nextFrame = () => {
    const then = waiting;
    waiting = null;
    then?.();
  };
  return {
    told,
    nextFrame,
    asked: () => asked,
    throttled: perFrame((value: number) => told.push(value), frames),
  };
}

describe("perFrame", () => {
  it("hands over the latest of many values, once per frame", () => {
    const { told, nextFrame, asked, throttled } = framed();
    for (const value of [1, 2, 3]) throttled.give(value);
    expect(told).toEqual([]);
    nextFrame();
    expect(told).toEqual([3]);
    throttled.give(4);
    nextFrame();
    nextFrame();
    expect(told).toEqual([3, 4]);
    expect(asked()).toBe(2);
  });

  it("hands over what is waiting when flushed, and never twice", () => {
    const { told, nextFrame, throttled } = framed();
    throttled.give(1);
    throttled.flush();
    nextFrame();
    throttled.flush();
    expect(told).toEqual([1]);
  });

  it("forgets what is waiting when dropped", () => {
    const { told, nextFrame, throttled } = framed();
    throttled.give(1);
    throttled.drop();
    nextFrame();
    throttled.flush();
    expect(told).toEqual([]);
  });
});
