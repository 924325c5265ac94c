import { readFileSync } from "node:fs";
import type { FeatureCollection, LineString, Polygon } from "geojson";
import { signedArea } from "./partition/polygon.ts";
import { type LonLat, type Point, toMeters } from "./partition/projection.ts";

/** A Stadtteil as `geodata/demo/areas.csv` describes it. */
export interface SubdistrictFact {
  number: string;
  name: string;
  districtNumber: string;
  districtName: string;
  /** Centre first, then further points that describe a large or bent area. */
  points: Point[];
  areaM2: number;
  residents: number;
}

export interface ContextFact {
  class: "river" | "lake" | "rail" | "light_rail" | "street" | "wood";
  name: string;
  ref?: string;
  points: LonLat[];
}

const folder = new URL("../../geodata/demo/", import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** The 152 Stadtteile in order of their numbers. */
export function readSubdistricts(): SubdistrictFact[] {
  const [header, ...lines] = read("areas.csv").trim().split(/\r?\n/);
  const columns = header!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (column: string) => cells[columns.indexOf(column)]!;
    const further = cell("shape_points").split(";").filter(Boolean);
    const places = [[cell("lon"), cell("lat")], ...further.map((place) => place.split(" "))];
    return {
      number: cell("number"),
      name: cell("name"),
      districtNumber: cell("district_number"),
      districtName: cell("district_name"),
      points: places.map(([lon, lat]) => toMeters([Number(lon), Number(lat)])),
      areaM2: Number(cell("area_km2")) * 1e6,
      residents: Number(cell("residents_2022")),
    };
  });
}

/** The coarse city outline in local metres, counter-clockwise, not closed. */
export function readOutline(): Point[] {
  const collection = JSON.parse(read("outline.geojson")) as FeatureCollection<Polygon>;
  const ring = collection.features[0]!.geometry.coordinates[0]!.slice(0, -1).map((p) =>
    toMeters(p as LonLat),
  );
  return signedArea(ring) < 0 ? ring.reverse() : ring;
}

/** River, lakes, railways, streets and woods as hand-written points. */
export function readContext(): ContextFact[] {
  const collection = JSON.parse(read("context.geojson")) as FeatureCollection<
    LineString | Polygon,
    Omit<ContextFact, "points">
  >;
  return collection.features.map(({ properties, geometry }) => ({
    ...properties,
    points: (geometry.type === "Polygon" ? geometry.coordinates[0]! : geometry.coordinates) as LonLat[],
  }));
}

/** Heights in metres above sea level: of hills, and along the floors of valleys (lon, lat, height). */
export interface ReliefFacts {
  heights: { place: string; lon: number; lat: number; height: number }[];
  valleys: { name: string; floorMeters: number; rimMeters: number; points: [number, number, number][] }[];
}

/** Hills and valleys as rounded figures from general knowledge. */
export function readReliefFacts(): ReliefFacts {
  return JSON.parse(read("relief.json")) as ReliefFacts;
}
