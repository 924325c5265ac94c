import type { Polygon } from "geojson";
import { boundingBox, isInside } from "../partition/polygon.ts";
import { type LonLat, type Point, toMeters } from "../partition/projection.ts";
import { normal, randomFor } from "../random.ts";
import type { DemoArea, DemoBaseFeature } from "../types.ts";

/**
 * Hidden traits of a subdistrict that make its figures hang together. Standardised (mean 0, spread 1) except `woodShare`.
 * `burden` and `age` are drawn at random and say nothing about the real quarter of that name;
 * `density` and `woodShare` follow from the schematic map.
 */
export interface Latent {
  burden: number;
  age: number;
  density: number;
  /** Wooded part of the area, 0–1. */
  woodShare: number;
}

export type LatentTrait = Exclude<keyof Latent, "woodShare">;

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => Math.max(-2.4, Math.min(2.4, (value - mean) / spread)));
}

/** A smooth random surface over the city: sixteen bells about 2 km wide. */
function surface(centres: readonly Point[], seed: number, name: string): number[] {
  const random = randomFor(seed, "surface", name);
  const [west, south, east, north] = boundingBox(centres);
  const bells = Array.from({ length: 16 }, () => ({
    x: west + random() * (east - west),
    y: south + random() * (north - south),
    height: normal(random),
    width: 1400 + 1400 * random(),
  }));
  return standardised(
    centres.map(([x, y]) =>
      bells.reduce(
        (sum, bell) =>
          sum + bell.height * Math.exp(-((x - bell.x) ** 2 + (y - bell.y) ** 2) / (2 * bell.width ** 2)),
        0,
      ),
    ),
  );
}

function woodShare(area: DemoArea, woods: Point[][], seed: number): number {
  const random = randomFor(seed, "wood share", area.number);
  const rings = (area.geometry as Polygon).coordinates.map((ring) => ring.map((p) => toMeters(p as LonLat)));
  const [west, south, east, north] = boundingBox(rings[0]!);
  const near = woods.filter((ring) => {
    const [w, s, e, n] = boundingBox(ring);
    return w < east && e > west && s < north && n > south;
  });
  let inside = 0;
  let wooded = 0;
  for (let sample = 0; sample < 250; sample++) {
    const point: Point = [west + random() * (east - west), south + random() * (north - south)];
    if (!isInside(point, rings)) continue;
    inside++;
    if (near.some((ring) => isInside(point, [ring]))) wooded++;
  }
  return inside === 0 ? 0 : wooded / inside;
}

/** Latent traits of the subdistricts, keyed by number. */
export function latentTraits(
  subdistricts: readonly DemoArea[],
  base: readonly DemoBaseFeature[],
  seed: number,
): Map<string, Latent> {
  const centres = subdistricts.map(({ labelPoint }) => toMeters(labelPoint));
  const woods = base
    .filter((feature) => feature.class === "wood")
    .map(({ geometry }) => (geometry as Polygon).coordinates[0]!.map((p) => toMeters(p as LonLat)));
  const own = (name: string) =>
    subdistricts.map(({ number }) => normal(randomFor(seed, "latent", name, number)));
  const density = standardised(subdistricts.map(({ residents, areaHa }) => Math.log(residents / areaHa)));
  const mixed = (name: string, smoothPart: number, ownPart: number, densityPart: number) => {
    const smooth = surface(centres, seed, name);
    const single = own(name);
    return standardised(
      smooth.map((value, k) => smoothPart * value + ownPart * single[k]! + densityPart * density[k]!),
    );
  };
  const burden = mixed("burden", 0.85, 0.5, 0.15);
  const age = mixed("age", 0.6, 0.6, -0.5);
  return new Map(
    subdistricts.map((area, k) => [
      area.number,
      { burden: burden[k]!, age: age[k]!, density: density[k]!, woodShare: woodShare(area, woods, seed) },
    ]),
  );
}
