import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { BOTH_CORES, freePort, SERVER_CORE, start, waitFor } from "./processes.ts";

/** Where peers are installed and the measured server keeps its database; ignored by git, may be deleted. */
export const BENCH_FOLDER = resolve(import.meta.dirname, "../../test-output");

export interface OurServer {
  origin: string;
  stop(): Promise<void>;
}

/** The real server with the demo city on one core; the database is made at the first run and kept. */
export async function startOurServer(): Promise<OurServer> {
  const entry = resolve(import.meta.dirname, "../serve.ts");
  if (!existsSync(entry)) throw new Error("scripts/serve.ts is missing");
  const port = await freePort();
  const folder = join(BENCH_FOLDER, "bench-data");
  mkdirSync(folder, { recursive: true });
  const server = start(process.execPath, ["--import", "tsx", entry], {
    cores: SERVER_CORE,
    env: { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: folder, NODE_ENV: "production" },
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(`${origin}/ready`, 180);
  return { origin, stop: server.stop };
}

/** The tiles of the demo alone, from our index or from PostGIS; see `tile-server.ts`. */
export async function startTileServer(env: Record<string, string>): Promise<OurServer> {
  const port = await freePort();
  const entry = join(import.meta.dirname, "tile-server.ts");
  const server = start(process.execPath, ["--import", "tsx", entry], {
    cores: BOTH_CORES,
    env: { PORT: String(port), ...env },
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(`${origin}/ready`, 300);
  return { origin, stop: server.stop };
}
