import type { LineString, Polygon } from "geojson";
import { boundingBox, distanceToBorder, distanceToLine, isInside } from "./partition/polygon.ts";
import { type LonLat, type Point, toLonLat, toMeters } from "./partition/projection.ts";
import { normal, type Random, randomFor } from "./random.ts";
import type { DemoArea, DemoBaseFeature } from "./types.ts";

interface Obstacle {
  ring: Point[];
  box: [number, number, number, number];
}

const marginMeters = 25;

/** Where people live and things can stand: inside an area, outside woods, water and railways. */
export interface Places {
  /** A place in the area's settlement, denser towards its cores; WGS 84. */
  settled(areaNumber: string, random: Random): LonLat;
  /** A place about this far (standard deviation, metres) from another, in the same area's settlement. */
  near(areaNumber: string, place: LonLat, distanceMeters: number, random: Random): LonLat;
  /** Main core of the area's settlement. */
  core(areaNumber: string): LonLat;
  /** All cores, the main one first, in local metres. */
  cores(areaNumber: string): readonly Point[];
  /** Whether a place (local metres) lies clear of woods, water and railways. */
  isFree(point: Point): boolean;
}

/** How far an area's settlement spreads around each of its cores: standard deviation in metres. */
export function settlementSpread({ areaHa }: DemoArea): number {
  return Math.min(420, 24 * Math.sqrt(areaHa));
}

function obstaclesOf(base: readonly DemoBaseFeature[]): Obstacle[] {
  return base
    .filter((feature) => feature.class === "wood" || feature.class === "water")
    .map(({ geometry }) => {
      const ring = (geometry as Polygon).coordinates[0]!.map((p) => toMeters(p as LonLat));
      const [west, south, east, north] = boundingBox(ring);
      return {
        ring,
        box: [west - marginMeters, south - marginMeters, east + marginMeters, north + marginMeters],
      };
    });
}

function railwaysOf(base: readonly DemoBaseFeature[]): Obstacle[] {
  return base
    .filter((feature) => feature.class === "rail")
    .map(({ geometry }) => {
      const ring = (geometry as LineString).coordinates.map((p) => toMeters(p as LonLat));
      return { ring, box: boundingBox(ring) };
    });
}

function within([x, y]: Point, [west, south, east, north]: Obstacle["box"]): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Prepares the settled places of the areas. `shapePoints` are further inhabited points per area, in metres. */
export function findPlaces(options: {
  areas: readonly DemoArea[];
  base: readonly DemoBaseFeature[];
  shapePoints: ReadonlyMap<string, Point[]>;
  seed: number;
}): Places {
  const obstacles = obstaclesOf(options.base);
  const railways = railwaysOf(options.base);
  const isFree = (point: Point) =>
    obstacles.every(
      ({ ring, box }) =>
        !within(point, box) || (!isInside(point, [ring]) && distanceToBorder(point, [ring]) > marginMeters),
    ) && railways.every(({ ring, box }) => !within(point, box) || distanceToLine(point, ring) > marginMeters);

  const settlements = new Map(
    options.areas.map((area) => {
      const rings = (area.geometry as Polygon).coordinates.map((ring) =>
        ring.map((p) => toMeters(p as LonLat)),
      );
      const isSettled = (point: Point) =>
        isInside(point, rings) && distanceToBorder(point, rings) > marginMeters && isFree(point);
      return [area.number, { area, rings, isSettled, cores: coresOf(area, rings, isSettled, options) }];
    }),
  );

  const around = (areaNumber: string, centre: Point, spread: number, random: Random): Point => {
    const { isSettled, cores } = settlements.get(areaNumber)!;
    for (let attempt = 0; attempt < 60; attempt++) {
      const reach = spread * (1 + attempt / 20);
      const point: Point = [centre[0] + reach * normal(random), centre[1] + reach * normal(random)];
      if (isSettled(point)) return point;
    }
    return cores[0]!;
  };
  return {
    core: (areaNumber) => toLonLat(settlements.get(areaNumber)!.cores[0]!),
    cores: (areaNumber) => settlements.get(areaNumber)!.cores,
    isFree,
    near: (areaNumber, place, distanceMeters, random) =>
      toLonLat(around(areaNumber, toMeters(place), distanceMeters, random)),
    settled: (areaNumber, random) => {
      const { area, cores } = settlements.get(areaNumber)!;
      const core = cores[Math.floor(random() * cores.length)]!;
      return toLonLat(around(areaNumber, core, settlementSpread(area), random));
    },
  };
}

/** Two to five cores per area, the given centre first where it is settled; the rest spread out. */
function coresOf(
  area: DemoArea,
  rings: Point[][],
  isSettled: (point: Point) => boolean,
  options: { shapePoints: ReadonlyMap<string, Point[]>; seed: number },
): Point[] {
  const random = randomFor(options.seed, "cores", area.number);
  const [west, south, east, north] = boundingBox(rings[0]!);
  const given = (options.shapePoints.get(area.number) ?? [toMeters(area.labelPoint)]).filter(isSettled);
  const candidates: Point[] = [];
  for (let attempt = 0; attempt < 400 && candidates.length < 24; attempt++) {
    const point: Point = [west + random() * (east - west), south + random() * (north - south)];
    if (isSettled(point)) candidates.push(point);
  }
  const cores = given.slice(0, 1);
  const wanted = Math.max(2, Math.min(5, Math.round(area.residents / 2500)));
  const all = [...given.slice(1), ...candidates];
  while (cores.length < wanted && all.length > 0) {
    // The candidate farthest from the cores so far, so that quarters of one area do not pile up.
    const spread = (point: Point) =>
      cores.reduce((least, core) => Math.min(least, Math.hypot(point[0] - core[0], point[1] - core[1])), 700);
    all.sort((a, b) => spread(b) - spread(a));
    cores.push(all.shift()!);
  }
  return cores.length > 0 ? cores : [toMeters(area.labelPoint)];
}
