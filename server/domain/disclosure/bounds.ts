import type { MilpProblem, MilpSolver } from "../placement/milp.ts";
import { MilpBuilder } from "../placement/milp.ts";
import { type Count, type CountTable, isTold, type Sum, wantedWidth } from "./count-table.ts";

/** What an attacker can say for sure about a count that is not told. */
export interface Interval {
  low: number;
  high: number;
}
export type Intervals = ReadonlyMap<Count, Interval>;

/** Rounds of tightening; tables without circles need as many as they have levels, twice. */
const mostRounds = 60;

/**
 * Bounds of every count from the sums alone, by tightening each from the others in its sums until nothing moves
 * (bounds consistency). Exact where the unknown counts hang together without a circle: each sum's projection
 * is exact, and in a tree of sums every choice within the bounds can be carried on to all the others. With circles
 * (nested age bands in nested areas) they are too wide, never too narrow: `exactBounds` decides there.
 */
export function sumBounds(table: CountTable): Map<Count, Interval> {
  const bounds = new Map<Count, Interval>();
  for (const count of table.counts) {
    bounds.set(
      count,
      isTold(count) ? { low: count.value, high: count.value } : { low: count.least, high: count.most },
    );
  }
  let waiting = new Set(table.sums);
  for (let round = 0; round < mostRounds && waiting.size > 0; round++) {
    const next = new Set<Sum>();
    for (const sum of waiting) {
      for (const moved of tighten(sum, bounds)) for (const other of moved.sums) next.add(other);
    }
    waiting = next;
  }
  return bounds;
}

/** Tightens all members of one sum; returns those whose bounds moved. */
function tighten(sum: Sum, bounds: Map<Count, Interval>): Count[] {
  const moved: Count[] = [];
  const members = [sum.total, ...sum.parts];
  for (const [index, member] of members.entries()) {
    const own = bounds.get(member)!;
    if (own.high - own.low <= 0) continue;
    const { low, high } = impliedBy(sum, index, bounds);
    if (low > own.low || high < own.high) {
      bounds.set(member, { low: Math.max(own.low, low), high: Math.min(own.high, high) });
      moved.push(member);
    }
  }
  return moved;
}

/** Bounds one sum alone gives one of its members: 0 is the total, parts count from 1. */
export function impliedBy({ total, parts, rest }: Sum, index: number, bounds: Intervals): Interval {
  let low = rest;
  let high = rest;
  for (const [k, part] of parts.entries()) {
    if (k + 1 === index) continue;
    const one = bounds.get(part)!;
    low += one.low;
    high += one.high;
  }
  if (index === 0) return { low, high };
  const whole = bounds.get(total)!;
  return { low: whole.low - high, high: whole.high - low };
}

/** Counts that are not told, in groups that hang together through sums. */
export function unknownGroups(table: CountTable): { counts: Count[]; sums: Sum[]; hasCircle: boolean }[] {
  const seen = new Set<Count>();
  const groups: { counts: Count[]; sums: Sum[]; hasCircle: boolean }[] = [];
  for (const start of table.counts) {
    if (seen.has(start) || isTold(start)) continue;
    const counts = [start];
    const sums = new Set<Sum>();
    seen.add(start);
    let links = 0;
    for (const count of counts) {
      for (const sum of count.sums) {
        links++;
        if (sums.has(sum)) continue;
        sums.add(sum);
        for (const other of [sum.total, ...sum.parts]) {
          if (seen.has(other) || isTold(other)) continue;
          seen.add(other);
          counts.push(other);
        }
      }
    }
    groups.push({ counts, sums: [...sums], hasCircle: links > counts.length + sums.size - 1 });
  }
  return groups;
}

/** The longest one problem of a few dozen counts may take, in seconds. */
const secondsPerProblem = 20;

/** More people than any city has. */
const farOut = 1e8;

/**
 * Bounds of the guarded counts of one group by linear programs over all its sums: smallest and largest whole number.
 * Every answer is a table the told figures allow, and so are the true counts; a count that differs widely enough
 * among those found so far needs no program of its own, and its bounds are then at least as wide as told here. A count
 * whose program finds no answer is bounded by nothing wider than 0.
 */
export async function exactBounds(
  group: { counts: readonly Count[]; sums: readonly Sum[] },
  within: Intervals,
  solver: MilpSolver,
): Promise<Map<Count, Interval>> {
  const { problem, columns } = problemOf(group, within);
  const seen = group.counts.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const found = new Map<Count, Interval>();
  for (const [index, count] of group.counts.entries()) {
    if (count.guarded === 0) continue;
    const own = seen[index]!;
    for (const sense of ["min", "max"] as const) {
      if (own.high - own.low >= wantedWidth(count)) break;
      const values = await extreme(problem, columns.get(count)!, sense, solver);
      for (const [k, range] of seen.entries()) {
        const value = values ? values[k]! : Number.NaN;
        range.low = Math.min(range.low, value);
        range.high = Math.max(range.high, value);
      }
    }
    const isSolved = Number.isFinite(own.low) && Number.isFinite(own.high);
    found.set(count, isSolved ? { low: own.low, high: own.high } : { low: 0, high: 0 });
  }
  return found;
}

function problemOf({ counts, sums }: { counts: readonly Count[]; sums: readonly Sum[] }, within: Intervals) {
  const builder = new MilpBuilder();
  const columns = new Map<Count, number>();
  for (const count of counts) {
    const { low, high } = within.get(count)!;
    columns.set(count, builder.column(0, low, high, true));
  }
  for (const { total, parts, rest } of sums) {
    let told = rest;
    const members: number[] = [];
    const factors: number[] = [];
    for (const [member, factor] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const column = columns.get(member);
      if (column === undefined) told += factor * member.value;
      else {
        members.push(column);
        factors.push(factor);
      }
    }
    builder.row(-told, -told, members, factors);
  }
  return { problem: builder.problem("min"), columns };
}

/** A table with the smallest or largest value of one count, per column; null when there is none. */
async function extreme(
  problem: MilpProblem,
  column: number,
  sense: "min" | "max",
  solver: MilpSolver,
): Promise<number[] | null> {
  // Without an end to one side, a bound far out does as well.
  const upper = problem.upper.map((bound) => Math.min(bound, farOut));
  const lower = problem.lower.map((bound) => Math.max(bound, -farOut));
  const cost = new Float64Array(problem.columnCount);
  cost[column] = 1;
  const answer = await solver.solve(
    { ...problem, sense, cost, lower, upper },
    { seconds: secondsPerProblem },
  );
  return answer.status === "optimal" ? [...answer.values].map(Math.round) : null;
}
