import { describe, expect, it } from "vitest";
import { sketchedSiteSchema } from "#domain/scenario/scenario.ts";
import { makeSite, nextLetter, sizeOf, usesOf } from "../../../web/planning/make-site.ts";
import { siteOnPlot, withPosition, withVertex } from "../../../web/planning/move-site.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { aStandard } from "./builders.ts";

const square: [number, number][] = [
  [9, 48],
  [9.002, 48],
  [9.002, 48.002],
  [9, 48.002],
  [9, 48],
];

describe("a new sketch", () => {
  it("is one the server takes, with the uses of its size", () => {
    const site = makeSite({ standard: aStandard(), size: 1, name: "Kita A", position: [9.2, 48.8] });
    expect(sketchedSiteSchema.parse(site)).toEqual(site);
    expect(site.uses).toEqual([
      { facilityType: "KITA_MIX", unit: "PLATZ", category: "U3", amount: 20 },
      { facilityType: "KITA_MIX", unit: "PLATZ", category: "Ü3", amount: 40 },
    ]);
  });

  it("has one sensible unit where the standard names no sizes", () => {
    const [use] = usesOf(aStandard({ sizes: [] }), 0);
    expect(use).toMatchObject({ unit: "PLATZ", category: "", amount: 20 });
  });

  it("keeps the last size when a kind has fewer than the one before", () => {
    expect(usesOf(aStandard(), 7)).toEqual(usesOf(aStandard(), 1));
  });

  it("is recognised by its size, whatever the order of its uses", () => {
    const standard = aStandard();
    expect(sizeOf(standard, usesOf(standard, 1).toReversed())).toBe(1);
    expect(sizeOf(standard, aSite().uses)).toBe(-1);
  });

  it("is called by the first letter that is free, and by two signs after Z", () => {
    expect(nextLetter([])).toBe("A");
    expect(nextLetter(["A", "C"])).toBe("B");
    const alphabet = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
    expect(nextLetter(alphabet)).toBe("A2");
  });
});

describe("a moved site", () => {
  it("takes its plot along", () => {
    const site = aSite({ position: [9.001, 48.001], plot: square });
    const moved = withPosition(site, [9.101, 48.101]);
    expect(moved.plot?.[0]).toEqual([9.1, 48.1]);
    expect(moved.plot).toHaveLength(5);
  });

  it("is the same object where it did not move", () => {
    const site = aSite();
    expect(withPosition(site, site.position)).toBe(site);
  });

  it("stands inside its plot", () => {
    const { position, plot } = siteOnPlot(square);
    expect(plot).toEqual(square);
    expect(position[0]).toBeGreaterThan(9);
    expect(position[0]).toBeLessThan(9.002);
    expect(position[1]).toBeGreaterThan(48);
    expect(position[1]).toBeLessThan(48.002);
  });

  it("stays closed when its first corner moves", () => {
    const moved = withVertex(aSite({ plot: square }), 0, [8.999, 47.999]);
    expect(moved.plot?.[0]).toEqual([8.999, 47.999]);
    expect(moved.plot?.at(-1)).toEqual([8.999, 47.999]);
  });
});
