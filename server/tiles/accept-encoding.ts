import type { TileEncoding } from "./compress-tile.ts";

/** What browsers send with and without TLS; parsing it on every tile costs as much as finding the tile. */
const USUAL = new Map<string, TileEncoding>([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip", "gzip"],
]);

/**
 * The best content coding a client takes, in our order br, gzip, identity (RFC 9110 §12.5.3). Weights only decide
 * whether a coding is allowed: among allowed ones ours is the smaller answer.
 */
export function tileEncoding(acceptEncoding: string | undefined): TileEncoding {
  if (!acceptEncoding) return "identity";
  const usual = USUAL.get(acceptEncoding);
  if (usual) return usual;
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(",")) {
    const [coding, ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(coding!, weight ? Number(weight.slice(2)) : 1);
  }
  const allowed = (coding: string) => (weights.get(coding) ?? weights.get("*") ?? 0) > 0;
  return allowed("br") ? "br" : allowed("gzip") ? "gzip" : "identity";
}
