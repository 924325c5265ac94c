import type { Geometry, Position } from "geojson";
import { areaInSquareMeters, distanceInMeters } from "../geometry/ellipsoid.ts";

/** What happened to where a record is; metres and square metres on the ellipsoid. */
export type PlaceChange =
  | { kind: "placed" | "removed" }
  /** The whole of it by the same way. */
  | { kind: "moved"; metres: number }
  /** Corners moved differently, came or went. */
  | { kind: "reshaped"; beforeM2: number; afterM2: number }
  /** A point became an area, or the other way round. */
  | { kind: "redrawn" };

/** Corners this near to where a plain shift would have put them count as shifted: files round coordinates. */
const shiftToleranceM = 0.5;

/** How the place changed between two versions; null where it did not. Geometry in WGS 84. */
export function placeChange(before: Geometry | null, after: Geometry | null): PlaceChange | null {
  if (!before || !after) return before === after ? null : { kind: after ? "placed" : "removed" };
  if (before.type !== after.type) return { kind: "redrawn" };
  const [from, to] = [positionsOf(before), positionsOf(after)];
  if (from.length === to.length && isShift(from, to)) {
    const metres = distanceInMeters(from[0] ?? [], to[0] ?? []);
    return metres === 0 ? null : { kind: "moved", metres };
  }
  return { kind: "reshaped", beforeM2: areaInSquareMeters(before), afterM2: areaInSquareMeters(after) };
}

function isShift(from: readonly Position[], to: readonly Position[]): boolean {
  const [east, north] = step(from[0], to[0]);
  return from.every(([x = 0, y = 0], index) => {
    const shifted: Position = [x + east, y + north];
    return distanceInMeters(shifted, to[index] ?? []) <= shiftToleranceM;
  });
}

function step([ax = 0, ay = 0]: Position = [], [bx = 0, by = 0]: Position = []): [number, number] {
  return [bx - ax, by - ay];
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(positionsOf);
  const flat = (part: unknown): Position[] =>
    Array.isArray(part) ? (typeof part[0] === "number" ? [part as Position] : part.flatMap(flat)) : [];
  return flat(geometry.coordinates);
}
