import type { Geometry, Position } from "geojson";
import { fromUtm32, toUtm32 } from "#domain/geometry/utm.ts";

type Box = [number, number, number, number];

/** A coordinate system features can be asked in. Axes are in the order the system defines (OGC 18-058r1). */
export interface Crs {
  uri: string;
  /** Longitude and latitude in degrees to the first and second axis. */
  project: (longitude: number, latitude: number) => Position;
  /** The other way round. */
  unproject: (first: number, second: number) => Position;
}

/** Radius of the sphere Web-Mercator is drawn on, in metres. */
const sphere = 6_378_137;
const radians = Math.PI / 180;

/** Metres to the millimetre: finer would be noise of the conversion. */
const millimetres = (value: number) => Math.round(value * 1000) / 1000;

export const crs84: Crs = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  project: (longitude, latitude) => [longitude, latitude],
  unproject: (longitude, latitude) => [longitude, latitude],
};

export const crsList: readonly Crs[] = [
  crs84,
  {
    uri: "http://www.opengis.net/def/crs/EPSG/0/4326",
    project: (longitude, latitude) => [latitude, longitude],
    unproject: (latitude, longitude) => [longitude, latitude],
  },
  {
    uri: "http://www.opengis.net/def/crs/EPSG/0/25832",
    project: (longitude, latitude) => toUtm32(longitude, latitude).map(millimetres),
    unproject: (east, north) => fromUtm32(east, north),
  },
  {
    uri: "http://www.opengis.net/def/crs/EPSG/0/3857",
    project: (longitude, latitude) => [
      millimetres(sphere * longitude * radians),
      millimetres(sphere * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))),
    ],
    unproject: (x, y) => [
      x / sphere / radians,
      (2 * Math.atan(Math.exp(y / sphere)) - Math.PI / 2) / radians,
    ],
  },
];

export function crsOf(uri: string): Crs | undefined {
  return crsList.find((crs) => crs.uri === uri);
}

/** The geometry with every position in another system; heights are left out. */
export function projectGeometry(geometry: Geometry, { project }: Crs): Geometry {
  if (geometry.type === "GeometryCollection") {
    return {
      ...geometry,
      geometries: geometry.geometries.map((part) => projectGeometry(part, { project } as Crs)),
    };
  }
  return { ...geometry, coordinates: projected(geometry.coordinates) } as Geometry;

  function projected(coordinates: unknown): unknown {
    const list = coordinates as unknown[];
    if (typeof list[0] === "number") return project(list[0], list[1] as number);
    return list.map(projected);
  }
}

/** Points along each side of a box, corners included: sides that are straight here are curved in degrees. */
const pointsPerSide = 16;

/**
 * The smallest box in degrees round a box of another system. It may hold a little more than the box itself,
 * never less; undefined where the corners are no places on earth.
 */
export function boxInDegrees([first1, second1, first2, second2]: Box, { unproject }: Crs): Box | undefined {
  const steps = Array.from({ length: pointsPerSide + 1 }, (_, k) => k / pointsPerSide);
  const border = steps.flatMap((part) => {
    const first = first1 + (first2 - first1) * part;
    const second = second1 + (second2 - second1) * part;
    return [
      unproject(first, second1),
      unproject(first, second2),
      unproject(first1, second),
      unproject(first2, second),
    ];
  });
  const longitudes = border.map(([longitude]) => longitude!);
  const latitudes = border.map(([, latitude]) => latitude!);
  const box: Box = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  return box.every(Number.isFinite) ? box : undefined;
}
