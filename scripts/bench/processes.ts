import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** Core of the server under test; whatever asks it runs on the other one. */
export const SERVER_CORE = "0";
export const CLIENT_CORE = "1";
/** For comparisons with a peer of several processes: either side takes what there is. */
export const BOTH_CORES = "0,1";

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

export interface Started {
  child: ChildProcess;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** As taskset takes them. */
  cores: string;
  env?: Record<string, string>;
  cwd?: string;
}

/** Starts a program on the cores named. Its output is kept and shown only when it ends before `stop`. */
export function start(command: string, args: string[], { cores, env = {}, cwd }: StartOptions): Started {
  const child = spawn("taskset", ["-c", cores, command, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd ? { cwd } : {}),
  });
  running.add(child);
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  let expected = false;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.once("close", (code) => {
    running.delete(child);
    if (!expected && code !== 0) console.error(`${command} ended with ${code}:\n${output}`);
  });
  return {
    child,
    stop: async () => {
      expected = true;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 8000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Waits until a program answers at an address with any status below 500; throws after `seconds` or at its end. */
export async function waitFor(address: string, { child }: Started, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`nobody answers at ${address}`);
    const status = await fetch(address).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 599,
    );
    if (status < 500) return;
    await pause(100);
  }
  throw new Error(`${address} did not answer within ${seconds} s`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A port on loopback that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Whether a program can be started; installs its Debian package first when we may. */
export function hasProgram(program: string, debianPackage: string): boolean {
  if (spawnSync("which", [program]).status === 0) return true;
  if (process.getuid?.() !== 0) return false;
  console.log(`installing ${debianPackage} …`);
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", debianPackage], {
    stdio: "ignore",
  });
  return spawnSync("which", [program]).status === 0;
}
