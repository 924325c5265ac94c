import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT_CORE, start } from "./processes.ts";

export interface LoadOptions {
  origin: string;
  paths: readonly string[];
  headers?: Record<string, string>;
  /** Headers that differ by path, in the order of `paths`. */
  headersByPath?: readonly Record<string, string>[];
  seconds?: number;
  connections?: number;
}

/**
 * Requests per second that an origin answers, asked by wrk on the client's core, path after path.
 * Throws when any answer is an error or a connection breaks: a fast refusal is no speed.
 */
export function requestsPerSecond(options: LoadOptions): number {
  const folder = mkdtempSync(join(tmpdir(), "srk-bench-"));
  try {
    const run = spawnSync("taskset", ["-c", CLIENT_CORE, "wrk", ...wrkArguments(options, folder)], {
      encoding: "utf8",
    });
    const speed = /Requests\/sec:\s+([\d.]+)/.exec(run.stdout)?.[1];
    if (!speed || /Non-2xx|Socket errors/.test(run.stdout))
      throw new Error(`wrk: ${run.stdout}${run.stderr}`);
    return Number(speed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same load without a measurement, refusals included; answers when it is over. */
export async function flooded(options: LoadOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "srk-bench-"));
  try {
    const { child } = start("wrk", wrkArguments(options, folder), { cores: CLIENT_CORE });
    await once(child, "close");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What wrk is called with, its list of paths written into a folder. */
function wrkArguments(options: LoadOptions, folder: string): string[] {
  const { origin, paths, headers = {}, headersByPath, seconds = 1, connections = 16 } = options;
  const script = join(folder, "paths.lua");
  const lines = paths.map((path, index) => {
    const all = Object.entries({ ...headers, ...headersByPath?.[index] });
    const table = all.map(([name, value]) => `[${lua(name)}]=${lua(value)}`).join(",");
    return `  wrk.format("GET", ${lua(path)}, {["Host"]="localhost",${table}}),`;
  });
  writeFileSync(
    script,
    `local requests\nlocal i = 0\nfunction init()\n requests = {\n${lines.join("\n")}\n }\nend\n` +
      `function request()\n i = i % #requests + 1\n return requests[i]\nend\n`,
  );
  return ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, origin];
}

function lua(text: string): string {
  return `"${text.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}
