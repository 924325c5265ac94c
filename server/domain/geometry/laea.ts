/**
 * ETRS89-extended / LAEA Europe (EPSG:3035), the system of the European statistical grids: Lambert's azimuthal
 * equal-area projection of the GRS 80 ellipsoid. Formulas: EPSG Guidance Note 7-2, method 9820, with Snyder's
 * series (3-18) back from the authalic latitude. ETRS89 is taken as WGS 84, as at the import's door.
 */

const a = 6_378_137;
const flattening = 1 / 298.257_222_101;
const e2 = flattening * (2 - flattening);
const e = Math.sqrt(e2);
const radians = Math.PI / 180;
const centreLatitude = 52 * radians;
const centreLongitude = 10 * radians;
const falseEasting = 4_321_000;
const falseNorthing = 3_210_000;

/** Snyder's q (3-12), which the authalic latitude comes from. */
function q(sine: number): number {
  return (1 - e2) * (sine / (1 - e2 * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
}

const qPole = q(1);
const radius = a * Math.sqrt(qPole / 2);
const beta0 = Math.asin(q(Math.sin(centreLatitude)) / qPole);
const [sine0, cosine0] = [Math.sin(beta0), Math.cos(beta0)];
const stretch =
  (a * Math.cos(centreLatitude)) / Math.sqrt(1 - e2 * Math.sin(centreLatitude) ** 2) / (radius * cosine0);

/** Longitude and latitude in degrees to easting and northing in metres. */
export function toLaea(longitude: number, latitude: number): [east: number, north: number] {
  const beta = Math.asin(q(Math.sin(latitude * radians)) / qPole);
  const [sine, cosine] = [Math.sin(beta), Math.cos(beta)];
  const turn = longitude * radians - centreLongitude;
  const scale = radius * Math.sqrt(2 / (1 + sine0 * sine + cosine0 * cosine * Math.cos(turn)));
  return [
    falseEasting + scale * stretch * cosine * Math.sin(turn),
    falseNorthing + (scale / stretch) * (cosine0 * sine - sine0 * cosine * Math.cos(turn)),
  ];
}

/** Easting and northing in metres to longitude and latitude in degrees; good to a millimetre. */
export function fromLaea(east: number, north: number): [longitude: number, latitude: number] {
  const x = (east - falseEasting) / stretch;
  const y = (north - falseNorthing) * stretch;
  const distance = Math.hypot(x, y);
  if (distance === 0) return [10, 52];
  const angle = 2 * Math.asin(distance / (2 * radius));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const beta = Math.asin(cosine * sine0 + (y * sine * cosine0) / distance);
  const latitude =
    beta +
    (e2 / 3 + (31 * e2 ** 2) / 180 + (517 * e2 ** 3) / 5040) * Math.sin(2 * beta) +
    ((23 * e2 ** 2) / 360 + (251 * e2 ** 3) / 3780) * Math.sin(4 * beta) +
    ((761 * e2 ** 3) / 45_360) * Math.sin(6 * beta);
  const turn = Math.atan2(x * sine, distance * cosine0 * cosine - y * sine0 * sine);
  return [(centreLongitude + turn) / radians, latitude / radians];
}
