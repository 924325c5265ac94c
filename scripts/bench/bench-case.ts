import type { Compared, Spread } from "./rounds.ts";

/** One line of the table. */
export interface BenchRow {
  case: string;
  what: string;
  ours: string;
  peer: string;
  ratio: string;
  goal: string;
  /** `null` where there was nothing to compare with. */
  holds: boolean | null;
}

export interface BenchCase {
  id: string;
  what: string;
  run(): Promise<BenchRow[]>;
}

export interface Goal {
  text: string;
  holds(ratio: number): boolean;
}

export const atLeast = (limit: number): Goal => ({
  text: `≥ ${limit}`,
  holds: (ratio) => ratio >= limit,
});
export const atMost = (limit: number): Goal => ({ text: `≤ ${limit}`, holds: (ratio) => ratio <= limit });

export function comparedRow(
  { id, what }: { id: string; what: string },
  compared: Compared,
  goal: Goal,
  unit: string,
): BenchRow {
  return {
    case: id,
    what,
    ours: `${range(compared.ours)} ${unit}`,
    peer: `${range(compared.peer)} ${unit}`,
    ratio: range(compared.ratio),
    goal: goal.text,
    holds: goal.holds(compared.ratio.median),
  };
}

/** The same, the other way round: how many times faster than the peer ours is. */
export function fasterRow(
  { id, what }: { id: string; what: string },
  compared: Compared,
  times: number,
  unit: string,
): BenchRow {
  const { median, least, most } = compared.ratio;
  const faster = { median: 1 / median, least: 1 / most, most: 1 / least };
  return {
    case: id,
    what,
    ours: `${range(compared.ours)} ${unit}`,
    peer: `${range(compared.peer)} ${unit}`,
    ratio: `${range(faster)} × faster`,
    goal: `≥ ${times} × faster`,
    holds: faster.median >= times,
  };
}

/** A case that could not be measured, and why. */
export function missingRow(
  { id, what }: { id: string; what: string },
  reason: string,
  goal: string,
): BenchRow {
  return { case: id, what, ours: "–", peer: reason, ratio: "–", goal, holds: null };
}

/** Median with least and most behind it. */
export function range({ median, least, most }: Spread): string {
  return `${short(median)} (${short(least)}–${short(most)})`;
}

function short(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
