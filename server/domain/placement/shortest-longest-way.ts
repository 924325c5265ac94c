import { unreached } from "../reachability/reachability.ts";
import { MilpBuilder } from "./milp.ts";
import { breathe, type Found, type SearchRun, secondsLeft } from "./search-run.ts";
import { longestWay, type Ways } from "./ways.ts";

/**
 * At most `count` candidates so that the longest way anybody has is as short as possible
 * (SHORTEST_LONGEST_WAY, p-center). For a length r the question is whether `count` candidates are enough for
 * everybody whose way is longer than r; halving between lengths that are enough and lengths that cannot be
 * finds the best (Minieka 1970). First both answers are guessed safely: enough by opening one candidate after
 * the other, not enough by finding more cells than sites that share no candidate. The solver decides between.
 * Cells that neither a place nor a candidate reaches are left out.
 */
export async function shortestLongestWay(
  ways: Ways,
  count: number,
  run: SearchRun,
  tell: (stage: "FIRST_ANSWER" | "BOUND" | "PROOF", value: number, bound: number | null) => void,
): Promise<Found> {
  const table = new CellTable(ways);
  const lengths = table.lengths();
  let { chosen, value } = firstSites(table, lengths, count);
  tell("FIRST_ANSWER", value, null);
  await breathe(run);
  let enough = lengths.indexOf(value);
  let never = halve(
    lengths.indexOf(table.leastLength),
    enough,
    (position) => !needsMore(table, lengths[position]!, count),
  );
  tell("BOUND", value, lengths[never] ?? value);
  const known: Found = {
    chosen,
    value,
    bound: Math.min(value, lengths[never] ?? value),
    isProven: never >= enough,
  };

  while (never < enough) {
    await breathe(run);
    const middle = Math.floor((never + enough) / 2);
    const decision = decisionProblem(table, lengths[middle]!);
    const answer = await run.solver.solve(decision.problem, {
      seconds: secondsLeft(run),
      isCancelled: run.isCancelled,
    });
    await breathe(run);
    if (answer.status === "stopped") return known;
    const sites =
      answer.status === "optimal" ? decision.candidates.filter((_, j) => answer.values[j]! > 0.5) : null;
    if (sites && sites.length <= count) {
      chosen = [...sites].sort((a, b) => a - b);
      value = longestWay(ways, table.cells, chosen);
      enough = lengths.indexOf(value);
    } else never = middle + 1;
    tell("PROOF", value, lengths[never] ?? value);
  }
  return { chosen, value, bound: value, isProven: true };
}

/** Good sites without proof. Deterministic. */
export function quickLongestWay(ways: Ways, count: number): number[] {
  const table = new CellTable(ways);
  return firstSites(table, table.lengths(), count).chosen;
}

function firstSites(table: CellTable, lengths: readonly number[], count: number) {
  let chosen: number[] = [];
  let value = longestWay(table.ways, table.cells, chosen);
  halve(lengths.indexOf(table.leastLength), lengths.indexOf(value), (position) => {
    const sites = coverOneByOne(table, lengths[position]!, count);
    if (sites === null) return false;
    const reached = longestWay(table.ways, table.cells, sites);
    if (reached < value) {
      value = reached;
      chosen = [...sites].sort((a, b) => a - b);
    }
    return true;
  });
  return { chosen, value };
}

/** Smallest position from `low` to `high` that holds, taking for granted that `high` does. */
function halve(low: number, high: number, holds: (position: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The entries by cell, nearest candidates first. */
class CellTable {
  readonly ways: Ways;
  /** Cells with people who reach a place or a candidate, those with the longest present way first. */
  readonly cells: number[] = [];
  readonly byCell: { candidate: number; cost: number }[][];
  /** No choice is better than this. */
  readonly leastLength: number;

  constructor(ways: Ways) {
    this.ways = ways;
    this.byCell = Array.from({ length: ways.present.length }, () => []);
    for (const j of ways.usable)
      for (let k = ways.start[j]!; k < ways.start[j + 1]!; k++)
        this.byCell[ways.cells[k]!]!.push({ candidate: j, cost: ways.costs[k]! });
    let least = 0;
    this.byCell.forEach((entries, i) => {
      entries.sort((a, b) => a.cost - b.cost || a.candidate - b.candidate);
      const best = Math.min(ways.present[i]!, entries[0]?.cost ?? unreached);
      if (ways.weights[i] === 0 || best === unreached) return;
      this.cells.push(i);
      least = Math.max(least, best);
    });
    this.cells.sort((a, b) => ways.present[b]! - ways.present[a]! || a - b);
    this.leastLength = least;
  }

  /** Every length the longest way can have, ascending. */
  lengths(): number[] {
    const all = new Set<number>([this.leastLength]);
    for (const i of this.cells) {
      if (this.ways.present[i]! >= this.leastLength) all.add(this.ways.present[i]!);
      for (const { cost } of this.byCell[i]!) if (cost >= this.leastLength) all.add(cost);
    }
    return [...all].sort((a, b) => a - b);
  }

  /** Cells whose present way is longer, and the candidates near enough. */
  far(length: number): { cell: number; candidates: number[] }[] {
    const far = [];
    for (const cell of this.cells) {
      if (this.ways.present[cell]! <= length) break;
      const candidates: number[] = [];
      for (const entry of this.byCell[cell]!) {
        if (entry.cost > length) break;
        candidates.push(entry.candidate);
      }
      far.push({ cell, candidates });
    }
    return far;
  }
}

/** Opens, for the cell in greatest need, the candidate that helps most others; null where `count` is too few. */
function coverOneByOne(table: CellTable, length: number, count: number): number[] | null {
  const far = table.far(length);
  const rowsOf = new Map<number, number[]>();
  far.forEach(({ candidates }, row) => {
    for (const j of candidates) {
      const rows = rowsOf.get(j);
      if (rows) rows.push(row);
      else rowsOf.set(j, [row]);
    }
  });
  const isDone = new Uint8Array(far.length);
  const sites: number[] = [];
  for (let row = 0; row < far.length; row++) {
    if (isDone[row]) continue;
    if (sites.length === count) return null;
    let best = -1;
    let most = 0;
    for (const j of far[row]!.candidates) {
      const helped = rowsOf.get(j)!.reduce((sum, other) => sum + (isDone[other] ? 0 : 1), 0);
      if (helped > most || (helped === most && j < best)) [best, most] = [j, helped];
    }
    if (best < 0) return null;
    sites.push(best);
    for (const other of rowsOf.get(best)!) isDone[other] = 1;
  }
  return sites;
}

/** True where more than `count` cells share no candidate, so that each needs a site of its own. */
function needsMore(table: CellTable, length: number, count: number): boolean {
  const isTaken = new Uint8Array(table.ways.candidateCount);
  let apart = 0;
  const far = table.far(length).sort((a, b) => a.candidates.length - b.candidates.length || a.cell - b.cell);
  for (const { candidates } of far) {
    if (candidates.length === 0) return true;
    if (candidates.some((j) => isTaken[j])) continue;
    for (const j of candidates) isTaken[j] = 1;
    if (++apart > count) return true;
  }
  return false;
}

/** Fewest sites that bring everybody within the length. */
function decisionProblem(table: CellTable, length: number) {
  const positions = new Map<number, number>();
  const rows = new Map<string, number[]>();
  for (const { candidates } of table.far(length)) {
    const members = [...candidates].sort((a, b) => a - b);
    rows.set(members.join(","), members);
    for (const j of members) positions.set(j, 0);
  }
  const candidates = [...positions.keys()].sort((a, b) => a - b);
  candidates.forEach((j, position) => {
    positions.set(j, position);
  });
  const builder = new MilpBuilder();
  for (const _ of candidates) builder.column(1, 0, 1, true);
  for (const members of rows.values())
    builder.row(
      1,
      Number.POSITIVE_INFINITY,
      members.map((j) => positions.get(j)!),
      new Array(members.length).fill(1),
    );
  return { problem: builder.problem("min"), candidates };
}
