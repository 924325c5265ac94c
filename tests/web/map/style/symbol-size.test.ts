import { describe, expect, it } from "vitest";
import { circleColour, maximumSymbolRadius, symbolShare } from "../../../../web/map/style/symbol-size.ts";

describe("symbolShare", () => {
  it("gives a quarter of the count half of the radius", () => {
    expect(symbolShare(25, 100)).toBe(0.5);
  });

  it("draws nothing for nothing, below nothing or without a maximum", () => {
    expect([symbolShare(0, 100), symbolShare(-5, 100), symbolShare(5, 0)]).toEqual([0, 0, 0]);
  });
});

describe("circles", () => {
  it("are 1.35 times as large in the meeting room", () => {
    expect(maximumSymbolRadius(true) / maximumSymbolRadius(false)).toBeCloseTo(1.35, 10);
  });

  it("take a strong step of the ramp, and have a colour without one", () => {
    expect(circleColour(["#111111", "#222222", "#333333", "#444444", "#555555"])).toBe("#444444");
    expect(circleColour([])).toMatch(/^#/);
  });
});
