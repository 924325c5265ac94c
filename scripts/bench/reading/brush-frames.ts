import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { loadDemo } from "../../lib/load-demo.ts";
import { atMost, type BenchCase, comparedRow } from "../bench-case.ts";
import { interleave } from "../rounds.ts";
import { onReadingPage, type ReadingPage } from "./reading-page.ts";

const ROUNDS = 7;
/** Drawn without a graphics card a frame takes a while. */
const FRAMES = 20;
const goal = atMost(1.3);

export const brushScatter: BenchCase = {
  id: "R4",
  what: "frame while a range is drawn over the scatter of 456 quarters / frame that draws the same map",
  run: async () =>
    onReadingPage(
      brushScatter,
      {
        address:
          "?v=1&level=statistical-quarter&indicator=unemployment&reading=pair&with=sealed-area&layers=",
        goal: goal.text,
        env: { DATA_DIR: await largeDemo() },
      },
      async (page) => {
        await page.locator(".scatter svg").waitFor({ timeout: 60_000 });
        const dots = await page.locator(".scatter svg circle").count();
        // Quarters with too few residents have no dot.
        if (dots < 300) throw new Error(`only ${dots} areas are in the scatter`);
        const frameTime = (brushes: boolean) => async () => {
          const { milliseconds, drawn } = await page.evaluate(
            (asked) => (window as unknown as ReadingPage).brushFrames(asked),
            { frames: FRAMES, brushes },
          );
          // A range that kept nothing on the map would be fast.
          if (brushes && drawn < FRAMES / 2) throw new Error(`the map was drawn in ${drawn} frames only`);
          await page.waitForTimeout(500);
          return milliseconds;
        };
        const compared = await interleave(ROUNDS, { ours: frameTime(true), peer: frameTime(false) });
        return [comparedRow(brushScatter, compared, goal, "ms")];
      },
    ),
};

/** A database folder with the demo at three times its size, where each Stadtteil has three statistical quarters. */
async function largeDemo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "srk-bench-large-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ dataDirectory: folder, recordTypes: storedRecordTypes });
  await loadDemo(store, { scale: 3 });
  await store.close();
  return folder;
}
