import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BOTH_CORES, freePort, SERVER_CORE, start, waitFor } from "./processes.ts";

/** Where peers are installed; ignored by git, may be deleted. */
export const BENCH_FOLDER = resolve(import.meta.dirname, "../../test-output");

export interface OurServer {
  origin: string;
  stop(): Promise<void>;
}

let folder: string | undefined;

/** A database folder for this run: the first server fills it with the demo city, later ones find it filled. */
export function demoFolder(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), "srk-bench-data-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

/** The real server on one core, with the demo city unless another folder is named. */
export async function startOurServer(env: Record<string, string> = {}): Promise<OurServer> {
  return listening(resolve(import.meta.dirname, "../serve.ts"), SERVER_CORE, {
    HOST: "127.0.0.1",
    DATA_DIR: env.DATA_DIR ?? demoFolder(),
    DATABASE_URL: "",
    NODE_ENV: "production",
    ...env,
  });
}

/** The tiles of the demo alone, from our index or from PostGIS; see `tile-server.ts`. */
export async function startTileServer(env: Record<string, string>): Promise<OurServer> {
  return listening(join(import.meta.dirname, "tile-server.ts"), BOTH_CORES, { DATABASE_URL: "", ...env });
}

async function listening(entry: string, cores: string, env: Record<string, string>): Promise<OurServer> {
  const port = await freePort();
  const server = start(process.execPath, ["--import", "tsx", entry], {
    cores,
    env: { ...env, PORT: String(port) },
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(`${origin}/ready`, server, 180);
  return { origin, stop: server.stop };
}
