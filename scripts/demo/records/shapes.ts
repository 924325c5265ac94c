import type { Polygon } from "geojson";
import { organicRing } from "../curves.ts";
import { signedArea } from "../partition/polygon.ts";
import { type LonLat, type Point, toLonLat, toMeters } from "../partition/projection.ts";
import { between, type Random } from "../random.ts";
import type { Setting } from "./setting.ts";

function scaledTo(ring: Point[], areaM2: number, [cx, cy]: Point): Point[] {
  const factor = Math.sqrt(areaM2 / Math.abs(signedArea(ring)));
  return ring.map(([x, y]) => [cx + factor * x, cy + factor * y]);
}

function polygonOf(ring: Point[]): Polygon {
  return { type: "Polygon", coordinates: [ring.map(toLonLat)] };
}

/** A quarter's edge as a hand would draw it: longish, with seven to ten corners, of the given size. */
function quarterRing(areaM2: number, centre: Point, random: Random): Point[] {
  const corners = between(random, 7, 10);
  const turn = random() * Math.PI;
  const stretch = 1 + 0.8 * random();
  const rough = Array.from({ length: corners }, (_, k): Point => {
    const angle = ((k + 0.5 * random()) / corners) * 2 * Math.PI;
    const radius = 0.75 + 0.5 * random();
    const x = radius * stretch * Math.cos(angle);
    const y = radius * Math.sin(angle);
    return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  });
  const drawn = organicRing(scaledTo(rough, areaM2, [0, 0]), random, {
    amplitude: 9,
    spacing: 22,
    rounding: 3,
  });
  return scaledTo(drawn, areaM2, centre);
}

/**
 * A quarter near the middle of the named subdistricts. Several are drawn, and the one that strays least
 * out of their districts is kept.
 */
export function quarterNear(
  setting: Setting,
  near: readonly string[],
  areaHa: number,
  random: Random,
): Polygon {
  const homes = new Set(
    near.map((number) => setting.subdistricts.find((area) => area.number === number)!.parentNumber),
  );
  const cores = near.map((number) => toMeters(setting.places.core(number)));
  const middle: Point = [
    cores.reduce((sum, [x]) => sum + x, 0) / cores.length,
    cores.reduce((sum, [, y]) => sum + y, 0) / cores.length,
  ];
  let best: { polygon: Polygon; astray: number } | undefined;
  for (let attempt = 0; attempt < 24 && best?.astray !== 0; attempt++) {
    const step = attempt * 30;
    const centre: Point = [middle[0] + step * (random() - 0.5), middle[1] + step * (random() - 0.5)];
    const polygon = polygonOf(quarterRing(areaHa * 10_000, centre, random));
    const astray = polygon.coordinates[0]!.filter(
      (place) => !homes.has(setting.districtAt(place as LonLat) ?? null),
    ).length;
    if (best === undefined || astray < best.astray) best = { polygon, astray };
  }
  return best!.polygon;
}

/** How an outline was drawn at another time: its size times `factor`, then moved by metres. */
export interface Redrawing {
  factor: number;
  east: number;
  north: number;
}

/** The outline as it was at another time; the very same one where nothing is changed. */
export function redrawn(polygon: Polygon, { factor, east, north }: Redrawing): Polygon {
  if (factor === 1 && east === 0 && north === 0) return polygon;
  const ring = polygon.coordinates[0]!.map((place) => toMeters(place as LonLat));
  const middle = [0, 1].map((axis) => ring.reduce((sum, at) => sum + at[axis]!, 0) / ring.length);
  const [cx, cy] = [middle[0]!, middle[1]!];
  return polygonOf(
    ring.map(([x, y]): Point => [cx + east + factor * (x - cx), cy + north + factor * (y - cy)]),
  );
}

/** A plot: a rectangle along some street, one corner sometimes cut off. */
export function plotAt(place: LonLat, areaM2: number, random: Random): Polygon {
  const turn = random() * Math.PI;
  const ratio = 1.2 + 1.2 * random();
  const corners: Point[] = [
    [-ratio, -1],
    [ratio, -1],
    [ratio, 1],
    ...(random() < 0.4
      ? ([
          [-ratio + 0.9, 1],
          [-ratio, 0.3],
        ] as Point[])
      : ([[-ratio, 1]] as Point[])),
  ];
  const turned = corners.map(
    ([x, y]): Point => [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)],
  );
  const ring = scaledTo(turned, areaM2, toMeters(place));
  return polygonOf([...ring, ring[0]!]);
}

/** Numbers of the districts in which at least a tenth of the polygon's vertices lie, the first being the fullest. */
export function districtsOf(polygon: Polygon, setting: Setting): string[] {
  const ring = polygon.coordinates[0]!.slice(1) as LonLat[];
  const counts = new Map<string, number>();
  for (const place of ring) {
    const district = setting.districtAt(place);
    if (district !== undefined) counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= ring.length / 10)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([number]) => number);
}
