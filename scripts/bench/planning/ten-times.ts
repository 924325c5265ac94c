import { atMost, type BenchCase, type BenchRow, comparedRow } from "../bench-case.ts";
import { interleave } from "../rounds.ts";
import { demoPlanning, freshModel } from "./demo-planning.ts";
import { draggedSite, dragPositions, dragQuestion } from "./drag-path.ts";
import { facilityNodes, searchFrom } from "./nearest-ways.ts";
import { timed } from "./pgrouting.ts";
import { coverTask } from "./placement.ts";

const ROUNDS = 5;
/** What takes milliseconds is timed several times over. */
const REPEATS = 4;
const SCALE = 10;
const GOAL = 15;

/** Ten times the streets, cells and facilities of the demo, beside the demo. */
export const tenTimesPlanning: BenchCase = {
  id: "P8",
  what: "ten times the city / the city",
  run: async () => {
    const [one, ten] = [demoPlanning(1), demoPlanning(SCALE)];
    const sizes = [one, ten].map(
      ({ grid, network }) => `${network!.nodeCount} nodes and ${grid.cellCount} cells`,
    );
    console.log(`  ${sizes.join(", then ")}`);
    return [
      await compared("P1: nearest of 500 facilities", (scale) => search(scale, 500)),
      await compared("P2: a dragged site, 200 positions", dragged),
      await compared("P4: one source to all nodes", (scale) => search(scale, 1)),
      await compared("P5: first answer for 20 sites", covering),
    ];
  },
};

async function compared(
  what: string,
  workAt: (scale: number) => Promise<() => unknown> | (() => unknown),
): Promise<BenchRow> {
  const [one, ten] = [await workAt(1), await workAt(SCALE)];
  const repeated = (work: () => unknown) => async () =>
    (await timed(async () => {
      for (let k = 0; k < REPEATS; k++) await work();
    })) / REPEATS;
  const measured = await interleave(ROUNDS, { ours: repeated(ten), peer: repeated(one) });
  const name = { id: tenTimesPlanning.id, what: `${tenTimesPlanning.what}, ${what}` };
  return comparedRow(name, measured, atMost(GOAL), "ms");
}

function search(scale: number, sources: number): () => unknown {
  const { network } = demoPlanning(scale);
  return searchFrom(network!, facilityNodes(sources, scale));
}

function dragged(scale: number): () => unknown {
  const drag = freshModel(demoPlanning(scale)).drag(dragQuestion, draggedSite());
  return () => {
    for (const position of dragPositions) drag.move(position);
  };
}

async function covering(scale: number): Promise<() => unknown> {
  const { firstAnswer } = await coverTask(scale, 20);
  return firstAnswer;
}
