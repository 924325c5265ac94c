import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository. These scripts run in a fresh clone, before anything is installed. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What stops a start: one sentence that says what is missing and the command that mends it. */
export class StepError extends Error {}

/** Runs a main function; a StepError becomes its sentence, anything else keeps its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StepError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepError(
    `Node.js ${process.versions.node} ist zu alt; nötig ist 20.19 oder neuer (https://nodejs.org).`,
  );
}

/** Whether a command is on the path. */
export function hasCommand(name) {
  return spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
}

/**
 * Runs a command, shows that it is still going, and keeps its output for the case that it fails.
 * `explain` turns the output of a failed run into the sentence to show.
 */
export async function step(title, command, commandArguments, { env = {}, explain, inherit = false } = {}) {
  const started = Date.now();
  process.stdout.write(`${title} …\n`);
  const child = spawn(command, commandArguments, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const ticking = setInterval(() => {
    process.stdout.write(`  ${title}: läuft seit ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, 10_000);
  const status = await new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", resolve);
  });
  clearInterval(ticking);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).replace(".", ",");
  if (status !== 0) {
    const tail = output.trim().split("\n").slice(-30).join("\n");
    throw new StepError(`${tail}\n\n${explain?.(output) ?? `„${title}“ ist fehlgeschlagen.`}`);
  }
  process.stdout.write(`  ${title}: fertig nach ${seconds} s\n`);
  return output;
}

/** Does several things at the same time, waits for all of them, and then fails as the first of them that failed. */
export async function atOnce(...works) {
  const outcomes = await Promise.allSettled(works.map((work) => work()));
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

/** sha256 over the contents of files and folders, so that a step runs again only when they changed. */
export function contentHash(paths) {
  const hash = createHash("sha256");
  for (const path of paths) addToHash(hash, join(root, path));
  return hash.digest("hex");
}

function addToHash(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
    return;
  }
  hash.update(path.slice(root.length)).update(readFileSync(path));
}

/** Runs `work` unless the mark left by its last success has the same hash. */
export async function unlessCurrent(mark, hash, work) {
  const file = join(root, mark);
  if (existsSync(file) && readFileSync(file, "utf8") === hash) return;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
