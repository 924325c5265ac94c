import type { ExternalLayer } from "#domain/external-layer/external-layer.ts";
import { type Outbound, OutboundRefusal } from "../outbound/outbound.ts";
import { question } from "./offer.ts";

export interface Picture {
  type: string;
  body: Buffer;
}

export interface TilePlace {
  z: number;
  x: number;
  y: number;
}

/** Pixels of a tile's side. */
export const tilePixels = 256;

const maxBytes = 4 * 1024 * 1024;

/** Half the side of the web mercator square in metres (EPSG:3857). */
const halfSide = Math.PI * 6_378_137;

/** Kinds of pictures that are passed on, by their first bytes: a type that is only claimed counts nothing. */
const signatures: readonly (readonly [type: string, isOne: (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))],
  ["image/jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))],
  [
    "image/webp",
    (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
  ],
  ["image/gif", (bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6))],
];

/** One tile of a WMS layer: GetMap over the tile's square in EPSG:3857. Throws OutboundRefusal. */
export function fetchTile(
  outbound: Outbound,
  { address, layer, version, format, crs }: ExternalLayer,
  { z, x, y }: TilePlace,
): Promise<Picture> {
  const side = (2 * halfSide) / 2 ** z;
  const [west, north] = [x * side - halfSide, halfSide - y * side];
  return fetchPicture(
    outbound,
    question(address, {
      service: "WMS",
      version,
      request: "GetMap",
      layers: layer,
      styles: "",
      [version === "1.1.1" ? "srs" : "crs"]: crs,
      // Easting before northing in this system, in both versions.
      bbox: [west, north - side, west + side, north].join(","),
      width: String(tilePixels),
      height: String(tilePixels),
      format,
      transparent: "true",
    }),
  );
}

/** A picture at an address. Throws OutboundRefusal, also for what only calls itself a picture. */
export async function fetchPicture(outbound: Outbound, address: string): Promise<Picture> {
  const { body } = await outbound.get(address, { accept: "image/png, image/*", maxBytes });
  const known = signatures.find(([, isOne]) => isOne(body));
  if (!known) throw new OutboundRefusal("Der Dienst antwortet nicht mit einem Bild.");
  return { type: known[0], body };
}
