import { type HighsRuntime, solveWithHighs } from "#domain/placement/highs.ts";
import type { MilpSolver } from "#domain/placement/milp.ts";

/**
 * The solver in Node, loaded when first asked. It blocks the thread that runs it, so the server gives it a
 * thread of its own (`suggestion-thread.ts`).
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
