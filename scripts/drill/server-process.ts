import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { cookieOf, demoCookie } from "../../server/plugins/audience.ts";
import { type DrillDatabase, toEnvironment } from "./database.ts";
import { freePort } from "./free-port.ts";
import { runScript } from "./process-output.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** The server as an installation runs it, over a database that holds a demo. */
export interface DrillServer {
  address: string;
  /** Milliseconds from its start to the first 200 of `/ready`. */
  readyAfter: number;
  /** Asks as a planner of department 51, unless other headers are given; a path from the root. */
  ask(path: string, asked?: RequestInit): Promise<Answer>;
  /** Bytes of memory that the process holds. */
  memory(): number;
  /** True once the process has ended. */
  hasEnded(): boolean;
  /** What it wrote, for whoever looks for the cause of a failure. */
  output(): string;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** An answer read to its end; status 0 when the connection broke. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
  milliseconds: number;
}

export const plannerHeaders = { cookie: `${demoCookie}=${cookieOf("PLANNER", "51", undefined)}` };

/** @throws Error with what it wrote, when it ends or is not ready after 90 seconds */
export async function startServer(
  database: DrillDatabase,
  environment: Record<string, string> = {},
): Promise<DrillServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const began = performance.now();
  const running = runScript(main, {
    environment: {
      ...{ PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: address, BACKUP_MINUTES: "0" },
      ...{ DATABASE_URL: "", NODE_ENV: "production" },
      ...toEnvironment(database),
      ...environment,
    },
  });
  const { child } = running;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const output = () => [...running.lines, running.errors()].join("\n");
  const ask: DrillServer["ask"] = (path, asked) =>
    askServer(new URL(path, address), { headers: plannerHeaders, ...asked });
  const untilAnswered = async (path: string) => {
    while ((await ask(path)).status !== 200) {
      if (hasEnded() || performance.now() - began > 90_000) {
        await running.kill();
        throw new Error(`the server does not start:\n${output()}`);
      }
      await pause(20);
    }
    return performance.now() - began;
  };
  const readyAfter = await untilAnswered("/ready");
  // What is read ahead after the start may stop a small machine for so long that others are asked to come back.
  await untilAnswered("/api/layers");
  return {
    address,
    readyAfter,
    ask,
    memory: () => residentBytes(child.pid as number),
    hasEnded,
    output,
    async stop() {
      child.kill("SIGTERM");
      return running.ended;
    },
    kill: running.kill,
  };
}

/** Asks again while the server is overloaded, as a loaded machine's is: for what is compared, not for what is timed. */
export async function askPatiently({ ask }: DrillServer, path: string, asked?: RequestInit): Promise<Answer> {
  let answer = await ask(path, asked);
  for (let tries = 1; answer.status === 503 && tries < 40; tries += 1) {
    await pause(500);
    answer = await ask(path, asked);
  }
  return answer;
}

/** Asks once and reads the answer to its end; never throws for want of one. */
export async function askServer(address: URL, asked: RequestInit): Promise<Answer> {
  const began = performance.now();
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(60_000), ...asked });
    const body = Buffer.from(await answer.arrayBuffer());
    const { status, headers } = answer;
    return { status, headers, body, milliseconds: performance.now() - began };
  } catch {
    return {
      status: 0,
      headers: new Headers(),
      body: Buffer.alloc(0),
      milliseconds: performance.now() - began,
    };
  }
}

function residentBytes(process: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}
