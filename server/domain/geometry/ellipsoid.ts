import type { Geometry, Position } from "geojson";

/** GRS 80 / WGS 84: half axis in metres and squared eccentricity; the two differ by 0.1 mm. */
const a = 6_378_137;
const e2 = 0.006_694_379_990_14;
const e = Math.sqrt(e2);
const radians = Math.PI / 180;

/** The ellipsoid all coordinates are on, for formulae that stand elsewhere. */
export const ellipsoid = { halfAxisM: a, squaredEccentricity: e2 } as const;

/**
 * Position in Lambert's cylindrical equal-area projection of the ellipsoid, in metres (Snyder, "Map
 * Projections – A Working Manual", equations 3-12, 10-14 and 10-15 with standard parallel 0): areas
 * in it are areas on the ellipsoid, with no zone to choose.
 */
function equalArea([longitude = 0, latitude = 0]: Position): [number, number] {
  const sine = Math.sin(latitude * radians);
  const q = (1 - e2) * (sine / (1 - e2 * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
  return [a * longitude * radians, (a * q) / 2];
}

function ringArea(ring: readonly Position[]): number {
  const plane = ring.map(equalArea);
  const [x0, y0] = plane[0] ?? [0, 0];
  let doubled = 0;
  for (let i = 1; i < plane.length; i++) {
    const [ax, ay] = plane[i - 1]!;
    const [bx, by] = plane[i]!;
    doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(doubled) / 2;
}

const polygonArea = ([shell = [], ...holes]: Position[][]): number =>
  ringArea(shell) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

/** Area on the ellipsoid in square metres; geometry in WGS 84 degrees; 0 for points and lines. */
export function areaInSquareMeters(geometry: Geometry): number {
  if (geometry.type === "Polygon") return polygonArea(geometry.coordinates);
  if (geometry.type !== "MultiPolygon") return 0;
  return geometry.coordinates.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/**
 * Distance between two WGS 84 positions in metres from the radii of curvature at the middle latitude
 * (Snyder, equations 4-18 and 4-20): off by less than 1 in 10 000 over the width of a city.
 */
export function distanceInMeters([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const middle = ((ay + by) / 2) * radians;
  const w = 1 - e2 * Math.sin(middle) ** 2;
  const eastward = (a / Math.sqrt(w)) * Math.cos(middle) * (bx - ax) * radians;
  const northward = ((a * (1 - e2)) / w ** 1.5) * (by - ay) * radians;
  return Math.hypot(eastward, northward);
}

const lineLength = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, position, index) => sum + distanceInMeters(line[index]!, position), 0);

/** Length of lines, or of all rings of polygons, in metres; 0 for points. Geometry in WGS 84 degrees. */
export function lengthInMeters(geometry: Geometry): number {
  switch (geometry.type) {
    case "LineString":
      return lineLength(geometry.coordinates);
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.reduce((sum, line) => sum + lineLength(line), 0);
    case "MultiPolygon":
      return geometry.coordinates.flat().reduce((sum, ring) => sum + lineLength(ring), 0);
    default:
      return 0;
  }
}
