import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { atMost, type BenchCase, type BenchRow, missingRow, range } from "./bench-case.ts";
import { demoFolder } from "./our-server.ts";
import { BOTH_CORES, freePort, start, waitFor } from "./processes.ts";
import { spread } from "./rounds.ts";

const ROUNDS = 5;
const root = resolve(import.meta.dirname, "../..");
const GOAL = atMost(5);

export const secondStart: BenchCase = {
  id: "G9",
  what: "npm start to ready, second start, demo city",
  run: async (): Promise<BenchRow[]> => {
    // Otherwise the start would install or build, which is no second start.
    if (!existsSync(join(root, "node_modules/.installed")) || !existsSync(join(root, "dist/.built"))) {
      return [missingRow(secondStart, "run npm start once first", "≤ 5 s")];
    }
    const folder = demoFolder();
    const seconds: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const took = await timedStart(folder);
      if (round > 0) seconds.push(took);
    }
    const wall = spread(seconds);
    const goal = `${GOAL.text} s`;
    const holds = GOAL.holds(wall.median);
    return [
      { case: "G9", what: secondStart.what, ours: `${range(wall)} s`, peer: "–", ratio: "–", goal, holds },
    ];
  },
};

async function timedStart(folder: string): Promise<number> {
  const port = await freePort();
  const before = performance.now();
  // The script itself: npm does not hand on the signal that stops it.
  const server = start(process.execPath, ["scripts/start.mjs"], {
    cores: BOTH_CORES,
    cwd: root,
    env: { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: folder },
  });
  try {
    await waitFor(`http://127.0.0.1:${port}/ready`, server, 180);
    return (performance.now() - before) / 1000;
  } finally {
    await server.stop();
  }
}
