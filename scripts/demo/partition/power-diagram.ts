import { boundingBox, signedArea } from "./polygon.ts";
import type { Point } from "./projection.ts";

/** A generating point. `owner` is the index of the area it belongs to; an area may own several. */
export interface Site {
  point: Point;
  owner: number;
}

/** Convex cell, counter-clockwise. The edge from `points[k]` to `points[k + 1]` faces site `facing[k]`; −1 … −4 are the frame. */
export interface Cell {
  points: Point[];
  facing: number[];
}

/** Side of the line a·x ≤ c on which the point lies: ≤ 0 is the kept side. */
type HalfPlane = [a: number, b: number, c: number];

function halfPlane(site: Site, other: Site, weight: number, otherWeight: number): HalfPlane {
  const [x, y] = site.point;
  const [ox, oy] = other.point;
  return [2 * (ox - x), 2 * (oy - y), ox * ox + oy * oy - x * x - y * y - otherWeight + weight];
}

function clip(points: Point[], facing: number[], [a, b, c]: HalfPlane, tag: number): Cell | undefined {
  const sides = points.map(([x, y]) => a * x + b * y - c);
  if (sides.every((side) => side <= 0)) return undefined;
  const kept: Cell = { points: [], facing: [] };
  for (let k = 0; k < points.length; k++) {
    const next = k + 1 === points.length ? 0 : k + 1;
    const here = sides[k]!;
    const there = sides[next]!;
    if (here <= 0) {
      kept.points.push(points[k]!);
      kept.facing.push(facing[k]!);
    }
    if (here <= 0 !== there <= 0) {
      const t = here / (here - there);
      const p = points[k]!;
      const q = points[next]!;
      kept.points.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
      kept.facing.push(here <= 0 ? tag : facing[k]!);
    }
  }
  return kept;
}

/**
 * Power diagram: every place belongs to the site with the smallest squared distance minus weight.
 * All sites of one owner share that owner's weight (in m²).
 */
export function powerCells(
  sites: readonly Site[],
  weights: readonly number[],
  frame: readonly Point[],
): Cell[] {
  return sites.map((site, index) => {
    let cell: Cell = { points: [...frame], facing: [-1, -2, -3, -4] };
    const weight = weights[site.owner]!;
    for (let other = 0; other < sites.length && cell.points.length > 0; other++) {
      if (other === index) continue;
      const plane = halfPlane(site, sites[other]!, weight, weights[sites[other]!.owner]!);
      cell = clip(cell.points, cell.facing, plane, other) ?? cell;
    }
    return cell;
  });
}

/** Counter-clockwise rectangle well around the outline, so that cells are finite. */
export function frameAround(outline: readonly Point[]): Point[] {
  const [west, south, east, north] = boundingBox(outline);
  const margin = 2 * Math.max(east - west, north - south);
  return [
    [west - margin, south - margin],
    [east + margin, south - margin],
    [east + margin, north + margin],
    [west - margin, north + margin],
  ];
}

/**
 * Area of a convex cell inside the (possibly concave) outline in m². Cutting a concave ring leaves
 * degenerate edges along the cuts; they enclose nothing and cancel out of the area.
 */
export function areaInside(cell: Cell, outline: readonly Point[]): number {
  let ring: Point[] = [...outline];
  for (let k = 0; k < cell.points.length && ring.length > 0; k++) {
    const [px, py] = cell.points[k]!;
    const [qx, qy] = cell.points[(k + 1) % cell.points.length]!;
    const plane: HalfPlane = [qy - py, px - qx, (qy - py) * px + (px - qx) * py];
    ring = clip(ring, ring as unknown as number[], plane, 0)?.points ?? ring;
  }
  return cell.points.length === 0 ? 0 : signedArea(ring);
}

/** Index of the site whose cell holds the point. */
export function siteAt([x, y]: Point, sites: readonly Site[], weights: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < sites.length; index++) {
    const { point, owner } = sites[index]!;
    const power = (x - point[0]) ** 2 + (y - point[1]) ** 2 - weights[owner]!;
    if (power < least) {
      least = power;
      best = index;
    }
  }
  return best;
}
