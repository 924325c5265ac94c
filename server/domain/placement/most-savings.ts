import { undominated } from "./dominance.ts";
import { greedy } from "./greedy.ts";
import { interchange } from "./interchange.ts";
import { boundSavings } from "./saving-bound.ts";
import { savingMilp } from "./saving-milp.ts";
import { type Savings, totalSaving } from "./savings.ts";
import { breathe, type Found, type SearchRun, secondsLeft } from "./search-run.ts";

/** Good and at once: greedy, then swaps. Deterministic. */
export function firstChoice(problem: Savings, count: number): number[] {
  return interchange(problem, greedy(problem, count)).sort((a, b) => a - b);
}

/**
 * The choice of at most `count` candidates that saves most (COVER_MOST, SHORTEST_WAYS). `tell` hears of a
 * first answer, its bound and the proof, in savings. The proof by the solver only enters the answer when it
 * came to its end in time; until then answer and bound are those of greedy, swaps and relaxation, which
 * never depend on the clock.
 */
export async function mostSavings(
  problem: Savings,
  count: number,
  run: SearchRun,
  tell: (stage: "FIRST_ANSWER" | "BOUND" | "PROOF", value: number, bound: number | null) => void,
): Promise<Found> {
  const first = firstChoice(problem, count);
  tell("FIRST_ANSWER", totalSaving(problem, first), null);
  await breathe(run);
  const relaxed = boundSavings(problem, count, first);
  const known = {
    chosen: [...relaxed.chosen].sort((a, b) => a - b),
    value: relaxed.value,
    bound: relaxed.bound,
  };
  tell("BOUND", known.value, known.bound);
  await breathe(run);
  if (known.bound <= known.value) return { ...known, isProven: true };

  const needed = new Set(relaxed.needed);
  const kept = undominated(problem, Array.from(relaxed.open));
  const candidates = [...new Set([...kept, ...needed])].sort((a, b) => a - b);
  const milp = savingMilp(problem, count, candidates, relaxed.needed, known.chosen);
  const answer = await run.solver.solve(milp.problem, {
    seconds: secondsLeft(run),
    isCancelled: run.isCancelled,
    onProgress: (value, bound) =>
      tell(
        "PROOF",
        Math.max(known.value, value * milp.unit),
        Math.max(known.value, Math.min(known.bound, bound * milp.unit)),
      ),
  });
  await breathe(run);
  if (answer.status === "stopped") return { ...known, isProven: false };
  // Nothing is left that could be better, or what is left was searched to its end.
  if (answer.status === "infeasible") return { ...known, bound: known.value, isProven: true };
  const chosen = candidates.filter((_, position) => answer.values[position]! > 0.5);
  const value = totalSaving(problem, chosen);
  return value > known.value
    ? { chosen, value, bound: value, isProven: true }
    : { ...known, bound: known.value, isProven: true };
}
