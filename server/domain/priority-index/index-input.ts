import type { IndexDefinition } from "./index-definition.ts";

/** Raw figures of one level and period: one entry per area in `areaNumbers`, null where there is none. */
export interface IndexInput {
  areaNumbers: readonly string[];
  residents: readonly (number | null)[];
  /** In the order of the definition's components, each in the order of the areas. */
  values: readonly (readonly (number | null)[])[];
}

export type IndexExclusion = "TOO_FEW_RESIDENTS" | "RESIDENTS_UNKNOWN";

/** What counts: the excluded areas are gone from everything that is computed, and come back in the answer by name. */
export interface CountedAreas {
  /** Positions in the input. */
  positions: readonly number[];
  residents: Float64Array;
  /** Raw figures per component, NaN where there is none. */
  raw: readonly Float64Array[];
  excluded: ReadonlyMap<number, IndexExclusion>;
}

/** Areas with enough residents. Unknown residents exclude an area where the definition asks for them (METHODS §4.1). */
export function countedAreas(
  { minResidents, standardisation }: Pick<IndexDefinition, "minResidents" | "standardisation">,
  { areaNumbers, residents, values }: IndexInput,
): CountedAreas {
  const asksResidents = minResidents > 0 || standardisation === "POPULATION_WEIGHTED";
  const excluded = new Map<number, IndexExclusion>();
  const positions: number[] = [];
  areaNumbers.forEach((_, position) => {
    const people = residents[position] ?? null;
    if (asksResidents && people === null) excluded.set(position, "RESIDENTS_UNKNOWN");
    else if (people !== null && people < minResidents) excluded.set(position, "TOO_FEW_RESIDENTS");
    else positions.push(position);
  });
  const columnOf = (all: readonly (number | null)[]) =>
    Float64Array.from(positions, (position) => all[position] ?? Number.NaN);
  return { positions, residents: columnOf(residents), raw: values.map(columnOf), excluded };
}
