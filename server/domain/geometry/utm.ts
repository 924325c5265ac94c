/**
 * ETRS89 / UTM zone 32N (EPSG:25832), the system of German surveys: transverse Mercator of the GRS 80 ellipsoid
 * by Krüger's series to the fourth power of n, as in EPSG Guidance Note 7-2, method 9807 (JHS formulas). ETRS89
 * is taken as WGS 84, as at the import's door.
 */

const a = 6_378_137;
const flattening = 1 / 298.257_222_101;
const e2 = flattening * (2 - flattening);
const e = Math.sqrt(e2);
const n = flattening / (2 - flattening);
const [n2, n3, n4] = [n ** 2, n ** 3, n ** 4];
/** Radius of the circle as long as a meridian, times the scale on the central one. */
const radius = ((0.9996 * a) / (1 + n)) * (1 + n2 / 4 + n4 / 64);
const centralMeridian = 9;
const falseEasting = 500_000;
const radians = Math.PI / 180;

const forward = [
  n / 2 - (2 * n2) / 3 + (5 * n3) / 16 + (41 * n4) / 180,
  (13 * n2) / 48 - (3 * n3) / 5 + (557 * n4) / 1440,
  (61 * n3) / 240 - (103 * n4) / 140,
  (49_561 * n4) / 161_280,
];
const backward = [
  n / 2 - (2 * n2) / 3 + (37 * n3) / 96 - n4 / 360,
  n2 / 48 + n3 / 15 - (437 * n4) / 1440,
  (17 * n3) / 480 - (37 * n4) / 840,
  (4397 * n4) / 161_280,
];

/** Tangent of the conformal latitude of a place whose latitude has this tangent. */
function conformal(tangent: number): number {
  const secant = Math.hypot(1, tangent);
  const shift = Math.sinh(e * Math.atanh((e * tangent) / secant));
  return tangent * Math.hypot(1, shift) - shift * secant;
}

/** The other way round, by Newton's method; three steps reach the last digit. */
function geodetic(wanted: number): number {
  let tangent = wanted;
  for (let step = 0; step < 4; step++) {
    const reached = conformal(tangent);
    const slope =
      ((1 - e2) * Math.hypot(1, reached) * Math.hypot(1, tangent)) / (1 + (1 - e2) * tangent ** 2);
    tangent += (wanted - reached) / slope;
  }
  return tangent;
}

/** Longitude and latitude in degrees to easting and northing in metres; good to a millimetre within 20° of 9° E. */
export function toUtm32(longitude: number, latitude: number): [east: number, north: number] {
  const turn = (longitude - centralMeridian) * radians;
  const tangent = conformal(Math.tan(latitude * radians));
  const xi = Math.atan2(tangent, Math.cos(turn));
  const eta = Math.asinh(Math.sin(turn) / Math.hypot(tangent, Math.cos(turn)));
  let [x, y] = [eta, xi];
  for (const [index, coefficient] of forward.entries()) {
    const multiple = 2 * (index + 1);
    x += coefficient * Math.cos(multiple * xi) * Math.sinh(multiple * eta);
    y += coefficient * Math.sin(multiple * xi) * Math.cosh(multiple * eta);
  }
  return [falseEasting + radius * x, radius * y];
}

/** Easting and northing in metres to longitude and latitude in degrees. */
export function fromUtm32(east: number, north: number): [longitude: number, latitude: number] {
  const x = (east - falseEasting) / radius;
  const y = north / radius;
  let [eta, xi] = [x, y];
  for (const [index, coefficient] of backward.entries()) {
    const multiple = 2 * (index + 1);
    eta -= coefficient * Math.cos(multiple * y) * Math.sinh(multiple * x);
    xi -= coefficient * Math.sin(multiple * y) * Math.cosh(multiple * x);
  }
  const tangent = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  const turn = Math.atan2(Math.sinh(eta), Math.cos(xi));
  return [centralMeridian + turn / radians, Math.atan(geodetic(tangent)) / radians];
}
