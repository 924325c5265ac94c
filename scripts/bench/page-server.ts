import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { buildTileIndex } from "../../server/tiles/tile-index.ts";
import type { TileFeature, TileLayerInput } from "../../server/tiles/tile-input.ts";
import { demoTileSets } from "./demo-tile-sets.ts";
import { freePort } from "./processes.ts";

const maplibre = join(createRequire(import.meta.url).resolve("maplibre-gl/package.json"), "../dist");
const pages = join(import.meta.dirname, "pages");

export interface PageServer {
  origin: string;
  stop(): Promise<void>;
}

/**
 * The peers that run in a browser: bare MapLibre pages (`pages/`), MapLibre as its package ships it, the demo's layers
 * as GeoJSON under `/geojson/`, and tiles of areas and 20,000 points under `/tiles/` for the recolouring.
 */
export async function startPageServer(): Promise<PageServer> {
  const { sets } = demoTileSets(1);
  const layers = [...sets.values()].flatMap((set) => set.layers);
  const subdistricts = layers.find(({ name }) => name === "areas-subdistrict")!;
  const index = buildTileIndex([
    { ...subdistricts, name: "areas", coverage: false },
    { name: "points", kind: "point", features: scatteredPoints(20_000), minzoom: 0, maxzoom: 14 },
  ]);
  const names = layers.map(({ name, kind }) => ({ name, kind }));

  const server = createServer((request, response) => {
    const path = request.url!.split("?")[0]!;
    const tile = /^\/tiles\/(\d+)\/(\d+)\/(\d+)\.pbf$/.exec(path);
    if (tile) {
      const body = index.tile(Number(tile[1]), Number(tile[2]), Number(tile[3]));
      response.writeHead(body ? 200 : 204).end(body ?? undefined);
    } else if (path === "/geojson.json") {
      response.setHeader("content-type", "application/json").end(JSON.stringify(names));
    } else if (path.startsWith("/geojson/")) {
      const layer = layers.find(({ name }) => `/geojson/${name}` === path);
      response.setHeader("content-type", "application/json").end(JSON.stringify(layer && geoJson(layer)));
    } else {
      sendFile(path, response);
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const types = { html: "text/html; charset=utf-8", mjs: "text/javascript", css: "text/css" };

function sendFile(path: string, response: import("node:http").ServerResponse): void {
  const name = path.slice(1);
  const type = types[name.split(".").at(-1) as keyof typeof types];
  // Names of known kinds only, no folders: nothing else of the disk can be asked for.
  if (!type || !/^[\w-]+(\.\w+)+$/.test(name)) {
    response.writeHead(404).end();
    return;
  }
  const file = join(name.startsWith("maplibre-gl") ? maplibre : pages, name);
  response.setHeader("content-type", type).end(readFileSync(file));
}

function geoJson(layer: TileLayerInput): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: layer.features.map(({ id, properties, geometry }) => ({
      type: "Feature",
      properties: { ...properties, id },
      geometry,
    })),
  };
}

function scatteredPoints(count: number): TileFeature[] {
  // A lattice turned by an irrational step: even, without a random number.
  return Array.from({ length: count }, (_, i) => ({
    id: `point-${i}`,
    properties: {},
    geometry: {
      type: "Point",
      coordinates: [9.04 + 0.27 * ((i * 0.754877666) % 1), 48.7 + 0.16 * ((i * 0.569840291) % 1)],
    },
  }));
}
