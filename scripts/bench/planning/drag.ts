import { isDeepStrictEqual } from "node:util";
import type { CoverageFigures, SiteEvaluation } from "#domain/analysis/answers.ts";
import type { PlanningData, PlanningModel } from "#domain/analysis/planning-model.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { type BenchCase, type BenchRow, missingRow, range } from "../bench-case.ts";
import { launchChromium } from "../chromium.ts";
import { interleave, spread } from "../rounds.ts";
import { demoPlanning, freshModel } from "./demo-planning.ts";
import { startDragPage } from "./drag-page.ts";
import { draggedSite, dragPositions, dragQuestion } from "./drag-path.ts";

const ROUNDS = 5;
const SHARE = 0.03;
const MILLISECONDS = 4;

export const dragSite: BenchCase = {
  id: "P2",
  what: "drag a site: catchment, served people, area figures",
  run: async () => [await besideFullRecomputation(1), await inBrowserWorker()],
};

/** Per position: what changes / the ways and figures of the whole city once more. */
export async function besideFullRecomputation(scale: number): Promise<BenchRow> {
  const data = demoPlanning(scale);
  const moving = freshModel(data).drag(dragQuestion, draggedSite());
  const recompute = fullRecomputation(data);
  for (const position of dragPositions.filter((_, k) => k % 20 === 0)) {
    requireSame(moving.move(position), recompute(position), position);
  }
  const positions = dragPositions.filter((_, k) => k % 8 === 0);
  const each = (work: (position: readonly [number, number]) => unknown) => async () => {
    const start = performance.now();
    for (const position of positions) work(position);
    return (performance.now() - start) / positions.length;
  };
  const compared = await interleave(ROUNDS, { ours: each(moving.move), peer: each(recompute) });
  return {
    case: dragSite.id,
    what: `${dragSite.what}, incremental / full recomputation in Node${scale === 1 ? "" : `, ${scale} × the demo`}`,
    ours: `${range(compared.ours)} ms`,
    peer: `${range(compared.peer)} ms`,
    ratio: range(compared.ratio),
    goal: `≤ ${SHARE}`,
    holds: compared.ratio.median <= SHARE,
  };
}

/** The city with the site computed as if it had never been computed without; only its streets are known. */
function fullRecomputation(data: PlanningData) {
  const site = draggedSite();
  return (position: readonly [number, number]): ReturnType<PlanningModel["coverage"]>["result"] => {
    const [longitude, latitude] = position;
    const point: SupplyPoint = {
      id: site.id,
      origin: "scenario",
      name: site.name,
      ...{ longitude, latitude, layer: "BESTAND", facilityTypes: ["KITA_MIX"], capacity: [] },
      ...{ provider: null, openingHours: null, openingYear: null, condition: null, sharedUse: [] },
      outdoorM2: null,
      areas: {},
    };
    return freshModel({ ...data, supply: [...data.supply, point] }).coverage(dragQuestion).result;
  };
}

function requireSame(
  moved: SiteEvaluation,
  whole: { city: CoverageFigures; areas: (CoverageFigures & { areaNumber: string })[] },
  position: readonly [number, number],
): void {
  const areas = new Map(whole.areas.map(({ areaNumber, ...figures }) => [areaNumber, figures]));
  const isSame =
    isDeepStrictEqual(moved.after, whole.city) &&
    moved.areas.every(({ areaNumber, after }) => isDeepStrictEqual(after, areas.get(areaNumber)));
  if (!isSame) throw new Error(`incremental and full figures differ at ${position.join(" ")}`);
}

/** The page's own worker in Chromium, asked for one position after another as a drag does: there and back. */
async function inBrowserWorker(): Promise<BenchRow> {
  const what = `${dragSite.what}, each of ${dragPositions.length} positions in the browser's worker`;
  const goal = `99th percentile < ${MILLISECONDS} ms`;
  const browser = await launchChromium();
  if (!browser) return missingRow({ id: dragSite.id, what }, "Chromium not available", goal);
  const data = demoPlanning(1);
  const pages = await startDragPage(data);
  try {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/drag.html`);
    await page.waitForFunction(() => "isReady" in window, undefined, { timeout: 60_000 });
    const drag = () =>
      page.evaluate(
        (positions) =>
          (
            window as unknown as { drag(p: unknown): Promise<{ times: number[]; last: SiteEvaluation }> }
          ).drag(positions),
        dragPositions,
      );
    const inNode = freshModel(data).drag(dragQuestion, draggedSite());
    const first = await drag();
    if (!isDeepStrictEqual(first.last, inNode.move(dragPositions.at(-1)!))) {
      throw new Error("browser and Node give different figures");
    }
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push((await drag()).times.sort((a, b) => a - b));
    const at = (share: number) =>
      spread(rounds.map((times) => times[Math.floor(share * (times.length - 1))]!));
    const slow = at(0.99);
    return {
      case: dragSite.id,
      what,
      ours: `median ${range(at(0.5))} ms, 95 %: ${range(at(0.95))} ms, 99 %: ${range(slow)} ms`,
      peer: "–",
      ratio: "–",
      goal,
      holds: slow.median < MILLISECONDS,
    };
  } finally {
    await browser.close();
    await pages.stop();
  }
}
