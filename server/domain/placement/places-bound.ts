import type { PlacesProblem } from "./places.ts";

export interface PlacesBound {
  /** No choice of `count` sites costs less; a whole number. */
  bound: number;
  /** Candidates that a choice cheaper than the known one could still hold. */
  open: number[];
}

/** How much work the bound may be: entries sorted, whatever the machine. */
const workLimit = 4e7;
const mostRounds = 250;

/**
 * Bounds the cost of any choice from below: every cell is promised a price λᵢ per unit, sites take on whom they
 * serve cheaper than that until they are full, and the `count` best candidates open. Starts from `firstPrices`, those of
 * the known choice, and steps along the subgradient; the rounds depend on the problem's size, never on time.
 * Prices are whole numbers, so the bound is exact. `value` is the cost of the known choice.
 */
export function boundPlaces(
  problem: PlacesProblem,
  count: number,
  value: number,
  firstPrices: Float64Array,
): PlacesBound {
  const { demand, unservedCosts } = problem;
  const prices = firstPrices.slice();
  const usage = new Float64Array(demand.length);
  let highest = Number.NEGATIVE_INFINITY;
  let open = [...problem.usable];
  let stepFactor = 0.5;
  let idle = 0;
  let entries = 0;
  for (const site of problem.sites) entries += site.cells.length;
  const rounds = Math.min(mostRounds, Math.max(20, Math.floor(workLimit / Math.max(1, entries))));

  for (let round = 0; round < rounds; round++) {
    let dual = 0;
    for (let i = 0; i < demand.length; i++) dual += demand[i]! * prices[i]!;
    for (const site of problem.existing) dual -= fill(problem, site, prices, null);
    const worth = new Map(open.map((site) => [site, fill(problem, site, prices, null)]));
    const ranked = [...open].sort((a, b) => worth.get(b)! - worth.get(a)! || a - b);
    const top = ranked.slice(0, count);
    for (const site of top) dual -= worth.get(site)!;
    idle = dual > highest ? 0 : idle + 1;
    highest = Math.max(highest, dual);
    if (highest >= value) break;
    const entry = worth.get(ranked[count - 1] ?? -1) ?? 0;
    open = open.filter((site) => worth.get(site)! >= entry || dual + entry - worth.get(site)! < value);

    // Direction: demand that is not taken on wants a higher price, demand taken on twice a lower one.
    usage.fill(0);
    for (const site of problem.existing) fill(problem, site, prices, usage);
    for (const site of top) fill(problem, site, prices, usage);
    let length = 0;
    const slope = new Float64Array(demand.length);
    for (let i = 0; i < demand.length; i++) {
      slope[i] = demand[i]! - usage[i]!;
      if (slope[i]! > 0 && prices[i] === unservedCosts[i]) slope[i] = 0;
      length += slope[i]! * slope[i]!;
    }
    if (length === 0) break;
    if (idle >= 8) {
      stepFactor /= 2;
      idle = 0;
      if (stepFactor < 1e-4) break;
    }
    const step = (stepFactor * (value - dual)) / length;
    for (let i = 0; i < demand.length; i++)
      prices[i] = Math.min(unservedCosts[i]!, Math.max(0, Math.round(prices[i]! + step * slope[i]!)));
  }
  return { bound: Math.min(Math.max(highest, 0), value), open };
}

/**
 * What a site is worth at these prices: it takes on the demand with the highest difference between price and
 * cost until it is full. `usage`, where given, gets the demand it takes on.
 */
export function fill(
  problem: PlacesProblem,
  site: number,
  prices: Float64Array,
  usage: Float64Array | null,
): number {
  const { cells, costs, capacity } = problem.sites[site]!;
  // Gain and position as one whole number, so that the fast sort of plain numbers does: 28 and 20 bits of 53.
  const ranked = new Float64Array(cells.length);
  let count = 0;
  for (let k = 0; k < cells.length; k++) {
    const gain = prices[cells[k]!]! - costs[k]!;
    if (gain > 0) ranked[count++] = gain * positions + (positions - 1 - k);
  }
  const gains = ranked.subarray(0, count).sort();
  let left = capacity;
  let worth = 0;
  for (let n = count - 1; n >= 0 && left > 0; n--) {
    const gain = Math.floor(gains[n]! / positions);
    const cell = cells[positions - 1 - (gains[n]! - gain * positions)]!;
    const taken = Math.min(left, problem.demand[cell]!);
    worth += taken * gain;
    if (usage) usage[cell]! += taken;
    left -= taken;
  }
  return worth;
}

/** More cells than any site reaches. */
const positions = 2 ** 20;
