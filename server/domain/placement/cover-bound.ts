import { enoughInOrder } from "./enough.ts";
import type { Savings } from "./savings.ts";

export interface CoverBound {
  /** No choice that saves `wanted` has fewer sites. */
  bound: number;
  /** The smallest choice met, no larger than the one given. */
  chosen: number[];
  /** Candidates that a choice of fewer sites than `chosen` could still hold. */
  open: Uint32Array;
}

/** How much work a bound may be: entries looked at, whatever the machine. */
const workLimit = 2e8;
const mostRounds = 600;
/** A choice is made from the offers every so many rounds. */
const choiceEvery = 10;
/** Sums of fractions are off by less than this, for any city. */
const tolerance = 1e-6;

/**
 * How many sites are needed at least to save `wanted` in a problem of covering, where a cell saves the same by
 * whichever site. Every cell offers a share λᵢ of a site; sites that are offered more than one site are worth
 * opening, and the cells that offer least per person may stay uncovered (Lagrangian relaxation as for set
 * covering, Beasley 1987). The rounds depend on the problem's size, never on time.
 */
export function boundCover(problem: Savings, wanted: number, first: readonly number[]): CoverBound {
  const { start, cells, savings } = problem;
  const weights = new Float64Array(problem.cellCount);
  for (const j of problem.usable)
    for (let k = start[j]!; k < start[j + 1]!; k++) weights[cells[k]!] = savings[k]!;
  const coverable = Array.from(weights.keys()).filter((i) => weights[i]! > 0);
  const offers = new Float64Array(problem.cellCount);
  for (const j of problem.usable)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const share = 1 / (start[j + 1]! - start[j]!);
      if (offers[cells[k]!] === 0 || share < offers[cells[k]!]!) offers[cells[k]!] = share;
    }
  const rounds = Math.min(mostRounds, Math.max(60, Math.floor(workLimit / Math.max(1, cells.length))));
  const slope = new Float64Array(problem.cellCount);
  const excess = new Float64Array(problem.candidateCount);
  let open = problem.usable;
  let bound = 0;
  let chosen = [...first];
  let highest = Number.NEGATIVE_INFINITY;
  let stepFactor = 1;
  let idle = 0;

  for (let round = 0; round < rounds && bound < chosen.length; round++) {
    const { sum, covered } = cheapestEnough(coverable, offers, weights, wanted);
    let dual = sum;
    for (const i of coverable) slope[i] = 0.5 * slope[i]! + covered[i]!;
    for (const j of open) {
      let offered = 0;
      for (let k = start[j]!; k < start[j + 1]!; k++) offered += offers[cells[k]!]!;
      excess[j] = offered - 1;
      if (offered <= 1) continue;
      dual -= offered - 1;
      for (let k = start[j]!; k < start[j + 1]!; k++) slope[cells[k]!]! -= 1;
    }
    idle = dual > highest + 1e-9 ? 0 : idle + 1;
    highest = Math.max(highest, dual);
    bound = Math.max(bound, Math.ceil(highest - tolerance));
    if (round % choiceEvery === choiceEvery - 1) {
      const ranked = Array.from(open).sort((a, b) => excess[b]! - excess[a]! || a - b);
      const enough = enoughInOrder(problem, wanted, ranked);
      if (enough && enough.length < chosen.length) chosen = enough;
    }
    // With such a candidate open, fewer than `chosen` are not enough.
    open = open.filter((j) => dual + Math.max(0, -excess[j]!) <= chosen.length - 1 + tolerance);

    if (idle >= 15) {
      stepFactor /= 2;
      idle = 0;
      if (stepFactor < 1e-4) break;
    }
    let length = 0;
    for (const i of coverable) length += slope[i]! * slope[i]!;
    if (length === 0) break;
    const step = (stepFactor * Math.max(0.5, chosen.length - dual)) / length;
    for (const i of coverable) offers[i] = Math.max(0, offers[i]! + step * slope[i]!);
  }
  return { bound: Math.min(bound, chosen.length), chosen, open };
}

/** The least offered for covering `wanted` in total, cells in parts; `covered` is each cell's part. */
function cheapestEnough(
  coverable: readonly number[],
  offers: Float64Array,
  weights: Float64Array,
  wanted: number,
) {
  const covered = new Float64Array(offers.length);
  const ranked = [...coverable].sort((a, b) => offers[a]! / weights[a]! - offers[b]! / weights[b]! || a - b);
  let left = wanted;
  let sum = 0;
  for (const i of ranked) {
    if (left <= 0) break;
    const part = Math.min(1, left / weights[i]!);
    covered[i] = part;
    sum += part * offers[i]!;
    left -= weights[i]!;
  }
  return { sum, covered };
}
