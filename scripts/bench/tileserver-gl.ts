import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import type { Peer } from "./nginx.ts";
import { BENCH_FOLDER } from "./our-server.ts";
import { freePort, SERVER_CORE, start, waitFor } from "./processes.ts";
import { fetchRaw, type ServedTile } from "./served-tiles.ts";

const VERSION = "5.6.0";

export interface Tileserver extends Peer {
  pathOf(tile: ServedTile): string;
  /** Throws when a tile has other content than ours. */
  expectSame(tiles: readonly ServedTile[]): Promise<void>;
}

/** tileserver-gl-light over one MBTiles file per layer with our own gzip tiles; `null` when it cannot be installed. */
export async function startTileserver(tiles: readonly ServedTile[]): Promise<Tileserver | null> {
  const program = installed();
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), "srk-tileserver-"));
  const data: Record<string, { mbtiles: string }> = {};
  for (const layer of new Set(tiles.map((tile) => tile.layer))) {
    writeMbtiles(
      join(folder, `${layer}.mbtiles`),
      layer,
      tiles.filter((tile) => tile.layer === layer),
    );
    data[layer] = { mbtiles: `${layer}.mbtiles` };
  }
  const paths = { root: folder, fonts: "", sprites: "", icons: "", styles: "", mbtiles: "" };
  writeFileSync(join(folder, "config.json"), JSON.stringify({ options: { paths }, styles: {}, data }));
  const port = await freePort();
  const server = start(
    process.execPath,
    [program, "-c", join(folder, "config.json"), "-p", String(port), "-b", "127.0.0.1", "-s"],
    { cores: SERVER_CORE, cwd: folder, env: { NODE_ENV: "production" } },
  );
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(`${origin}/health`, server);
  const pathOf = ({ layer, z, x, y }: ServedTile) => `/data/${layer}/${z}/${x}/${y}.pbf`;
  return {
    origin,
    pathOf,
    async expectSame(chosen) {
      for (const tile of chosen) {
        const theirs = await fetchRaw(`${origin}${pathOf(tile)}`, "gzip");
        if (!theirs || !gunzipSync(theirs.body).equals(gunzipSync(tile.body))) {
          throw new Error(`tileserver-gl sends another tile for ${pathOf(tile)}`);
        }
      }
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function installed(): string | null {
  const folder = join(BENCH_FOLDER, "bench-peers");
  const program = join(folder, "node_modules/tileserver-gl-light/src/main.js");
  const binding = join(folder, "node_modules/sqlite3/build/Release/node_sqlite3.node");
  if (existsSync(program) && existsSync(binding)) return program;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "package.json")))
    writeFileSync(join(folder, "package.json"), '{"private":true}');
  console.log(`installing tileserver-gl-light ${VERSION} …`);
  const npm = (...args: string[]) => spawnSync("npm", args, { cwd: folder, stdio: "ignore" });
  npm("install", "--no-audit", "--no-fund", "--ignore-scripts", `tileserver-gl-light@${VERSION}`);
  npm("rebuild", "sqlite3");
  return existsSync(program) && existsSync(binding) ? program : null;
}

function writeMbtiles(file: string, layer: string, tiles: readonly ServedTile[]): void {
  const database = new Sqlite(file);
  database.exec(`CREATE TABLE metadata (name text, value text);
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)`);
  const zooms = tiles.map(({ z }) => z);
  const metadata = {
    name: layer,
    format: "pbf",
    minzoom: String(Math.min(...zooms)),
    maxzoom: String(Math.max(...zooms)),
    bounds: "9,48.6,9.4,48.9",
    json: JSON.stringify({ vector_layers: [{ id: layer, fields: {} }] }),
  };
  const describe = database.prepare("INSERT INTO metadata VALUES (?, ?)");
  for (const [name, value] of Object.entries(metadata)) describe.run(name, value);
  const insert = database.prepare("INSERT INTO tiles VALUES (?, ?, ?, ?)");
  // MBTiles counts rows from the south.
  database.transaction(() => {
    for (const { z, x, y, body } of tiles) insert.run(z, x, 2 ** z - 1 - y, body);
  })();
  database.close();
}
