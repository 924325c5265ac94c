import type { Geometry, MultiPolygon, Point, Polygon } from "geojson";
import type { Visibility } from "#domain/access/visibility.ts";
import type { Area } from "#domain/area/area.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { LonLat } from "./partition/projection.ts";

/** Everything the demo consists of: plain values, WGS 84 with at most six decimals, rings after RFC 7946. */
export interface DemoCity {
  name: string;
  /** Stichtag of areas and residents. */
  referenceDate: string;
  source: string;
  /** Whom to name beside `source` where areas and shapes appear. */
  attribution: string[];
  boundaryVersion: string;
  /** West, south, east, north of the city. */
  bounds: [number, number, number, number];
  areas: DemoArea[];
  base: DemoBaseFeature[];
  indicators: DemoIndicator[];
  observations: DemoObservation[];
  records: DemoRecord[];
}

export interface DemoArea extends Area {
  residents: number;
  /** Districts only: one of the five inner ones. */
  isInner?: boolean;
  geometry: Polygon | MultiPolygon;
  labelPoint: LonLat;
}

export type BaseClass = "outline" | "water" | "rail" | "light-rail" | "street" | "wood" | "mask";

export interface DemoBaseFeature {
  class: BaseClass;
  name?: string;
  /** Road number such as "B 14". */
  ref?: string;
  /** 1 is the most important of its class. */
  rank?: number;
  geometry: Geometry;
}

export type DemoIndicator = Indicator;
export type DemoObservation = Observation;

/** A record before the store gives it id, revision and times. */
export interface DemoRecord {
  type: string;
  state: string;
  visibility: Visibility;
  owner: string;
  participants: string[];
  department: string | null;
  districts: string[];
  geometry: Point | Polygon | null;
  properties: Record<string, unknown>;
}

export interface DemoCityOptions {
  /** Whole number; 1 is the city as it is. More multiplies records and splits the areas, for benchmarks. */
  scale?: number;
  seed?: number;
}

/** The seed of the demo everyone sees. */
export const defaultSeed = 20221231;
