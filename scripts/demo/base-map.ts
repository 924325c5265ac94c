import type { Polygon, Position } from "geojson";
import { bandAlong, organicRing, splineThrough } from "./curves.ts";
import type { ContextFact } from "./facts.ts";
import { type Point, toLonLat, toMeters } from "./partition/projection.ts";
import { randomFor } from "./random.ts";
import type { DemoBaseFeature } from "./types.ts";

const maskMarginDegrees = 0.6;
const riverWidthMeters = 80;
const curveSpacingMeters = 40;

function polygon(rings: readonly (readonly Point[])[]): Polygon {
  return { type: "Polygon", coordinates: rings.map((ring) => ring.map(toLonLat)) };
}

function drawn(fact: ContextFact, seed: number): DemoBaseFeature {
  const { name, ref } = fact;
  const points = fact.points.map(toMeters);
  const random = randomFor(seed, fact.class, name);
  switch (fact.class) {
    case "river": {
      const line = splineThrough(points, curveSpacingMeters);
      const phase = random() * 6;
      const width = (k: number) =>
        riverWidthMeters * (1 + 0.14 * Math.sin(k / 9 + phase) + 0.08 * Math.sin(k / 4));
      return { class: "water", name, rank: 1, geometry: polygon([bandAlong(line, width)]) };
    }
    case "lake":
      return {
        class: "water",
        name,
        rank: 2,
        geometry: polygon([organicRing(points, random, { amplitude: 12, spacing: 20 })]),
      };
    case "wood":
      return { class: "wood", name, geometry: polygon([organicRing(points, random, { amplitude: 60 })]) };
    default: {
      const coordinates: Position[] = splineThrough(points, curveSpacingMeters).map(toLonLat);
      return {
        class: fact.class === "light_rail" ? "light-rail" : fact.class,
        name,
        ...(ref === undefined ? {} : { ref }),
        rank: fact.class === "street" && ref === undefined ? 2 : 1,
        geometry: { type: "LineString", coordinates },
      };
    }
  }
}

/** The built-in base map: mask and outline of the city, woods, water, railways, light rail and main streets. */
export function makeBaseMap(
  context: readonly ContextFact[],
  outline: Polygon,
  seed: number,
): DemoBaseFeature[] {
  const ring = outline.coordinates[0]!;
  const lons = ring.map(([lon]) => lon!);
  const lats = ring.map(([, lat]) => lat!);
  const west = round(Math.min(...lons) - maskMarginDegrees);
  const east = round(Math.max(...lons) + maskMarginDegrees);
  const south = round(Math.min(...lats) - maskMarginDegrees);
  const north = round(Math.max(...lats) + maskMarginDegrees);
  const frame = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const order = ["wood", "water", "street", "light-rail", "rail"];
  const features = context
    .map((fact) => drawn(fact, seed))
    .sort((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  return [
    { class: "outline", name: "Stuttgart", geometry: outline },
    ...features,
    { class: "mask", geometry: { type: "Polygon", coordinates: [frame, ring.toReversed()] } },
  ];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
