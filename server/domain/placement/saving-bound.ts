import { interchange } from "./interchange.ts";
import { type Savings, totalSaving } from "./savings.ts";

export interface SavingBound {
  /** No choice of `count` candidates saves more than this; a whole number. */
  bound: number;
  /** The best choice met, at least as good as the one given. */
  chosen: number[];
  value: number;
  /** Candidates that a choice better than `chosen` could still hold, ascending. */
  open: Uint32Array;
  /** … and those it must hold. */
  needed: number[];
}

/** How much work a bound may be: entries looked at, whatever the machine. */
const workLimit = 4e8;
const mostRounds = 500;

/**
 * Bounds the savings of any choice from above by Lagrangian relaxation: every cell may be served by several
 * candidates but pays a price λᵢ for it, so the bound is Σ λᵢ plus the `count` highest Σᵢ max(0, sᵢⱼ − λᵢ).
 * Subgradient steps look for prices that make it small (Cornuéjols, Fisher and Nemhauser 1977). Prices are
 * whole numbers and so is the bound: it holds exactly, and is rounded down to what savings can add up to. A candidate that cannot be part of anything better
 * than what is known is dropped on the way. The number of rounds depends on the problem's size, never on time.
 */
export function boundSavings(problem: Savings, count: number, first: readonly number[]): SavingBound {
  const { start, cells, savings } = problem;
  let chosen = [...first];
  let value = totalSaving(problem, chosen);
  const prices = firstPrices(problem, chosen);
  const highest = new Float64Array(problem.cellCount);
  for (const j of problem.usable)
    for (let k = start[j]!; k < start[j + 1]!; k++)
      if (savings[k]! > highest[cells[k]!]!) highest[cells[k]!] = savings[k]!;
  let open = problem.usable;
  const needed = new Set<number>();
  const scores = new Float64Array(problem.candidateCount);
  const slope = new Float64Array(problem.cellCount);
  const isServed = new Uint8Array(problem.cellCount);
  const rounds = Math.min(mostRounds, Math.max(60, Math.floor(workLimit / Math.max(1, cells.length))));
  const grain = commonDivisor(savings);
  let lowest = Number.POSITIVE_INFINITY;
  let stepFactor = 1;
  let idle = 0;

  for (let round = 0; round < rounds; round++) {
    for (const j of open) {
      let score = 0;
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        const more = savings[k]! - prices[cells[k]!]!;
        if (more > 0) score += more;
      }
      scores[j] = score;
    }
    const ranked = Array.from(open).sort((a, b) => scores[b]! - scores[a]! || a - b);
    const top = ranked.slice(0, count);
    let dual = 0;
    for (let i = 0; i < prices.length; i++) dual += prices[i]!;
    for (const j of top) dual += scores[j]!;

    const reachable = Math.floor(dual / grain) * grain;
    idle = reachable < lowest ? 0 : idle + 1;
    lowest = Math.min(lowest, reachable);
    if (idle === 0 || round % 25 === 24) {
      const candidate = round % 25 === 24 ? interchange({ ...problem, usable: open }, top) : top;
      const reached = totalSaving(problem, candidate);
      if (reached > value) {
        value = reached;
        chosen = candidate;
      }
    }
    if (lowest <= value) break;
    const entry = scores[ranked[count - 1] ?? -1] ?? 0;
    const runnerUp = scores[ranked[count] ?? -1] ?? 0;
    for (const j of top) if (dual - scores[j]! + runnerUp <= value) needed.add(j);
    open = open.filter((j) => scores[j]! >= entry || dual - entry + scores[j]! > value);

    // Direction: how often each cell is served by the chosen, wished to be once; smoothed by the one before.
    slope.forEach((before, i) => {
      slope[i] = 0.6 * before + 1;
    });
    isServed.fill(0);
    for (const j of top)
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        const i = cells[k]!;
        if (savings[k]! > prices[i]!) {
          slope[i]! -= 1;
          isServed[i] = 1;
        }
      }
    let length = 0;
    for (let i = 0; i < slope.length; i++) {
      if (prices[i] === 0 && !isServed[i] && slope[i]! > 0) slope[i] = 0;
      length += slope[i]! * slope[i]!;
    }
    if (length === 0) break;
    if (idle >= 12) {
      stepFactor /= 2;
      idle = 0;
      if (stepFactor < 1e-4) break;
    }
    const step = (stepFactor * (dual - value)) / length;
    for (let i = 0; i < prices.length; i++)
      prices[i] = Math.min(highest[i]!, Math.max(0, Math.round(prices[i]! - step * slope[i]!)));
  }
  return { bound: Math.max(lowest, value), chosen, value, open, needed: [...needed].sort((a, b) => a - b) };
}

/** What the first answer pays for each cell, which makes the first bound the classical one of the greedy. */
function firstPrices(problem: Savings, chosen: readonly number[]): Float64Array {
  const prices = new Float64Array(problem.cellCount);
  for (const j of chosen)
    for (let k = problem.start[j]!; k < problem.start[j + 1]!; k++)
      prices[problem.cells[k]!] = Math.max(prices[problem.cells[k]!]!, problem.savings[k]!);
  return prices;
}

/** Every total of savings is a multiple of this. */
function commonDivisor(savings: Float64Array): number {
  let divisor = 0;
  for (const saving of savings) {
    let rest = saving;
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
    if (divisor === 1) break;
  }
  return Math.max(1, divisor);
}
