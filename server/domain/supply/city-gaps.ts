import type { CoverageResult, GapArea } from "../analysis/answers.ts";
import type { GridAreas } from "../demand/population-grid.ts";
import { perPerson } from "../demand/target-group.ts";
import type { PlanningRules, Standard } from "../parameter-set/standard.ts";
import type { ServingPoint } from "./capacity-for.ts";
import type { Catchments } from "./catchments.ts";
import { floatingCatchment, meansOverPeople } from "./floating-catchment.ts";
import { gapOf } from "./gaps.ts";

/** Places that count, with their catchments in the same order. */
export interface CountedSupply {
  supply: readonly ServingPoint[];
  catchments: Catchments;
}

/** The gap rule for every area: accessibility with what was asked for, with decided, and with planned supply. */
export function cityGaps({
  covered,
  weights,
  areas,
  asked,
  withDecided,
  withPlanned,
  limit,
  distanceWeights,
  standard,
  rules,
}: {
  covered: CoverageResult;
  weights: Uint32Array;
  areas: GridAreas;
  asked: CountedSupply;
  withDecided: CountedSupply;
  withPlanned: CountedSupply;
  limit: number;
  distanceWeights: Int32Array;
  standard: Standard;
  rules: PlanningRules;
}): GapArea[] {
  const means = (counted: CountedSupply) => {
    const { accessibility } = accessibilityOf(counted, { weights, limit, distanceWeights });
    return meansOverPeople(accessibility, weights, areas.index, areas.numbers.length).means;
  };
  const [now, decided, planned] = [means(asked), means(withDecided), means(withPlanned)];
  const unknownNow = areasOfUnknown(asked, weights, areas);
  const unknownDecided = areasOfUnknown(withDecided, weights, areas);
  return covered.areas.map(({ areaNumber, people, covered: served }, area) =>
    gapOf(
      {
        areaNumber,
        people,
        unserved: unservedOf(people, served),
        accessibility: now[area]!,
        withDecided: decided[area]!,
        withPlanned: planned[area]!,
        isUnderstated: unknownNow.has(area),
        isDecidedUnderstated: unknownDecided.has(area),
      },
      standard,
      rules,
    ),
  );
}

/** Exact again: the difference of two numbers of thousandths. */
export const unservedOf = (people: number, covered: number) =>
  Math.round((people - covered) * perPerson) / perPerson;

/** Floating catchment of the places whose capacity is known; `demand` in their order. */
export function accessibilityOf(
  { supply, catchments }: CountedSupply,
  from: { weights: Uint32Array; limit: number; distanceWeights: Int32Array | null },
) {
  const known = supply.flatMap(({ point, capacity }, index) =>
    capacity === null ? [] : [{ point, capacity, reached: catchments.reached[index]! }],
  );
  const { accessibility, demand } = floatingCatchment({
    ...from,
    reached: known.map(({ reached }) => reached),
    capacities: known.map(({ capacity }) => capacity),
  });
  return { accessibility, demand, places: known.map(({ point }) => point) };
}

/** Areas somebody of whom reaches a place of unknown capacity. */
function areasOfUnknown({ supply, catchments }: CountedSupply, weights: Uint32Array, areas: GridAreas) {
  const found = new Set<number>();
  supply.forEach(({ capacity }, index) => {
    if (capacity !== null) return;
    for (const cell of catchments.reached[index]!.cells) {
      if (weights[cell]! > 0) found.add(areas.index[cell]!);
    }
  });
  return found;
}
