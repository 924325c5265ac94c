import { ellipsoid } from "../geometry/ellipsoid.ts";
import { coordinateUnits } from "./walking-network.ts";

/**
 * How long a coordinate unit (1e-7 degrees) is around a place, in millimetres. Ways and catchments must be
 * equal to the last digit in every browser and on the server, and engines differ in the last digit of
 * `Math.cos` and `Math.hypot`. So nothing here uses more than + − × ÷ and the square root, which IEEE 754
 * rounds the same everywhere.
 */
export interface DegreeLength {
  /** Millimetres per unit northwards. */
  north: number;
  /** Millimetres per unit eastwards at a latitude given in units. */
  east(latitude: number): number;
}

/** Half the height of the strip over which the eastward length is interpolated, in units: half a degree. */
const strip = 0.5 * coordinateUnits;

/**
 * Lengths from the radii of curvature of the ellipsoid (Snyder, "Map Projections – A Working Manual",
 * equations 4-18 and 4-20) at a latitude in units. Eastwards a parabola through three latitudes half a
 * degree apart: off by less than 1 in 1 000 000 within that half degree.
 */
export function degreeLength(latitude: number): DegreeLength {
  const middle = eastward(latitude);
  const below = eastward(latitude - strip);
  const above = eastward(latitude + strip);
  const linear = (above - below) / (2 * strip);
  const square = (above - 2 * middle + below) / (2 * strip * strip);
  return {
    north: northward(latitude),
    east(at) {
      const off = at - latitude;
      return middle + off * (linear + off * square);
    },
  };
}

const { halfAxisM, squaredEccentricity } = ellipsoid;
const radiansPerUnit = Math.PI / 180 / coordinateUnits;
const millimetres = 1000;

function eastward(latitude: number): number {
  const angle = latitude * radiansPerUnit;
  const w = 1 - squaredEccentricity * sine(angle) * sine(angle);
  return (halfAxisM / Math.sqrt(w)) * sine(Math.PI / 2 - angle) * radiansPerUnit * millimetres;
}

function northward(latitude: number): number {
  const sin = sine(latitude * radiansPerUnit);
  const w = 1 - squaredEccentricity * sin * sin;
  return ((halfAxisM * (1 - squaredEccentricity)) / (w * Math.sqrt(w))) * radiansPerUnit * millimetres;
}

/** Sine of an angle between −π and π as its power series: equal on every machine, exact to about 1e-15. */
export function sine(angle: number): number {
  const square = angle * angle;
  let term = angle;
  let sum = angle;
  for (let n = 2; n <= 26; n += 2) {
    term *= -square / (n * (n + 1));
    sum += term;
  }
  return sum;
}
