import type { MultiPolygon, Polygon } from "geojson";
import { apportioned } from "./indicators/population.ts";
import { borderGraph, outside } from "./partition/border-graph.ts";
import { boundingBox, isInside, signedArea } from "./partition/polygon.ts";
import { frameAround, powerCells } from "./partition/power-diagram.ts";
import { type LonLat, type Point, toLonLat, toMeters } from "./partition/projection.ts";
import { assembleRegions, labelPlace, polygonsArea } from "./partition/rings.ts";
import { type Random, randomFor } from "./random.ts";
import type { DemoArea } from "./types.ts";

/** Points inside the ring that keep away from one another (best of ten candidates each). */
function scattered(ring: readonly Point[], count: number, random: Random): Point[] {
  const [west, south, east, north] = boundingBox(ring);
  const points: Point[] = [];
  while (points.length < count) {
    const candidates: Point[] = [];
    while (candidates.length < 10) {
      const candidate: Point = [west + random() * (east - west), south + random() * (north - south)];
      if (isInside(candidate, [ring])) candidates.push(candidate);
    }
    const room = ([x, y]: Point) => Math.min(...points.map(([px, py]) => Math.hypot(x - px, y - py)), 1e6);
    points.push(candidates.reduce((best, one) => (room(one) > room(best) ? one : best)));
  }
  return points;
}

function shapesOf(ring: readonly Point[], count: number, random: Random): LonLat[][][][] {
  const sites = scattered(ring, count, random).map((point, owner) => ({ point, owner }));
  const weights = new Array<number>(count).fill(0);
  const cells = powerCells(sites, weights, frameAround(ring));
  const arcs = borderGraph({ sites, cells, weights, outline: ring });
  const drawn = arcs.map((arc) => ({ ...arc, points: arc.points.map(toLonLat) }));
  const regions = assembleRegions(drawn, (area) => (area === outside ? undefined : area));
  return sites.map((_, index) => regions.get(index) ?? []);
}

function geometryOf(polygons: LonLat[][][]): Polygon | MultiPolygon {
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0]! }
    : { type: "MultiPolygon", coordinates: polygons };
}

/**
 * Statistical quarters ("146-2", without a name) that split every subdistrict into `count` parts with straight
 * borders: only there to make the city larger for benchmarks.
 */
export function makeQuarters(subdistricts: readonly DemoArea[], count: number, seed: number): DemoArea[] {
  return subdistricts.flatMap((area) => {
    const random = randomFor(seed, "quarters", area.number);
    const exterior = (area.geometry as Polygon).coordinates[0]!.slice(0, -1).map((p) =>
      toMeters(p as LonLat),
    );
    const shapes = shapesOf(exterior, count, random);
    const sizes = shapes.map(polygonsArea);
    const residents = apportioned(
      area.residents,
      sizes.map((size) => size * (0.4 + 1.2 * random())),
    );
    return shapes.map((polygons, k): DemoArea => {
      const largest = polygons.toSorted(
        (a, b) => signedArea(b[0]!.map(toMeters)) - signedArea(a[0]!.map(toMeters)),
      )[0]!;
      return {
        number: `${area.number}-${k + 1}`,
        name: null,
        level: "statistical-quarter",
        parentNumber: area.number,
        boundaryVersion: area.boundaryVersion,
        residents: residents[k]!,
        areaHa: Math.round(sizes[k]! / 1000) / 10,
        geometry: geometryOf(polygons),
        labelPoint: toLonLat(labelPlace(largest.map((ring) => ring.map(toMeters)))),
      };
    });
  });
}
