import { boundCover } from "./cover-bound.ts";
import { undominated } from "./dominance.ts";
import { enoughInOrder, withoutNeedless } from "./enough.ts";
import { greedy } from "./greedy.ts";
import { MilpBuilder } from "./milp.ts";
import { firstChoice } from "./most-savings.ts";
import { afterOpening, type Savings, totalSaving } from "./savings.ts";
import { breathe, type Found, type SearchRun, secondsLeft } from "./search-run.ts";

/** Swaps for so many sites take too long; greedy then has the last word before the proof. */
const mostForSwaps = 60;

/**
 * The fewest candidates that together save at least `wanted` (FEWEST_SITES, LSCP where that is everything that
 * can be saved). Every candidate saves the same in a cell. Found from above by greedy and swaps with one site
 * fewer, bounded from below by relaxation, proved by the solver. `wanted` must be within reach.
 */
export async function fewestSites(
  problem: Savings,
  wanted: number,
  run: SearchRun,
  tell: (stage: "FIRST_ANSWER" | "BOUND" | "PROOF", value: number, bound: number | null) => void,
): Promise<Found> {
  const first = fewSites(problem, wanted);
  tell("FIRST_ANSWER", first.length, null);
  await breathe(run);
  const { bound, chosen: ranked, open } = boundCover(problem, wanted, first);
  const chosen = ranked.sort((a, b) => a - b);
  const known: Found = { chosen, value: chosen.length, bound, isProven: bound >= chosen.length };
  tell("BOUND", known.value, known.bound);
  await breathe(run);
  if (known.isProven) return known;

  const candidates = undominated(problem, Array.from(open));
  const answer = await run.solver.solve(coverMilp(problem, wanted, candidates, known.chosen), {
    seconds: secondsLeft(run),
    isCancelled: run.isCancelled,
    onProgress: (value, lower) =>
      tell("PROOF", Math.min(known.value, value), Math.max(known.bound, Math.ceil(lower - 1e-6))),
  });
  await breathe(run);
  if (answer.status === "stopped") return known;
  // None of the candidates that are left makes fewer sites possible.
  if (answer.status === "infeasible") return { ...known, bound: known.value, isProven: true };
  const found = candidates.filter((_, position) => answer.values[position]! > 0.5);
  // A tolerance of the solver must not make a choice that misses a person: then only the bound counts.
  if (totalSaving(problem, found) < wanted)
    return { ...known, bound: Math.max(known.bound, Math.ceil(answer.bound - 1e-6)) };
  return found.length < known.value
    ? { chosen: found, value: found.length, bound: found.length, isProven: true }
    : { ...known, bound: known.value, isProven: true };
}

/**
 * Few sites without proof, beginning with those of `kept`: what is still missing is added greedily and what is
 * no longer needed goes. Deterministic.
 */
export function repairedSites(problem: Savings, wanted: number, kept: readonly number[]): number[] | null {
  const rest = afterOpening(problem, kept);
  const added = greedy(rest, rest.usable.length);
  return enoughInOrder(problem, wanted, [...kept, ...added])?.sort((a, b) => a - b) ?? null;
}

/** Few sites without proof: greedy, and one fewer by swaps as long as that is enough. Deterministic. */
export function fewSites(problem: Savings, wanted: number): number[] {
  let chosen = enoughInOrder(problem, wanted, greedy(problem, problem.usable.length)) ?? [];
  while (chosen.length > 0 && chosen.length <= mostForSwaps) {
    const fewer = firstChoice(problem, chosen.length - 1);
    if (totalSaving(problem, fewer) < wanted) break;
    chosen = withoutNeedless(problem, wanted, fewer);
  }
  return chosen.sort((a, b) => a - b);
}

/** Fewest sites as a problem for the solver; cells with equal cover sets are one. */
function coverMilp(
  problem: Savings,
  wanted: number,
  candidates: readonly number[],
  chosen: readonly number[],
) {
  const coveredBy: number[][] = Array.from({ length: problem.cellCount }, () => []);
  const weights = new Float64Array(problem.cellCount);
  candidates.forEach((j, position) => {
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++) {
      coveredBy[problem.cells[k]!]!.push(position);
      weights[problem.cells[k]!] = problem.savings[k]!;
    }
  });
  const merged = new Map<string, { members: number[]; weight: number }>();
  let total = 0;
  coveredBy.forEach((members, i) => {
    if (members.length === 0) return;
    const key = members.join(",");
    const group = merged.get(key) ?? { members, weight: 0 };
    group.weight += weights[i]!;
    total += weights[i]!;
    merged.set(key, group);
  });
  const builder = new MilpBuilder();
  for (const _ of candidates) builder.column(1, 0, 1, true);
  const isChosen = new Set(chosen);
  const start = candidates.map((j) => (isChosen.has(j) ? 1 : 0));
  const isComplete = start.filter((open) => open === 1).length === chosen.length;
  if (wanted >= total) {
    for (const { members } of withoutImplied([...merged.values()]))
      builder.row(1, Number.POSITIVE_INFINITY, members, new Array(members.length).fill(1));
  } else {
    const unit = Math.max(1, wanted / 1e4);
    const columns: number[] = [];
    const shares: number[] = [];
    for (const { members, weight } of merged.values()) {
      const column = builder.column(0, 0, 1, false);
      columns.push(column);
      shares.push(weight / unit);
      start.push(members.some((position) => start[position] === 1) ? 1 : 0);
      builder.row(
        Number.NEGATIVE_INFINITY,
        0,
        [column, ...members],
        [1, ...new Array(members.length).fill(-1)],
      );
    }
    builder.row(wanted / unit, Number.POSITIVE_INFINITY, columns, shares);
  }
  return builder.problem("min", isComplete ? Float64Array.from(start) : null);
}

/** A cell is covered anyway where all candidates of another one, which must be covered, cover it too. */
function withoutImplied<Row extends { members: number[] }>(rows: Row[]): Row[] {
  const bySize = [...rows].sort((a, b) => a.members.length - b.members.length);
  const kept: Row[] = [];
  const keptBy = new Map<number, Set<number>[]>();
  for (const row of bySize) {
    const own = new Set(row.members);
    const isImplied = row.members.some((member) =>
      keptBy.get(member)?.some((other) => [...other].every((position) => own.has(position))),
    );
    if (isImplied) continue;
    kept.push(row);
    const first = row.members[0]!;
    keptBy.set(first, [...(keptBy.get(first) ?? []), own]);
  }
  return kept;
}
