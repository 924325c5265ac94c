import proj4 from "proj4";
import { ImportRefusal } from "./sentences.ts";

/**
 * Coordinate systems files come in, all turned into WGS 84 longitude and latitude at the door.
 * ETRS89 and WGS 84 are taken as equal (they differ by decimetres). The parameters of EPSG:31467 are the
 * seven of DHDN → WGS 84 for western Germany (EPSG transformation 1777): good to about ±2 m, as the NTv2
 * grid that does better would have to be fetched.
 */
const definitions = {
  "EPSG:4326": "+proj=longlat +datum=WGS84 +no_defs",
  "EPSG:25832": "+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
  "EPSG:31467":
    "+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs",
  "EPSG:3035":
    "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
  "EPSG:3857":
    "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs",
} as const;

export type CoordinateSystem = keyof typeof definitions;

export const coordinateSystemNames: Readonly<Record<CoordinateSystem, string>> = {
  "EPSG:4326": "WGS 84",
  "EPSG:25832": "ETRS89/UTM32",
  "EPSG:31467": "Gauß-Krüger Zone 3",
  "EPSG:3035": "ETRS89/LAEA Europa",
  "EPSG:3857": "Web-Mercator",
};

/**
 * The system a text names: a number, "EPSG:25832", an OGC URN, or the WKT of a .prj file, in which Esri
 * writes no numbers but well-known names. Throws `ImportRefusal` for systems that are not read.
 */
export function coordinateSystem(text: string): CoordinateSystem {
  const wkt = /^\s*(?:PROJCS|PROJCRS|GEOGCS|GEOGCRS)\b/.test(text);
  const found = wkt ? fromWkt(text) : fromName(text);
  if (!found) throw new ImportRefusal("crs-unsupported", { crs: text.trim().slice(0, 80) });
  return found;
}

/** EPSG codes that mean the same figures: 4258 is ETRS89 in degrees, 900913 an old name of 3857. */
const aliases: Readonly<Record<string, CoordinateSystem>> = {
  "4326": "EPSG:4326",
  "4258": "EPSG:4326",
  CRS84: "EPSG:4326",
  "25832": "EPSG:25832",
  "31467": "EPSG:31467",
  "3035": "EPSG:3035",
  "3857": "EPSG:3857",
  "900913": "EPSG:3857",
};

function fromName(text: string): CoordinateSystem | undefined {
  const code = /(CRS84|\d{4,6})\s*$/i.exec(text.trim())?.[1]?.toUpperCase();
  return code ? aliases[code] : undefined;
}

function fromWkt(wkt: string): CoordinateSystem | undefined {
  const code = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/i.exec(wkt.trim())?.[1];
  if (code) return aliases[code];
  const name =
    /^\s*\w+\["([^"]+)"/
      .exec(wkt)?.[1]
      ?.replace(/[^a-z0-9]/gi, "")
      .toLowerCase() ?? "";
  if (/^etrs(19)?89utmzone32n?$/.test(name)) return "EPSG:25832";
  if (/^etrs(19)?89(extended)?laea(europe)?$/.test(name)) return "EPSG:3035";
  if (/^(germanzone3|dhdn3degreegausszone3|dhdn3degreegausskrugerzone3)$/.test(name)) return "EPSG:31467";
  if (/^(wgs1984webmercatorauxiliarysphere|wgs84pseudomercator|wgs1984webmercator)$/.test(name)) {
    return "EPSG:3857";
  }
  return /^(gcs)?(wgs(19)?84|etrs(19)?89)$/.test(name) ? "EPSG:4326" : undefined;
}

export type ToWgs84 = (x: number, y: number) => [number, number];

/** Function that turns easting and northing (or longitude and latitude) of a system into WGS 84 degrees. */
export function toWgs84(system: CoordinateSystem): ToWgs84 {
  if (system === "EPSG:4326") return (x, y) => [x, y];
  const converter = proj4(definitions[system], definitions["EPSG:4326"]);
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    return converter.forward([x, y]) as [number, number];
  };
}

/**
 * The same geometry with every position turned to WGS 84 in place of the old one. The geometry has not been
 * checked yet, so the walk uses a list instead of recursion: nesting of any depth costs no stack.
 */
export function convertPositions(geometry: unknown, convert: ToWgs84): void {
  if (typeof geometry !== "object" || geometry === null) return;
  const waiting: unknown[] = [(geometry as { coordinates?: unknown }).coordinates];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (!Array.isArray(item)) continue;
    if (typeof item[0] === "number" && typeof item[1] === "number") {
      [item[0], item[1]] = convert(item[0], item[1]);
    } else for (const inner of item) waiting.push(inner);
  }
}
