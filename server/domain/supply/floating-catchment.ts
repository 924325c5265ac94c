import { fullWeight, weightSteps } from "../demand/gaussian-weights.ts";
import type { ReachedCells } from "../reachability/reachability.ts";

/**
 * Two-step floating catchment (METHODS §3): what a place offers is shared out among all who reach it,
 * `R_j = S_j / Σ_i P_i·w(d_ij)`, and everybody adds up what they reach, `A_i = Σ_j R_j·w(d_ij)`. Without distance
 * weights everybody within the limit counts alike (2SFCA); with them near people count more (E2SFCA).
 *
 * `weights` are thousandths of a person per cell, `reached` the cells and ways of each place within `limit`,
 * `capacities` its places; `distanceWeights` holds 1001 weights in millionths from way 0 to the limit. Sums over
 * people run over integers and over places in their order, so that every machine gets the same digits.
 */
export function floatingCatchment({
  weights,
  reached,
  capacities,
  limit,
  distanceWeights,
}: {
  weights: Uint32Array;
  reached: readonly ReachedCells[];
  capacities: readonly number[];
  limit: number;
  distanceWeights: Int32Array | null;
}): {
  /** Capacity per person of each cell, also of cells where nobody lives. */
  accessibility: Float64Array;
  /** Σ P·w of each place in thousandths of a person times millionths; 0 where nobody reaches it. */
  demand: Float64Array;
} {
  const weightAt = (cost: number) =>
    distanceWeights ? distanceWeights[Math.round((cost * weightSteps) / limit)]! : fullWeight;
  const demand = Float64Array.from(reached, ({ cells, costs }) => {
    let sum = 0;
    for (let index = 0; index < cells.length; index++) {
      sum += weights[cells[index]!]! * weightAt(costs[index]!);
    }
    return sum;
  });
  const accessibility = new Float64Array(weights.length);
  reached.forEach(({ cells, costs }, place) => {
    if (demand[place] === 0) return;
    /** From places per thousandth and millionth to places per person and millionth. */
    const perWeight = (capacities[place]! * 1000) / demand[place]!;
    for (let index = 0; index < cells.length; index++) {
      accessibility[cells[index]!]! += perWeight * weightAt(costs[index]!);
    }
  });
  return { accessibility, demand };
}

/** Mean of a figure of cells over the people of each group (and, last, of all); null for a group without people. */
export function meansOverPeople(
  values: Float64Array,
  weights: Uint32Array,
  groupOf: Int32Array | null,
  groupCount: number,
): { people: Float64Array; means: (number | null)[] } {
  const people = new Float64Array(groupCount + 1);
  const sums = new Float64Array(groupCount + 1);
  for (let cell = 0; cell < weights.length; cell++) {
    const weight = weights[cell]!;
    if (weight === 0) continue;
    people[groupCount]! += weight;
    sums[groupCount]! += weight * values[cell]!;
    const group = groupOf ? groupOf[cell]! : -1;
    if (group < 0) continue;
    people[group]! += weight;
    sums[group]! += weight * values[cell]!;
  }
  return {
    people,
    means: Array.from(sums, (sum, group) => (people[group] === 0 ? null : sum / people[group]!)),
  };
}
