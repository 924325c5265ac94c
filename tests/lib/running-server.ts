import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoDirectory } from "./demo-directory.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningServer {
  address: string;
  dataDirectory: string;
  /** What the program has written to the console so far. */
  printed: () => string;
  stop: () => Promise<void>;
  /** Stops the program and starts it again over the same data, on another port. */
  restart: () => Promise<RunningServer>;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

/** An empty data directory that is removed by `stop` or by the caller. */
export function emptyDataDirectory(): string {
  return mkdtempSync(join(tmpdir(), "sozialraumkarte-"));
}

/**
 * Starts the very program `npm start` ends in, over a data directory; without one over the demo city. With a name of
 * its own ("amt.localhost") it takes itself for a server of the city rather than somebody's own computer. `settings`
 * are further variables of its environment.
 */
export async function startServer(
  directory?: string,
  {
    hostname = "localhost",
    port: wanted,
    settings = {},
  }: { hostname?: string; port?: number; settings?: Record<string, string> } = {},
): Promise<RunningServer> {
  const dataDirectory = directory ?? (await demoDirectory());
  const port = wanted ?? (await freePort());
  const publicUrl = `http://${hostname}:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: publicUrl,
      // Several tests share this machine: a server that stands still here has not too much to do itself.
      OVERLOAD_MS: "600000",
      ...(hostname === "localhost" ? {} : { ALLOW_HTTP: "1" }),
      DATA_DIR: dataDirectory,
      DATABASE_URL: "",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  await waitUntilReady(`http://localhost:${port}`, child, () => output);
  return {
    address: publicUrl,
    dataDirectory,
    printed: () => output,
    stop: async () => {
      await stopped(child);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
    restart: async () => {
      await stopped(child);
      return startServer(dataDirectory, { hostname, settings });
    },
  };
}

async function waitUntilReady(address: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`server ended:\n${output()}`);
    const answer = await fetch(`${address}/live`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`server not ready:\n${output()}`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** Runs one of the repository's commands to its end and returns what it printed. */
export async function runCommand(
  script: string,
  commandArguments: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...commandArguments], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const status = await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  return { status, output };
}
