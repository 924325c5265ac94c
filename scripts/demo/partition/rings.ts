import type { Arc } from "./border-graph.ts";
import { boundingBox, distanceToBorder, isInside, signedArea } from "./polygon.ts";
import { type LonLat, type Point, toMeters } from "./projection.ts";

/** An arc whose points are final: rounded degrees, never touched again. */
export type DrawnArc = Omit<Arc, "points"> & { points: LonLat[] };

function closedRings(arcs: DrawnArc[]): LonLat[][] {
  const startingAt = new Map(arcs.map((arc) => [arc.from, arc]));
  if (startingAt.size !== arcs.length) throw new Error("Two borders of one region leave the same node.");
  const rings: LonLat[][] = [];
  for (const first of arcs) {
    if (startingAt.get(first.from) !== first) continue;
    const ring: LonLat[] = [first.points[0]!];
    let arc: DrawnArc | undefined = first;
    do {
      startingAt.delete(arc.from);
      ring.push(...arc.points.slice(1));
      const end: string = arc.to;
      if (end === first.from) break;
      arc = startingAt.get(end);
    } while (arc !== undefined);
    if (arc === undefined) throw new Error("A border has a loose end.");
    rings.push(ring);
  }
  return rings;
}

/**
 * Polygons (WGS 84, exterior counter-clockwise, then holes) of the regions that `regionOf` makes of the areas.
 * Every region uses the arcs' own points, so what two regions or two levels share stays the same point for point.
 */
export function assembleRegions<R>(
  arcs: readonly DrawnArc[],
  regionOf: (area: number) => R | undefined,
): Map<R, LonLat[][][]> {
  const borders = new Map<R, DrawnArc[]>();
  const add = (region: R | undefined, arc: DrawnArc) => {
    if (region !== undefined) borders.set(region, [...(borders.get(region) ?? []), arc]);
  };
  for (const arc of arcs) {
    const left = regionOf(arc.left);
    const right = regionOf(arc.right);
    if (left === right) continue;
    add(left, arc);
    const { from, to } = arc;
    add(right, { left: arc.right, right: arc.left, from: to, to: from, points: arc.points.toReversed() });
  }
  return new Map([...borders].map(([region, own]) => [region, polygonsOf(closedRings(own))]));
}

function polygonsOf(rings: LonLat[][]): LonLat[][][] {
  const measured = rings.map((ring) => ({
    ring,
    meters: ring.map(toMeters),
    area: signedArea(ring.map(toMeters)),
  }));
  const exteriors = measured.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
  const polygons = exteriors.map(({ ring }) => [ring]);
  for (const hole of measured.filter(({ area }) => area <= 0)) {
    const home = exteriors.findIndex(({ meters }) => isInside(hole.meters[0]!, [meters]));
    polygons[Math.max(0, home)]!.push(hole.ring);
  }
  return polygons;
}

/** Area of polygons in m². */
export function polygonsArea(polygons: readonly LonLat[][][]): number {
  return polygons.flat().reduce((sum, ring) => sum + signedArea(ring.map(toMeters)), 0);
}

/**
 * Place inside the polygon farthest from its border (pole of inaccessibility), to about 20 m: a quadtree of
 * squares, always refining the one that can still hold the best place.
 */
export function labelPlace(rings: readonly (readonly Point[])[]): Point {
  const [west, south, east, north] = boundingBox(rings[0]!);
  const signedDistance = (point: Point) => distanceToBorder(point, rings) * (isInside(point, rings) ? 1 : -1);
  const square = (x: number, y: number, half: number) => {
    const distance = signedDistance([x, y]);
    return { x, y, half, distance, best: distance + half * Math.SQRT2 };
  };
  const half = Math.min(east - west, north - south) / 4;
  const queue: ReturnType<typeof square>[] = [];
  for (let x = west + half; x < east + half; x += 2 * half) {
    for (let y = south + half; y < north + half; y += 2 * half) queue.push(square(x, y, half));
  }
  let found = queue.reduce((a, b) => (b.distance > a.distance ? b : a));
  while (queue.length > 0) {
    const at = queue.reduce((top, entry, index) => (entry.best > queue[top]!.best ? index : top), 0);
    const next = queue.splice(at, 1)[0]!;
    if (next.distance > found.distance) found = next;
    if (next.best - found.distance < 20) break;
    const h = next.half / 2;
    for (const [dx, dy] of [
      [-h, -h],
      [h, -h],
      [-h, h],
      [h, h],
    ] as const) {
      queue.push(square(next.x + dx, next.y + dy, h));
    }
  }
  return [found.x, found.y];
}
