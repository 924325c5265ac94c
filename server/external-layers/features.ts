import type { Feature, FeatureCollection } from "geojson";
import type { ExternalLayer } from "#domain/external-layer/external-layer.ts";
import { parseGeometry } from "#domain/geometry/parse-geometry.ts";
import { convertPositions, toWgs84 } from "../datasets/coordinate-systems.ts";
import { type Outbound, OutboundRefusal } from "../outbound/outbound.ts";
import { question } from "./offer.ts";

/** More would slow the map of everybody who switches the layer on. */
export const featureLimits = { features: 5_000, vertices: 50_000, bytes: 20 * 1024 * 1024 } as const;

const pageSize = 1_000;
const accept = "application/geo+json, application/json;q=0.9";

/** West, south, east, north, WGS 84. */
type Box = readonly [number, number, number, number];

/**
 * Features of a WFS or OGC API layer around the city as GeoJSON, each with an id and plain values; those whose
 * geometry cannot be drawn are left out. Throws OutboundRefusal.
 */
export async function fetchFeatures(
  outbound: Outbound,
  layer: ExternalLayer,
  city: Box | null,
): Promise<FeatureCollection> {
  const raw = layer.service === "WFS" ? await fromWfs(outbound, layer) : await fromOaf(outbound, layer, city);
  const places = placesOf(layer.crs, raw, city);
  const features = raw.slice(0, featureLimits.features).flatMap((feature, index) => {
    const read = readFeature(feature, index, places);
    return read ? [read] : [];
  });
  return { type: "FeatureCollection", features };
}

async function fromWfs(outbound: Outbound, { address, layer, version, format, crs }: ExternalLayer) {
  const isNew = version === "2.0.0";
  const url = question(address, {
    service: "WFS",
    version,
    request: "GetFeature",
    [isNew ? "typenames" : "typename"]: layer,
    [isNew ? "count" : "maxfeatures"]: String(featureLimits.features),
    outputformat: format,
    ...(crs ? { srsname: crs } : {}),
  });
  return featuresIn(await outbound.get(url, { accept, maxBytes: featureLimits.bytes }));
}

/** Page after page; where the next one is, the service says, and the guard asks whether it may be asked. */
async function fromOaf(outbound: Outbound, { address, layer }: ExternalLayer, city: Box | null) {
  const found: unknown[] = [];
  let left = featureLimits.bytes;
  let next: string | undefined = question(`${address}/collections/${encodeURIComponent(layer)}/items`, {
    limit: String(pageSize),
    ...(city ? { bbox: city.join(",") } : {}),
  });
  while (next && found.length < featureLimits.features) {
    const answer = await outbound.get(next, { accept, maxBytes: left });
    const page = featuresIn(answer);
    found.push(...page);
    left -= answer.body.length;
    const following = nextOf(answer.body, next);
    next = page.length > 0 && following !== next && left > 0 ? following : undefined;
  }
  return found;
}

function featuresIn({ body }: { body: Buffer }): unknown[] {
  const value = json(body);
  const features = (value as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw new OutboundRefusal("Der Dienst antwortet nicht mit GeoJSON.");
  return features;
}

function nextOf(body: Buffer, base: string): string | undefined {
  const links = (json(body) as { links?: unknown }).links;
  if (!Array.isArray(links)) return undefined;
  const link = links.find((one) => one?.rel === "next" && typeof one.href === "string");
  return link && URL.canParse(link.href, base) ? new URL(link.href, base).href : undefined;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new OutboundRefusal("Der Dienst antwortet nicht mit GeoJSON.");
  }
}

/** Turns a pair as it came into longitude and latitude. */
type Places = (x: number, y: number) => [number, number];

/**
 * Services disagree whether GeoJSON asked for in EPSG:4326 has longitude or latitude first, and in which system
 * they answer. The features themselves tell: metres are metres, and the reading that lies in the city is right.
 */
function placesOf(crs: string, features: readonly unknown[], city: Box | null): Places {
  const [first, second] = firstPair(features);
  const isMetres = Math.abs(first) > 400 || Math.abs(second) > 400;
  if (isMetres) {
    const convert = toWgs84("EPSG:25832");
    // A northing in Europe is always larger than an easting of UTM.
    return first > second ? (x, y) => convert(y, x) : convert;
  }
  if (!city || /CRS84$/.test(crs) || isWithin(city, first, second) || !isWithin(city, second, first)) {
    return (x, y) => [x, y];
  }
  return (x, y) => [y, x];
}

/** Degrees around the city in which its features lie. */
const around = 0.5;

function isWithin([west, south, east, north]: Box, longitude: number, latitude: number): boolean {
  return (
    longitude >= west - around &&
    longitude <= east + around &&
    latitude >= south - around &&
    latitude <= north + around
  );
}

function firstPair(features: readonly unknown[]): readonly [number, number] {
  let value: unknown = features.find((one) => (one as Feature | null)?.geometry);
  value = (value as { geometry?: { coordinates?: unknown } } | undefined)?.geometry?.coordinates;
  for (let depth = 0; depth < 5 && Array.isArray(value); depth++) {
    if (typeof value[0] === "number" && typeof value[1] === "number") return [value[0], value[1]];
    value = value[0];
  }
  return [0, 0];
}

function readFeature(value: unknown, index: number, places: Places): Feature | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { geometry, properties, id } = value as { geometry?: unknown; properties?: unknown; id?: unknown };
  convertPositions(geometry, places);
  const parsed = parseGeometry(geometry, { vertices: featureLimits.vertices });
  if (parsed.kind === "refused") return undefined;
  const key = typeof id === "string" || typeof id === "number" ? String(id).slice(0, 200) : `${index}`;
  return {
    type: "Feature",
    id: key,
    geometry: parsed.geometry,
    properties: { ...plainValues(properties), id: key },
  };
}

const mostProperties = 40;
const longestText = 500;

/** Values one can show; what is an object or a list is left out. */
function plainValues(properties: unknown): Record<string, string | number | boolean> {
  if (typeof properties !== "object" || properties === null) return {};
  const plain: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(properties).slice(0, mostProperties)) {
    if (typeof value === "string") plain[name.slice(0, 100)] = value.slice(0, longestText);
    else if (typeof value === "number" || typeof value === "boolean") plain[name.slice(0, 100)] = value;
  }
  return plain;
}
