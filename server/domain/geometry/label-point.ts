import type { Geometry, Position } from "geojson";
import { extentOf } from "./contains-point.ts";
import { sideOfRing, signedArea } from "./ring.ts";

interface Cell {
  x: number;
  y: number;
  half: number;
  distance: number;
  /** Best distance any point of the cell could have. */
  promise: number;
}

/**
 * Where an area's name is written: the pole of inaccessibility, the point farthest from the border, found
 * by quartering cells (Garcia-Castellanos & Lombardo 2007; Agafonkin's quadtree search). Longitude is
 * shortened by the cosine of the latitude so that "far" means far on the ground. WGS 84; null without area.
 */
export function labelPoint(geometry: Geometry): [number, number] | null {
  const polygon = largestPolygon(geometry);
  if (!polygon) return null;
  const [shell] = polygon;
  const stretch = Math.cos(((shell![0]![1] ?? 0) * Math.PI) / 180);
  const plane = polygon.map((ring) => ring.map(([x = 0, y = 0]) => [x * stretch, y]));
  const [x, y] = poleOfInaccessibility(plane);
  return [x / stretch, y];
}

function largestPolygon(geometry: Geometry): Position[][] | undefined {
  if (geometry.type === "Polygon") return geometry.coordinates[0]?.length ? geometry.coordinates : undefined;
  if (geometry.type !== "MultiPolygon") return undefined;
  const size = (polygon: Position[][]) => Math.abs(signedArea(polygon[0] ?? []));
  return geometry.coordinates.toSorted((a, b) => size(b) - size(a))[0];
}

function poleOfInaccessibility(polygon: readonly (readonly Position[])[]): [number, number] {
  const shell = polygon[0]!;
  const [west, south, east, north] = extentOf({ type: "LineString", coordinates: [...shell] }) ?? [
    0, 0, 0, 0,
  ];
  const size = Math.min(east - west, north - south);
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
  if (size === 0) return middle;
  const precision = size / 100;
  const queue: Cell[] = [];
  for (let x = west; x < east; x += size) {
    for (let y = south; y < north; y += size) queue.push(cell(x + size / 2, y + size / 2, size / 2, polygon));
  }
  let best = cell(...middle, 0, polygon);
  while (queue.length > 0) {
    const next = takeMostPromising(queue);
    if (next.distance > best.distance) best = next;
    if (next.promise - best.distance <= precision) continue;
    const half = next.half / 2;
    for (const dx of [-half, half]) {
      for (const dy of [-half, half]) queue.push(cell(next.x + dx, next.y + dy, half, polygon));
    }
  }
  return [best.x, best.y];
}

function takeMostPromising(queue: Cell[]): Cell {
  let index = 0;
  for (let i = 1; i < queue.length; i++) if (queue[i]!.promise > queue[index]!.promise) index = i;
  const taken = queue[index]!;
  queue[index] = queue.at(-1)!;
  queue.pop();
  return taken;
}

function cell(x: number, y: number, half: number, polygon: readonly (readonly Position[])[]): Cell {
  const distance = distanceToBorder([x, y], polygon);
  return { x, y, half, distance, promise: distance + half * Math.SQRT2 };
}

/** Positive inside, negative outside. */
function distanceToBorder(point: Position, polygon: readonly (readonly Position[])[]): number {
  let squared = Number.POSITIVE_INFINITY;
  let inside = false;
  for (const ring of polygon) {
    if (sideOfRing(point, ring) === "inside") inside = !inside;
    for (let i = 1; i < ring.length; i++) {
      squared = Math.min(squared, squaredDistance(point, ring[i - 1]!, ring[i]!));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(squared);
}

function squaredDistance([x = 0, y = 0]: Position, a: Position, b: Position): number {
  const [ax = 0, ay = 0] = a;
  const [dx, dy] = [(b[0] ?? 0) - ax, (b[1] ?? 0) - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2;
}
