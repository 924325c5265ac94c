/** A place in metres east and north of the projection's origin. */
export type Point = [number, number];

/** A place as WGS 84 longitude and latitude in degrees. */
export type LonLat = [number, number];

const semiMajorAxisMeters = 6378137;
const eccentricitySquared = 0.00669437999014;
const originLon = 9.18;
const originLat = 48.78;

// Local equirectangular projection with the ellipsoid's two radii of curvature at the city's latitude:
// the error over 25 km is below 0.1 %, far below what a schematic map can know.
const sine = Math.sin((originLat * Math.PI) / 180);
const w = 1 - eccentricitySquared * sine * sine;
const metersPerDegreeLat = (((semiMajorAxisMeters * (1 - eccentricitySquared)) / w ** 1.5) * Math.PI) / 180;
const metersPerDegreeLon =
  ((semiMajorAxisMeters / Math.sqrt(w)) * Math.cos((originLat * Math.PI) / 180) * Math.PI) / 180;

/** WGS 84 degrees to local metres. */
export function toMeters([lon, lat]: readonly [number, number]): Point {
  return [(lon - originLon) * metersPerDegreeLon, (lat - originLat) * metersPerDegreeLat];
}

/** Local metres to WGS 84 degrees with six decimals (about 0.1 m). */
export function toLonLat([x, y]: readonly [number, number]): LonLat {
  return [
    Math.round((originLon + x / metersPerDegreeLon) * 1e6) / 1e6,
    Math.round((originLat + y / metersPerDegreeLat) * 1e6) / 1e6,
  ];
}
