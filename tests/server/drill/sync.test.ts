import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { toEnvironment } from "../../../scripts/drill/database.ts";
import { runScript } from "../../../scripts/drill/process-output.ts";
import { temporaryDirectory } from "./databases.ts";

const writer = fileURLToPath(new URL("../../../scripts/drill/writer.ts", import.meta.url));
const traced = ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync"];

function canTrace(): boolean {
  return spawnSync("strace", ["-f", "-c", "true"]).status === 0;
}

// Skipped where strace is missing or the machine does not permit tracing.
it.skipIf(!canTrace())(
  "D-03 each acknowledged write is synced to the disk, also in a database opened again",
  { timeout: 180_000 },
  async () => {
    const directory = temporaryDirectory();
    const write = async (wrapper: readonly string[]) => {
      const environment = { ...toEnvironment({ dataDirectory: directory }), WRITES: "1000", LANES: "1" };
      const running = runScript(writer, { environment, wrapper });
      expect(await running.ended).toBe(0);
      return running.lines.length - 1;
    };
    // The trap is the second opening: an existing write-ahead log reopens with less syncing unless told otherwise.
    await write([]);
    const summary = join(directory, "strace.txt");
    const acknowledged = await write([...traced, "-o", summary]);
    expect(acknowledged).toBe(1000);
    expect(syncs(readFileSync(summary, "utf8"))).toBeGreaterThanOrEqual(acknowledged);
  },
);

/** Sum of the column "calls" over both system calls. */
function syncs(summary: string): number {
  return summary
    .split("\n")
    .filter((line) => /f(data)?sync$/.test(line))
    .reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[3]), 0);
}
