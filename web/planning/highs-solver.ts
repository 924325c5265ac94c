import { type HighsRuntime, solveWithHighs } from "#domain/placement/highs.ts";
import type { MilpSolver } from "#domain/placement/milp.ts";

/**
 * The solver in the browser, fetched with the first problem it is given. It blocks its thread until it is done,
 * so only a worker of its own may hold it.
 */
export function makeHighsSolver(): MilpSolver {
  let loading: Promise<HighsRuntime> | null = null;
  return {
    async solve(problem, limits) {
      loading ??= import("highs").then((library) => library.default());
      return solveWithHighs(await loading, problem, limits);
    },
  };
}
