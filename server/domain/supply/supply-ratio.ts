import type { SupplyRatioFigures, SupplyRatioResult } from "../analysis/answers.ts";
import type { AreaLevel } from "../area/area.ts";
import { perPerson } from "../demand/target-group.ts";
import type { SupplyLayer } from "../site/site-fields.ts";
import type { ServingPoint } from "./capacity-for.ts";

/**
 * Supply ratio (Versorgungsgrad): capacity over people of the target group, by area and for the city, each supply
 * layer by itself (METHODS §3). `supply` are the serving places of all layers, `people` thousandths of a person
 * per area in the order of `areaNumbers` and, last, of the city. A place counts in the area its record names.
 */
export function supplyRatio({
  supply,
  layers,
  level,
  areaNumbers,
  people,
}: {
  supply: readonly ServingPoint[];
  layers: readonly SupplyLayer[];
  level: AreaLevel;
  areaNumbers: readonly string[];
  people: Float64Array;
}): SupplyRatioResult {
  const byArea = new Map<string, ServingPoint[]>();
  for (const place of supply) {
    const number = place.point.areas[level];
    if (number !== undefined) byArea.set(number, [...(byArea.get(number) ?? []), place]);
  }
  const city = figuresOf(supply, layers, people[areaNumbers.length]!);
  const areas = areaNumbers.map((areaNumber, index) => ({
    areaNumber,
    ...figuresOf(byArea.get(areaNumber) ?? [], layers, people[index]!),
  }));
  return { city, areas };
}

function figuresOf(
  places: readonly ServingPoint[],
  layers: readonly SupplyLayer[],
  thousandths: number,
): SupplyRatioFigures {
  const capacity: Record<SupplyLayer, number> = { BESTAND: 0, BESCHLOSSEN: 0, GEPLANT: 0, IDEE: 0 };
  let known = 0;
  let unknownCapacity = 0;
  for (const { point, capacity: own } of places) {
    capacity[point.layer] += own ?? 0;
    if (!layers.includes(point.layer)) continue;
    if (own === null) unknownCapacity += 1;
    else known += 1;
  }
  const people = thousandths / perPerson;
  const counted = layers.reduce((sum, layer) => sum + capacity[layer], 0);
  const isUnknown = people === 0 || (known === 0 && unknownCapacity > 0);
  return { people, capacity, unknownCapacity, ratio: isUnknown ? null : counted / people };
}
