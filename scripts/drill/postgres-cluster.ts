import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of one's own on a free port of this machine, in a directory that goes away with it. */
export interface PostgresCluster {
  port: number;
  /** Makes an empty database with PostGIS and returns its address. */
  newDatabase(name: string): Promise<string>;
  /** Ends all its processes as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again after `kill`; recovery is finished when this returns. */
  restart(): Promise<void>;
  /** Stops the clock of all its processes: connections stay open and nobody answers. Returns how it goes on. */
  freeze(): () => void;
  stop(): Promise<void>;
}

/** Where the server programs are; undefined when PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Number.isFinite) : [];
  const newest = versions.filter((version) => version >= 15).sort((a, b) => b - a)[0];
  const directory = join(root, String(newest), "bin");
  return existsSync(join(directory, "initdb")) ? directory : undefined;
}

/**
 * @param place a directory for the data of the cluster, when not a new one: the log of changes stays outside of it,
 *   as on a volume of its own, since PostgreSQL ends itself when that one is full
 * @param isDurable false where the machine never loses power before the data are thrown away: nothing waits for the disk
 * @throws Error with a sentence that says what to install
 */
export async function startCluster({
  place,
  isDurable = true,
}: {
  place?: string;
  isDurable?: boolean;
} = {}): Promise<PostgresCluster> {
  const programs = postgresPrograms();
  if (!programs) {
    throw new Error(
      "PostgreSQL 15 or newer with PostGIS is missing: apt-get install postgresql postgis postgresql-15-postgis-3",
    );
  }
  const account = serverAccount();
  const directory = mkdtempSync(join(tmpdir(), "sozialraumkarte-postgres-"));
  if (account) chownSync(directory, account.uid, account.gid);
  if (account && place) chownSync(place, account.uid, account.gid);
  const data = join(place ?? directory, "data");
  const options = { ...account, cwd: directory, env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" } };
  const initdb = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"];
  if (place) initdb.push(`--waldir=${join(directory, "log")}`);
  await promisify(execFile)(join(programs, "initdb"), initdb, options);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: directory,
    max_connections: 200,
    ...(isDurable ? { fsync: "on" } : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

  let server: ChildProcess;
  const start = async () => {
    server = spawn(join(programs, "postgres"), ["-D", data, ...flags], { ...options, stdio: "ignore" });
    await untilReady(server, port);
  };
  const ended = () =>
    new Promise((resolve) => (isRunning(server) ? server.once("exit", resolve) : resolve(null)));
  // Also when whoever started it ends without stopping it.
  const stopAtExit = () => server.kill("SIGQUIT");
  process.once("exit", stopAtExit);
  await start();
  return {
    port,
    async newDatabase(name) {
      await query(port, "postgres", `create database ${name}`);
      await query(port, name, "create extension postgis");
      return address(port, name);
    },
    async kill() {
      const gone = ended();
      server.kill("SIGKILL");
      await gone;
      await untilUnlocked(data);
    },
    restart: start,
    freeze() {
      const processes = [server.pid as number, ...childrenOf(server.pid as number)];
      for (const one of processes) signal(one, "SIGSTOP");
      return () => {
        for (const one of processes) signal(one, "SIGCONT");
      };
    },
    async stop() {
      const gone = ended();
      // Immediate: nobody needs what is in there.
      server.kill("SIGQUIT");
      await gone;
      process.off("exit", stopAtExit);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function address(port: number, database: string): string {
  return `postgres://postgres@127.0.0.1:${port}/${database}`;
}

/** PostgreSQL refuses to run as root; Debian's package brings an account for it. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (!uid || !gid) throw new Error("PostgreSQL does not run as root, and the account postgres is missing");
  return { uid: Number(uid), gid: Number(gid) };
}

async function untilReady(server: ChildProcess, port: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; ) {
    if (!isRunning(server)) throw new Error("PostgreSQL ended while starting");
    try {
      return await query(port, "postgres", "select 1");
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(50);
  }
}

/** The processes of a killed server notice and end a moment later; until then no other may start. */
async function untilUnlocked(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  const shared = existsSync(pidFile) ? readFileSync(pidFile, "utf8").split("\n")[6]?.trim() : undefined;
  const segment = shared?.split(/\s+/)[1];
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const attached = readFileSync("/proc/sysvipc/shm", "utf8")
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .some((columns) => columns[1] === segment && columns[6] !== "0");
    if (!attached) return;
    await pause(20);
  }
  throw new Error("processes of the killed PostgreSQL did not end");
}

/** Processes that this one started; PostgreSQL has one for each connection. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === parent);
}

function parentOf(one: number): number | undefined {
  try {
    // The name in brackets may hold blanks; after it come state and parent.
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${one}/stat`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}

/** A process that has ended meanwhile needs no signal. */
function signal(one: number, name: NodeJS.Signals): void {
  try {
    process.kill(one, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null;
}

async function query(port: number, database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address(port, database), connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}
