import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { featureCollection, intersect, area as squareMeters } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { makeAreas } from "../../../scripts/demo/areas.ts";
import { readOutline, readSubdistricts } from "../../../scripts/demo/facts.ts";
import { distanceToLine, isInside } from "../../../scripts/demo/partition/polygon.ts";
import { type LonLat, type Point, toLonLat, toMeters } from "../../../scripts/demo/partition/projection.ts";

type District = Feature<Polygon | MultiPolygon, { stadtbezirk_nr: string; name: string }>;

const folder = resolve(process.env.TESTDATA_DIR ?? "../shared/data");
const file = join(folder, "stuttgart/boundaries/stadtbezirke.geojson");
const isThere = existsSync(file);
const title = isThere
  ? "the demo city beside the official one"
  : "the demo city beside the official one (skipped: test data missing, set TESTDATA_DIR)";

const polygonsOf = ({ geometry }: District): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** Pairs of districts with more than 100 m of border in common: vertices of one close to the border of the other. */
function neighbours(districts: readonly District[]): Set<string> {
  const lines = districts.map((district) =>
    polygonsOf(district).flatMap((rings) => rings.map((ring) => ring.map((p) => toMeters(p as LonLat)))),
  );
  const pairs = new Set<string>();
  lines.forEach((own, a) => {
    lines.slice(a + 1).forEach((other, offset) => {
      const b = a + 1 + offset;
      let shared = 0;
      for (const line of own) {
        for (let k = 1; k < line.length; k++) {
          const middle: Point = [(line[k]![0] + line[k - 1]![0]) / 2, (line[k]![1] + line[k - 1]![1]) / 2];
          if (other.some((ring) => distanceToLine(middle, ring) < 2)) {
            shared += Math.hypot(line[k]![0] - line[k - 1]![0], line[k]![1] - line[k - 1]![1]);
          }
        }
      }
      if (shared > 100) pairs.add(`${districts[a]!.properties.name}–${districts[b]!.properties.name}`);
    });
  });
  return pairs;
}

describe.skipIf(!isThere)(title, () => {
  const official = isThere
    ? (
        JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<
          Polygon | MultiPolygon,
          District["properties"]
        >
      ).features
    : [];
  const facts = isThere ? readSubdistricts() : [];
  const demo = (isThere ? makeAreas(facts, readOutline(), 20221231) : [])
    .filter(({ level }) => level === "district")
    .map(
      (area): District => ({
        type: "Feature",
        properties: { stadtbezirk_nr: area.number, name: area.name! },
        geometry: area.geometry,
      }),
    );
  const officialOf = (number: string) =>
    official.find(({ properties }) => properties.stadtbezirk_nr === number)!;

  it("has the official numbers and names of the 23 districts", () => {
    const names = (some: District[]) =>
      some.map(({ properties }) => `${properties.stadtbezirk_nr} ${properties.name}`).sort();
    expect(names(demo)).toEqual(names(official));
  });

  it("puts every subdistrict's centre into the official polygon of its district", () => {
    const strayed = facts.filter(({ points, districtNumber }) => {
      const centre = toLonLat(points[0]!);
      return !polygonsOf(officialOf(districtNumber)).some((rings) => isInside(centre, rings as Point[][]));
    });
    expect(strayed.map(({ name }) => name)).toEqual([]);
    expect(facts).toHaveLength(152);
  });

  it("overlaps the official districts by at least 78 % on average and 50 % each", () => {
    const shares = demo.map((district) => {
      const real = officialOf(district.properties.stadtbezirk_nr);
      const common = intersect(featureCollection<Polygon | MultiPolygon>([district, real]));
      return common ? squareMeters(common) / squareMeters(real) : 0;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.78);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.5);
  });

  it("finds at least 47 of the 49 official pairs of neighbours and invents at most three", () => {
    const real = neighbours(official);
    const found = neighbours(demo);
    expect(real.size).toBe(49);
    expect([...real].filter((pair) => found.has(pair)).length).toBeGreaterThanOrEqual(47);
    expect([...found].filter((pair) => !real.has(pair)).length).toBeLessThanOrEqual(3);
  });
});
