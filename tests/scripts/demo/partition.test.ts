import type { Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { makeAreas } from "../../../scripts/demo/areas.ts";
import { readOutline, readSubdistricts } from "../../../scripts/demo/facts.ts";
import { crossingLines } from "../../../scripts/demo/partition/crossings.ts";
import { isInside, signedArea } from "../../../scripts/demo/partition/polygon.ts";
import { type LonLat, type Point, toMeters } from "../../../scripts/demo/partition/projection.ts";
import type { DemoArea } from "../../../scripts/demo/types.ts";

const facts = readSubdistricts();
let areas: DemoArea[];
let byLevel: (level: string) => DemoArea[];

const ringsOf = ({ geometry }: DemoArea) => (geometry as Polygon).coordinates as LonLat[][];

/** Every border segment in the direction in which the rings walk it. */
function directedEdges(some: readonly DemoArea[]): string[] {
  return some.flatMap((area) =>
    ringsOf(area).flatMap((ring) =>
      ring.slice(1).map((place, k) => `${ring[k]!.join(" ")} > ${place.join(" ")}`),
    ),
  );
}

const turned = (edge: string) => edge.split(" > ").reverse().join(" > ");

/** Segments without the same segment walked the other way by a neighbour. */
function unmatched(some: readonly DemoArea[]): Set<string> {
  const edges = new Set(directedEdges(some));
  return new Set([...edges].filter((edge) => !edges.has(turned(edge))));
}

beforeAll(() => {
  areas = makeAreas(facts, readOutline(), 20221231);
  byLevel = (level) => areas.filter((area) => area.level === level);
});

describe("the schematic partition", () => {
  it("has one city, 23 districts and 152 subdistricts, each in one part", () => {
    expect([1, 23, 152]).toEqual(["city", "district", "subdistrict"].map((level) => byLevel(level).length));
    expect(areas.every(({ geometry }) => geometry.type === "Polygon")).toBe(true);
  });

  it("gives every subdistrict the area of the table within 0.5 %", () => {
    const errors = facts.map(({ number, areaM2 }) => {
      const area = byLevel("subdistrict").find((one) => one.number === number)!;
      const drawn = ringsOf(area).reduce((sum, ring) => sum + signedArea(ring.map(toMeters)), 0);
      return Math.abs(drawn / areaM2 - 1);
    });
    expect(Math.max(...errors)).toBeLessThan(0.005);
  });

  it("has no gaps: every border segment is walked back by a neighbour or is the city's outline", () => {
    const outline = new Set(directedEdges(byLevel("city")));
    expect(unmatched(byLevel("subdistrict"))).toEqual(outline);
  });

  it("has no overlaps: no border crosses another, and the areas add up to the city's", () => {
    const lines = new Map<string, LonLat[]>();
    for (const edge of directedEdges(byLevel("subdistrict"))) {
      if (lines.has(turned(edge))) continue;
      lines.set(
        edge,
        edge.split(" > ").map((place) => place.split(" ").map(Number) as LonLat),
      );
    }
    expect(crossingLines([...lines.values()]).size).toBe(0);
    const areaOf = (area: DemoArea) =>
      ringsOf(area).reduce((sum, ring) => sum + signedArea(ring.map(toMeters)), 0);
    const sum = byLevel("subdistrict").reduce((all, area) => all + areaOf(area), 0);
    expect(Math.abs(sum - areaOf(byLevel("city")[0]!))).toBeLessThan(1);
  });

  it("draws districts and subdistricts with the same points", () => {
    const fine = new Set(directedEdges(byLevel("subdistrict")));
    expect(directedEdges(byLevel("district")).filter((edge) => !fine.has(edge))).toEqual([]);
    expect(unmatched(byLevel("district"))).toEqual(new Set(directedEdges(byLevel("city"))));
  });

  it("keeps every centre and label place in its own area", () => {
    const strayed = byLevel("subdistrict").filter((area) => {
      const rings = ringsOf(area).map((ring) => ring.map(toMeters));
      const centre = facts.find(({ number }) => number === area.number)!.points[0]!;
      return !isInside(centre, rings) || !isInside(toMeters(area.labelPoint), rings);
    });
    expect(strayed.map(({ name }) => name)).toEqual([]);
  });

  it("walks exteriors counter-clockwise, holes clockwise, and closes every ring", () => {
    for (const area of areas) {
      ringsOf(area).forEach((ring, index) => {
        expect(Math.sign(signedArea(ring as Point[]))).toBe(index === 0 ? 1 : -1);
        expect(ring[0]).toEqual(ring.at(-1));
      });
    }
  });

  it("holds for other seeds too", () => {
    for (const seed of [1, 2, 3]) {
      const others = makeAreas(facts, readOutline(), seed).filter(({ level }) => level === "subdistrict");
      const errors = others.map(({ number, areaHa }) => {
        const fact = facts.find((one) => one.number === number)!;
        // Rounded to a tenth of a hectare, so a twentieth may be missing.
        return Math.abs(areaHa - fact.areaM2 / 10_000) - 0.05 - fact.areaM2 * 0.5e-6;
      });
      expect(Math.max(...errors)).toBeLessThanOrEqual(0);
    }
  });
});
