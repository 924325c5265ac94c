import { describe, expect, it } from "vitest";
import { shareAfter } from "../../../../web/map/compare/divider.tsx";

describe("the divider by keyboard", () => {
  it("moves in small and large steps and to both ends", () => {
    expect(shareAfter("ArrowLeft", 50)).toBe(48);
    expect(shareAfter("ArrowRight", 50)).toBe(52);
    expect(shareAfter("PageUp", 50)).toBe(60);
    expect(shareAfter("Home", 50)).toBe(0);
    expect(shareAfter("End", 50)).toBe(100);
  });

  it("stays within the map", () => {
    expect(shareAfter("PageDown", 4)).toBe(0);
    expect(shareAfter("ArrowUp", 99)).toBe(100);
  });

  it("leaves other keys alone", () => {
    expect(shareAfter("Tab", 50)).toBeNull();
  });
});
