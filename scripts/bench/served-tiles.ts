import { tileAddressesWithin } from "./tile-grid.ts";

/** A tile as a server sent it. */
export interface ServedTile {
  path: string;
  layer: string;
  z: number;
  x: number;
  y: number;
  /** As sent, still compressed. */
  body: Buffer;
  etag: string;
  version: string;
}

interface TileDescription {
  tiles: [string];
  bounds?: [number, number, number, number];
  minzoom: number;
  maxzoom: number;
}

/** What a browser sends. */
export const BROWSER_ENCODINGS = "gzip, deflate, br, zstd";

/** Fetches every tile with content of the layers' TileJSON documents, between two zooms, compressed as asked for. */
export async function fetchTiles(
  origin: string,
  layers: readonly string[],
  zooms: { first: number; last: number },
  encodings: string,
): Promise<ServedTile[]> {
  const served: ServedTile[] = [];
  for (const layer of layers) {
    const answer = await fetch(`${origin}/tiles/${layer}.json`);
    if (!answer.ok) continue;
    const description = (await answer.json()) as TileDescription;
    if (!description.bounds) continue;
    const last = Math.min(zooms.last, description.maxzoom);
    const version = /\/tiles\/[^/]+\/([^/]+)\//.exec(description.tiles[0])![1]!;
    for (const { z, x, y } of tileAddressesWithin(description.bounds, { first: zooms.first, last })) {
      const path = `/tiles/${layer}/${version}/${z}/${x}/${y}.pbf`;
      const tile = await fetchRaw(`${origin}${path}`, encodings);
      if (tile) served.push({ path, layer, z, x, y, version, ...tile });
    }
  }
  return served;
}

/** The bytes as they come over the wire; `null` for an empty tile. Throws on anything but 200 and 204. */
export async function fetchRaw(
  address: string,
  encodings: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ body: Buffer; etag: string } | null> {
  // fetch unpacks what it gets; http does not.
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(address, { headers: { ...headers, "accept-encoding": encodings } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode === 204) resolve(null);
        else if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`));
        else resolve({ body: Buffer.concat(chunks), etag: answer.headers.etag ?? "" });
      });
    }).on("error", reject);
  });
}
