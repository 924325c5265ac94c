import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A script of this folder as a process of its own, with its output line by line. */
export interface Running {
  child: ChildProcess;
  /** Lines so far. */
  lines: string[];
  /** What it said on standard error. */
  errors(): string;
  /** Waits until there are as many lines, or the process ends. */
  until(count: number): Promise<void>;
  /** Kills it as a power cut would and waits for its last words; harmless when it has ended by itself. */
  kill(): Promise<void>;
  /** Exit code, once it has ended and all output is read. */
  ended: Promise<number | null>;
}

export function runScript(
  file: string,
  {
    environment,
    wrapper = [],
    commandArguments = [],
  }: {
    environment: Record<string, string>;
    wrapper?: readonly string[];
    commandArguments?: readonly string[];
  },
): Running {
  const [command = "", ...rest] = [
    ...wrapper,
    process.execPath,
    ...["--import", "tsx", file],
    ...commandArguments,
  ];
  const child = spawn(command, rest, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let errors = "";
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  const ended = once(child, "close").then(([code]) => {
    wake();
    return code as number | null;
  });
  return {
    child,
    lines,
    errors: () => errors,
    ended,
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (lines.length < count && child.exitCode === null && child.signalCode === null) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
