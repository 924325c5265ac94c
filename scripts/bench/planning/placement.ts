import { suggestionRequestSchema } from "#domain/analysis/question.ts";
import { makeTask } from "#domain/placement/make-task.ts";
import { MilpBuilder, type MilpProblem } from "#domain/placement/milp.ts";
import type { SearchRun } from "#domain/placement/search-run.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { type BenchCase, type BenchRow, range } from "../bench-case.ts";
import { spread } from "../rounds.ts";
import { demoPlanning, freshModel } from "./demo-planning.ts";
import { timed } from "./pgrouting.ts";

const ROUNDS = 5;
/** The exact answer takes a while: it is asked for once. */
const EXACT_SECONDS = 900;

const solver = makeHighsSolver();
const run = (): SearchRun => ({
  solver,
  endsAt: Date.now() + EXACT_SECONDS * 1000,
  onProgress: () => {},
  isCancelled: () => false,
  pause: () => Promise.resolve(),
});

/** Covering the demo with no facility at all: the classical problem, in which every cell is still to be covered. */
export async function coverTask(scale: number, count: number) {
  const model = freshModel({ ...demoPlanning(scale), supply: [] });
  const request = suggestionRequestSchema.parse({
    question: { kind: "KITA" },
    objective: "COVER_MOST",
    land: "ANY",
    count,
  });
  const prepared = await makeTask(model, request, [], run());
  return { ...prepared, firstAnswer: () => prepared.task.quick(run(), []) };
}

export const coverMost: BenchCase = {
  id: "P5",
  what: "MCLP, p = 20, up to 5,000 candidates: first answer / highs exact",
  run: async () => {
    const count = 20;
    const { task, city, firstAnswer } = await coverTask(1, count);
    const { weights } = city.resolved;
    let chosen: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const took = (await timed(async () => (chosen = (await firstAnswer())!))) / 1000;
      if (round > 0) seconds.push(took);
    }
    const problem = coverProblem(
      city.reached.map(({ cells }) => cells),
      weights,
      count,
    );
    const exact = await solvedExactly(problem);
    const share = task.value(chosen) / exact.objective;
    const ours = spread(seconds);
    const faster = exact.seconds / ours.median;
    const proof = await proved(() => task.solve(run(), () => {}));
    const isSame = Math.abs(proof.found.value - exact.objective) <= 1e-6 * exact.objective;
    if (proof.found.isProven && !isSame) throw new Error("our proof and the peer's differ");
    return [
      {
        case: "P5",
        what: `${coverMost.what} (${city.candidates.length} candidates)`,
        ours: `${range(ours)} s, then ${proof.found.isProven ? "proved" : "not proved"} in ${proof.seconds.toFixed(1)} s`,
        peer: `${exact.seconds.toFixed(1)} s`,
        ratio: `${share.toFixed(4)} of the optimum, ${faster.toFixed(0)} × faster`,
        goal: "≥ 0.99 of the optimum, ≥ 500 × faster",
        holds: share >= 0.99 && faster >= 500 && proof.found.isProven,
      },
    ];
  },
};

export const shortWays: BenchCase = {
  id: "P6",
  what: "p-median, 120 candidates × 600 cells, p = 10: first answer / optimum",
  run: async () => {
    const rows: BenchRow[] = [];
    const { ways, task } = await medianOf(120, 600, 10);
    let chosen: number[] = [];
    const took = await timed(async () => (chosen = (await task.quick(run(), []))!));
    const exact = await solvedExactly(medianProblem(ways, 10));
    const above = task.value(chosen) / exact.objective - 1;
    rows.push({
      case: "P6",
      what: shortWays.what,
      ours: `${took.toFixed(0)} ms`,
      peer: `${exact.seconds.toFixed(1)} s`,
      ratio: `${(100 * above).toFixed(2)} % above`,
      goal: "≤ 1 % above",
      holds: above <= 0.01,
    });
    return rows;
  },
};

/** Cells, candidates and ways of a p-median of this size in the demo without facilities. */
async function medianOf(candidates: number, cells: number, count: number) {
  const data = demoPlanning(1);
  const { grid } = data;
  const heaviest = Array.from({ length: grid.cellCount }, (_, cell) => cell)
    .sort((a, b) => grid.residents[b]! - grid.residents[a]! || a - b)
    .slice(0, cells);
  const isDemand = new Set(heaviest);
  const few = {
    ...grid,
    counts: grid.counts.map((counts) => counts.map((n, cell) => (isDemand.has(cell) ? n : 0))),
  };
  const model = freshModel({ ...data, grid: few, supply: [] });
  const land = heaviest
    .filter((_, position) => position % Math.floor(cells / candidates) === 0)
    .slice(0, candidates)
    .map((cell) => plotAt(cell, grid));
  const request = suggestionRequestSchema.parse({
    question: { kind: "KITA" },
    objective: "SHORTEST_WAYS",
    land: "PUBLIC_NEEDS",
    count,
  });
  const { task, city } = await makeTask(model, request, land, run());
  return { task, ways: { reached: city.reached, weights: city.resolved.weights } };
}

function plotAt(cell: number, { longitude, latitude }: { longitude: Int32Array; latitude: Int32Array }) {
  return {
    id: `cell-${cell}`,
    type: "public-needs-sites" as const,
    name: `cell ${cell}`,
    longitude: longitude[cell]! / 1e7,
    latitude: latitude[cell]! / 1e7,
    areaM2: null,
    isSecured: true,
    isCityOwned: true,
    isPublicNeeds: true,
    constraints: [],
  };
}

/** MCLP as METHODS §8 states it: max Σ wᵢzᵢ with zᵢ ≤ Σ xⱼ over the candidates that cover i, and Σ xⱼ ≤ p. */
function coverProblem(covers: readonly Uint32Array[], weights: Uint32Array, count: number): MilpProblem {
  const builder = new MilpBuilder();
  const sites = covers.map(() => builder.column(0, 0, 1, true));
  const coveredBy = new Map<number, number[]>();
  covers.forEach((cells, j) => {
    for (const cell of cells) {
      const own = coveredBy.get(cell);
      if (own) own.push(sites[j]!);
      else coveredBy.set(cell, [sites[j]!]);
    }
  });
  for (const [cell, by] of coveredBy) {
    const covered = builder.column(weights[cell]!, 0, 1, false);
    builder.row(0, Number.POSITIVE_INFINITY, [...by, covered], [...by.map(() => 1), -1]);
  }
  builder.row(
    0,
    count,
    sites,
    sites.map(() => 1),
  );
  return builder.problem("max");
}

/** p-median as METHODS §8 states it: min Σ wᵢdᵢⱼyᵢⱼ, everybody assigned once and only to what is open. */
function medianProblem(
  {
    reached,
    weights,
  }: { reached: readonly { cells: Uint32Array; costs: Uint32Array }[]; weights: Uint32Array },
  count: number,
): MilpProblem {
  const builder = new MilpBuilder();
  const sites = reached.map(() => builder.column(0, 0, 1, true));
  const assigned = new Map<number, number[]>();
  reached.forEach(({ cells, costs }, j) => {
    cells.forEach((cell, k) => {
      const column = builder.column(weights[cell]! * costs[k]!, 0, 1, false);
      builder.row(Number.NEGATIVE_INFINITY, 0, [column, sites[j]!], [1, -1]);
      const own = assigned.get(cell);
      if (own) own.push(column);
      else assigned.set(cell, [column]);
    });
  });
  for (const columns of assigned.values())
    builder.row(
      1,
      1,
      columns,
      columns.map(() => 1),
    );
  builder.row(
    0,
    count,
    sites,
    sites.map(() => 1),
  );
  return builder.problem("min");
}

async function solvedExactly(problem: MilpProblem): Promise<{ objective: number; seconds: number }> {
  const start = performance.now();
  const answer = await solver.solve(problem, { seconds: EXACT_SECONDS });
  if (answer.status !== "optimal") throw new Error(`the peer did not solve it within ${EXACT_SECONDS} s`);
  return { objective: answer.objective, seconds: (performance.now() - start) / 1000 };
}

async function proved<T>(solve: () => Promise<T>): Promise<{ found: T; seconds: number }> {
  const start = performance.now();
  const found = await solve();
  return { found, seconds: (performance.now() - start) / 1000 };
}
