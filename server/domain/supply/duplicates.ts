import type { DuplicatePair, DuplicateResult } from "../analysis/answers.ts";
import type { PlanningRules, Standard } from "../parameter-set/standard.ts";
import { type ServingPoint, servingCategories } from "./capacity-for.ts";
import { type Catchments, weightOf } from "./catchments.ts";
import { confessionOf } from "./confession.ts";
import { hoursOverlap } from "./opening-hours.ts";
import type { SupplyPoint } from "./supply-point.ts";

/**
 * Possible double structures (Doppelstrukturen, METHODS §3): pairs of one kind whose catchments share more than a
 * share of residents and which are both little used. A "Prüfhinweis", never a finding: hours and target groups
 * nobody could compare and cooperation, which no record holds, stay "nicht geprüft". What is known to differ in
 * target group, hours or confession is no double structure.
 *
 * `residents` are the weights of cells; `supply` is in the order of the catchments.
 */
export function duplicates({
  supply,
  catchments,
  residents,
  standard,
  rules,
}: {
  supply: readonly ServingPoint[];
  catchments: Catchments;
  residents: Uint32Array;
  standard: Standard;
  rules: PlanningRules;
}): DuplicateResult {
  const sizes = catchments.reached.map(({ cells }) => weightOf(cells, residents));
  const pairs: DuplicatePair[] = [];
  let unknown = 0;
  for (const { first, second, shared } of sharedResidents(catchments, residents)) {
    const overlap = shared / Math.min(sizes[first]!, sizes[second]!);
    if (!(overlap > rules.duplicateOverlap)) continue;
    const [a, b] = [supply[first]!.point, supply[second]!.point];
    const sameTargetGroup = haveSameTargetGroup(a, b, standard);
    const overlappingHours = hoursOverlap(a.openingHours, b.openingHours);
    if (sameTargetGroup === false || overlappingHours === false || differInConfession(a, b)) continue;
    const uses = [utilisation(a, standard), utilisation(b, standard)] as const;
    if (uses.some((use) => use !== null && use >= rules.duplicateUtilisation)) continue;
    if (uses[0] === null || uses[1] === null) {
      unknown += 1;
      continue;
    }
    pairs.push({
      first: { id: a.id, name: a.name },
      second: { id: b.id, name: b.name },
      overlap,
      firstUtilisation: uses[0],
      secondUtilisation: uses[1],
      differentProviders:
        a.provider === null || b.provider === null ? null : a.provider.trim() !== b.provider.trim(),
      reasons: [
        { code: "SAME_FUNCTION", holds: true },
        { code: "SAME_TARGET_GROUP", holds: sameTargetGroup },
        { code: "OVERLAPPING_HOURS", holds: overlappingHours },
        { code: "OVERLAPPING_CATCHMENT", holds: true },
        { code: "LOW_UTILISATION", holds: true },
        { code: "NO_COOPERATION", holds: null },
      ],
    });
  }
  return { pairs: pairs.sort((one, other) => other.overlap - one.overlap), unknown };
}

/** Residents in both catchments, for every pair of places that has any. */
function sharedResidents({ start, places }: Catchments, residents: Uint32Array) {
  const shared = new Map<number, Map<number, number>>();
  for (let cell = 0; cell < residents.length; cell++) {
    const people = residents[cell]!;
    if (people === 0) continue;
    const end = start[cell + 1]!;
    for (let at = start[cell]!; at < end; at++) {
      const first = places[at]!;
      const partners = shared.get(first) ?? new Map<number, number>();
      shared.set(first, partners);
      for (let other = at + 1; other < end; other++) {
        const second = places[other]!;
        partners.set(second, (partners.get(second) ?? 0) + people);
      }
    }
  }
  return [...shared]
    .flatMap(([first, partners]) =>
      [...partners].map(([second, people]) => ({ first, second, shared: people })),
    )
    .sort((a, b) => a.first - b.first || a.second - b.second);
}

/** By their categories; without any, a shared type stands for the same people. */
function haveSameTargetGroup(a: SupplyPoint, b: SupplyPoint, standard: Standard): boolean | null {
  const [ofA, ofB] = [categoriesOf(a, standard), categoriesOf(b, standard)];
  if (ofA.length > 0 && ofB.length > 0) return ofA.some((category) => ofB.includes(category));
  return a.facilityTypes.some((type) => b.facilityTypes.includes(type)) ? true : null;
}

function categoriesOf(point: SupplyPoint, standard: Standard): string[] {
  const serving = servingCategories(standard);
  return point.capacity
    .filter(({ unit, category }) => unit === standard.unit && category !== "")
    .map(({ category }) => category)
    .filter((category) => !serving || serving.has(category));
}

/** Occupied over offered (Auslastung), of the categories where both are known; null where none is. */
function utilisation(point: SupplyPoint, standard: Standard): number | null {
  const serving = servingCategories(standard);
  let [occupied, offered] = [0, 0];
  for (const capacity of point.capacity) {
    const { unit, category } = capacity;
    if (unit !== standard.unit || (category !== "" && serving && !serving.has(category))) continue;
    if (capacity.occupied === null || capacity.offered === null) continue;
    occupied += capacity.occupied;
    offered += capacity.offered;
  }
  return offered === 0 ? null : occupied / offered;
}

function differInConfession(a: SupplyPoint, b: SupplyPoint): boolean {
  const [ofA, ofB] = [confessionOf(a.provider), confessionOf(b.provider)];
  return ofA !== null && ofB !== null && ofA !== ofB;
}
