import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import pg from "pg";
import { postgresPrograms, startCluster } from "../drill/postgres-cluster.ts";
import { atMost, type BenchCase, type BenchRow, comparedRow, missingRow } from "./bench-case.ts";
import { demoTileSets, PASS_ZOOMS } from "./demo-tile-sets.ts";
import { startTileServer } from "./our-server.ts";
import { loadPostgis } from "./postgis-tiles.ts";
import { interleave } from "./rounds.ts";
import { tileAddressesWithin } from "./tile-grid.ts";

const ROUNDS = 5;
const AT_ONCE = 8;
/** Share of features per tile that may differ: what one side drops for being smaller than the grid. */
const MOST_DIFFERENCE = 0.02;

export const coldPass: BenchCase = {
  id: "G5",
  what: "cold pass over the city, index / PostGIS ST_AsMVT",
  run: async () => {
    if (!postgresPrograms()) return [missingRow(coldPass, "peer not available", "≤ 1")];
    const cluster = await startCluster();
    try {
      return [
        await besidePostgis(await cluster.newDatabase("demo"), 1),
        await besidePostgis(await cluster.newDatabase("demo10"), 10),
      ];
    } finally {
      await cluster.stop();
    }
  },
};

async function besidePostgis(address: string, scale: number): Promise<BenchRow> {
  const { sets, bounds } = demoTileSets(scale);
  const database = new pg.Client({ connectionString: address });
  await database.connect();
  await loadPostgis(database, sets);
  await database.end();
  const ours = await startTileServer({ SCALE: String(scale) });
  const peer = await startTileServer({ SCALE: String(scale), DATABASE_URL: address });
  try {
    const all = addresses([...sets.keys()], bounds);
    const tiles = await tilesWithSameFeatures(ours.origin, peer.origin, all);
    const compared = await interleave(ROUNDS, {
      ours: () => timedPass(ours.origin, tiles),
      peer: () => timedPass(peer.origin, tiles),
    });
    const what = scale === 1 ? coldPass.what : `the same, ${scale} × the demo`;
    return comparedRow({ id: coldPass.id, what }, compared, atMost(1), `s for ${tiles.length} tiles`);
  } finally {
    await ours.stop();
    await peer.stop();
  }
}

export const tenTimes: BenchCase = {
  id: "G10",
  what: "cold pass, ten times the demo / the demo",
  run: async () => {
    const { sets, bounds } = demoTileSets(1);
    const tiles = addresses([...sets.keys()], bounds);
    const one = await startTileServer({});
    const ten = await startTileServer({ SCALE: "10" });
    try {
      const compared = await interleave(ROUNDS, {
        ours: () => timedPass(ten.origin, tiles),
        peer: () => timedPass(one.origin, tiles),
      });
      return [comparedRow(tenTimes, compared, atMost(15), "s")];
    } finally {
      await one.stop();
      await ten.stop();
    }
  },
};

interface TileOfLayer {
  layer: string;
  address: string;
}

function addresses(layers: readonly string[], bounds: readonly number[]): TileOfLayer[] {
  const tiles = tileAddressesWithin(bounds, PASS_ZOOMS).map(({ z, x, y }) => `${z}/${x}/${y}.pbf`);
  return layers.flatMap((layer) => tiles.map((address) => ({ layer, address })));
}

/** Seconds for every tile once, eight at a time, from a server that has forgotten what it knew. */
async function timedPass(origin: string, tiles: readonly TileOfLayer[]): Promise<number> {
  await fetch(`${origin}/forget`, { method: "POST" });
  const versions = await versionsOf(origin, tiles);
  const start = performance.now();
  await fetchAll(origin, tiles, versions, () => {});
  return (performance.now() - start) / 1000;
}

/** Our addresses carry a content version; PostGIS takes any. */
async function versionsOf(origin: string, tiles: readonly TileOfLayer[]): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (const layer of new Set(tiles.map((tile) => tile.layer))) {
    const answer = await fetch(`${origin}/versions/${layer}`);
    versions.set(layer, answer.ok ? await answer.text() : "any");
  }
  return versions;
}

async function fetchAll(
  origin: string,
  tiles: readonly TileOfLayer[],
  versions: ReadonlyMap<string, string>,
  use: (index: number, body: Buffer) => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  const worker = async () => {
    while (next < tiles.length) {
      const index = next++;
      const { layer, address } = tiles[index]!;
      use(index, await get(`${origin}/tiles/${layer}/${versions.get(layer)}/${address}`, agent));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
}

function get(address: string, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        if (answer.statusCode === 200 || answer.statusCode === 204) resolve(Buffer.concat(chunks));
        else reject(new Error(`${address}: ${answer.statusCode}`));
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/**
 * The tiles with content, after making sure that both sides hold the same features in the same tiles; our extra layers
 * of a coverage are not counted. Empty tiles are left out: there only the way through Fastify would be timed.
 */
async function tilesWithSameFeatures(
  ours: string,
  peer: string,
  tiles: readonly TileOfLayer[],
): Promise<TileOfLayer[]> {
  const filled = new Set<number>();
  const found: [Set<string>, Set<string>] = [new Set(), new Set()];
  for (const [side, origin] of [ours, peer].entries()) {
    await fetchAll(origin, tiles, await versionsOf(origin, tiles), (index, body) => {
      if (body.length === 0) return;
      filled.add(index);
      const { layers } = new VectorTile(new PbfReader(gunzipSync(body)));
      for (const [name, layer] of Object.entries(layers)) {
        if (name.endsWith("-borders") || name.endsWith("-labels")) continue;
        for (let i = 0; i < layer.length; i++) {
          found[side]!.add(`${index} ${name} ${layer.feature(i).properties.id}`);
        }
      }
    });
  }
  const [a, b] = found;
  const missing = [...b].filter((key) => !a.has(key)).length;
  const additional = [...a].filter((key) => !b.has(key)).length;
  const difference = (missing + additional) / Math.max(1, b.size);
  console.log(
    `  ${a.size} features in ours, ${b.size} in the peer's; ${missing} only there, ${additional} only here`,
  );
  if (b.size === 0 || difference > MOST_DIFFERENCE) throw new Error("the two sides do not do the same work");
  return tiles.filter((_, index) => filled.has(index));
}
