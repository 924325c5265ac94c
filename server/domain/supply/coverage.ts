import type { CoverageResult } from "../analysis/answers.ts";
import type { GridAreas } from "../demand/population-grid.ts";
import type { WayMeasure } from "../reachability/reachability.ts";
import { WayDistribution } from "./way-distribution.ts";

/**
 * People within the limit of a place, with the median and ninetieth percentile of all their ways, by area and for
 * the city: never "the Stadtteil has one: yes or no" (METHODS §2). Weights are thousandths of a person, costs
 * and limit whole millimetres or milliseconds; ways are told in whole metres or tenths of a minute.
 */
export function coverage({
  weights,
  costs,
  areas,
  limit,
  measure,
}: {
  weights: Uint32Array;
  costs: Uint32Array;
  areas: GridAreas | null;
  limit: number;
  measure: WayMeasure;
}): CoverageResult {
  const groupCount = areas?.numbers.length ?? 0;
  const ways = new WayDistribution({
    weights,
    costs,
    groupOf: areas?.index ?? null,
    groupCount,
    limit,
    measure,
  });
  return {
    city: ways.figures(ways.city),
    areas: (areas?.numbers ?? []).map((areaNumber, group) => ({ areaNumber, ...ways.figures(group) })),
  };
}
