import { describe, expect, it } from "vitest";
import { type Box, pictureLayout } from "../../../../web/map/export/picture-layout.ts";

const content = { footerLines: 3, hasSubtitle: true, legendHeight: () => 300 };
const right = ({ x, width }: Box) => x + width;
const bottom = ({ y, height }: Box) => y + height;

describe("pictureLayout", () => {
  it("puts the legend beside the map on a wide picture", () => {
    const { map, legend, scale } = pictureLayout({ width: 2400, height: 1600 }, content);
    expect(legend.x).toBeGreaterThan(right(map));
    expect(legend.y).toBe(map.y);
    expect(scale).toBe(2);
  });

  it("puts the legend below the map on an upright picture", () => {
    const { map, legend } = pictureLayout({ width: 1240, height: 1754 }, content);
    expect(legend.y).toBeGreaterThan(bottom(map));
    expect(legend.height).toBe(300);
  });

  it("leaves the map at least half of the room whatever the legend says", () => {
    const { map, legend } = pictureLayout(
      { width: 1240, height: 1754 },
      { ...content, legendHeight: () => 5000 },
    );
    expect(map.height).toBeGreaterThan(legend.height - 40);
  });

  for (const [width, height] of [
    [1200, 800],
    [1920, 1080],
    [1240, 1754],
    [800, 800],
  ] as const) {
    it(`keeps everything on a picture of ${width} × ${height}`, () => {
      const layout = pictureLayout({ width, height }, content);
      for (const box of [layout.title, layout.map, layout.legend, layout.footer]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(right(box)).toBeLessThanOrEqual(layout.width);
        expect(bottom(box)).toBeLessThanOrEqual(layout.height);
        expect(box.height).toBeGreaterThan(0);
      }
      expect(bottom(layout.map)).toBeLessThanOrEqual(layout.footer.y);
      expect(layout.height * layout.scale).toBeCloseTo(height, 6);
    });
  }
});
