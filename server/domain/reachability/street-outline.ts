import type { MultiPolygon } from "geojson";
import { contourRings, polygonsOfRings } from "../geometry/contour.ts";
import { signedArea } from "../geometry/ring.ts";
import { pointCount, pointLatitude, pointLongitude } from "../network/edge-shape.ts";
import { networkDegreeLength } from "../network/street-finder.ts";
import type { CostOfLength, StreetGraph } from "../network/street-graph.ts";
import { coordinateUnits } from "../network/walking-network.ts";
import type { WaySearch } from "../network/way-search.ts";
import { type Place, unreached } from "./reachability.ts";
import { streetRaster } from "./street-raster.ts";

/** Land this near to a reached stretch of street belongs to the catchment, in millimetres. */
const besideStreetMm = 40_000;
/** Gaps smaller than this between reached streets are the inside of a block and filled, in square millimetres. */
const smallestHoleMm2 = 40_000 * 1e6;
/** Finest step of the raster, in millimetres; longer ways get a coarser one, so that drawing stays quick. */
const finestStepMm = 10_000;
/** Steps from the place to the farthest point reached. */
const mostSteps = 75;

export interface OutlineInput {
  graph: StreetGraph;
  /** Has run from the place up to the limit. */
  search: WaySearch;
  /** Where the place meets its street; along and off as costs. */
  start: { edge: number; along: number; off: number; longitude: number; latitude: number };
  /** In units. */
  place: Place;
  limit: number;
  lengthOf: CostOfLength;
}

/**
 * The land beside all stretches of street that are reached, the last ones only as far as the limit goes.
 * Rings after RFC 7946, coordinates with seven decimals; equal on every machine.
 */
export function streetOutline({ graph, search, start, place, limit, lengthOf }: OutlineInput): MultiPolygon {
  const { network, arcStart, arcTarget, arcEdge, arcCost } = graph;
  const lengths = networkDegreeLength(network);
  const [east, { north }] = [lengths.east(place.latitude), lengths];
  const reachMm = lengthOf(limit);
  const stepMm = Math.max(finestStepMm, Math.ceil(reachMm / mostSteps));
  const raster = streetRaster({ reachMm, stepMm, besideMm: Math.max(besideStreetMm, 1.5 * stepMm) });
  const xOf = (longitude: number) => (longitude - place.longitude) * east;
  const yOf = (latitude: number) => (latitude - place.latitude) * north;

  /** Draws an edge between two shares of its length, 0 at its `from` node. */
  const draw = (edge: number, begin: number, end: number) => {
    const last = pointCount(network, edge) - 1;
    const planar = (n: number): [number, number] => [
      xOf(pointLongitude(network, edge, n)),
      yOf(pointLatitude(network, edge, n)),
    ];
    let whole = 0;
    if (begin > 0 || end < 1) {
      for (let n = 0; n < last; n++) whole += distance(planar(n), planar(n + 1));
    }
    let passed = 0;
    let a = planar(0);
    for (let n = 1; n <= last; n++) {
      const b = planar(n);
      // Points closer than the raster shows are passed over, except where a stretch begins or ends on the way.
      if (whole === 0 && n < last && distance(a, b) < stepMm / 2) continue;
      const length = whole > 0 ? distance(a, b) / whole : 0;
      const first = length > 0 ? Math.max(0, (begin - passed) / length) : 0;
      const final = length > 0 ? Math.min(1, (end - passed) / length) : 1;
      if (first <= final) {
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        raster.draw(a[0] + first * dx, a[1] + first * dy, a[0] + final * dx, a[1] + final * dy);
      }
      passed += length;
      a = b;
    }
  };

  if (start.off <= limit) {
    raster.draw(0, 0, xOf(start.longitude), yOf(start.latitude));
    const whole = Math.max(1, graph.costOf(network.length[start.edge]!));
    const left = limit - start.off;
    draw(start.edge, Math.max(0, (start.along - left) / whole), Math.min(1, (start.along + left) / whole));
  }
  for (let i = 0; i < search.touchedCount; i++) {
    const node = search.touched[i]!;
    const left = limit - search.costs[node]!;
    for (let arc = arcStart[node]!, end = arcStart[node + 1]!; arc < end; arc++) {
      const edge = arcEdge[arc]!;
      const share = left / arcCost[arc]!;
      const target = arcTarget[arc]!;
      if (share < 1) {
        if (network.from[edge] === node) draw(edge, 0, share);
        if (network.to[edge] === node) draw(edge, 1 - share, 1);
      } else if (
        search.costs[target] === unreached ||
        node <= target ||
        limit - search.costs[target]! < arcCost[arc]!
      ) {
        // A stretch reached whole from both ends is drawn once.
        draw(edge, 0, 1);
      }
    }
  }

  const { origin, raster: values } = raster.finish();
  const rings = contourRings(values).filter((ring) => {
    const area = signedArea(ring) * stepMm * stepMm;
    return area > 0 || area < -smallestHoleMm2;
  });
  const degrees = ([x, y]: [number, number]) => [
    Math.round(place.longitude + (origin + x * stepMm) / east) / coordinateUnits,
    Math.round(place.latitude + (origin + y * stepMm) / north) / coordinateUnits,
  ];
  return {
    type: "MultiPolygon",
    coordinates: polygonsOfRings(rings).map((polygon) => polygon.map((ring) => ring.map(degrees))),
  };
}

function distance([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}
