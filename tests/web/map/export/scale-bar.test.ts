import { describe, expect, it } from "vitest";
import { scaleBar, scaleBarText } from "../../../../web/map/export/scale-bar.ts";

describe("scaleBar", () => {
  // 30 m per pixel and 100 pixels reach 3000 m: the longest round length is 2000 m, 66.7 pixels.
  it("is the longest round length that fits", () => {
    const bar = scaleBar(30, 100);
    expect(bar.meters).toBe(2000);
    expect(bar.pixels).toBeCloseTo(66.667, 3);
  });

  it("fills the room exactly when the room is round", () => {
    expect(scaleBar(5, 100)).toEqual({ meters: 500, pixels: 100 });
    expect(scaleBar(1, 100)).toEqual({ meters: 100, pixels: 100 });
  });

  it("is written in metres below a kilometre and in kilometres from there", () => {
    expect(scaleBarText({ meters: 500, pixels: 1 })).toBe("500 m");
    expect(scaleBarText({ meters: 1000, pixels: 1 })).toBe("1 km");
  });
});
