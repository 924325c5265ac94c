import type { Standard } from "../parameter-set/standard.ts";
import type { SupplyLayer } from "../site/site-fields.ts";
import type { SupplyPoint } from "./supply-point.ts";

/** A place that counts for a kind, and its capacity in the standard's unit; null is unknown. */
export interface ServingPoint {
  point: SupplyPoint;
  capacity: number | null;
}

/**
 * Categories of capacity that serve a kind, such as "U3" and "Ü3": those its usual sizes are made of. Null where
 * the sizes name none, and then every category of the unit serves.
 */
export function servingCategories(standard: Pick<Standard, "sizes">): ReadonlySet<string> | null {
  const categories = new Set(standard.sizes.flatMap((size) => size.uses.map((use) => use.category)));
  return categories.size === 0 || categories.has("") ? null : categories;
}

/**
 * Capacity of a point for a kind, in the standard's unit: offered (angeboten), where that is unknown licensed
 * (genehmigt). Counted are the types and categories that serve the kind; a capacity without category serves.
 * Null where nobody knows; 0 where all its capacity of this unit is known to be for others.
 */
export function capacityFor(point: SupplyPoint, standard: Standard): number | null {
  const ofUnit = point.capacity.filter((capacity) => capacity.unit === standard.unit);
  if (ofUnit.length === 0) return null;
  const categories = servingCategories(standard);
  const serving = ofUnit.filter(
    ({ category, facilityType }) =>
      (category === "" || !categories || categories.has(category)) &&
      (facilityType === undefined || standard.facilityTypes.includes(facilityType)),
  );
  if (serving.length === 0) return 0;
  const known = serving.map(({ offered, licensed }) => offered ?? licensed).filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/**
 * The points of these layers that serve a kind, in the order of their ids, so that ties between equally near
 * places fall alike wherever the list came from. A point known to have no capacity for the kind is none of them.
 */
export function servingSupply(
  supply: readonly SupplyPoint[],
  standard: Standard,
  layers: readonly SupplyLayer[],
): ServingPoint[] {
  return supply
    .filter((point) => layers.includes(point.layer))
    .filter((point) => point.facilityTypes.some((type) => standard.facilityTypes.includes(type)))
    .map((point) => ({ point, capacity: capacityFor(point, standard) }))
    .filter(({ capacity }) => capacity !== 0)
    .sort((a, b) => (a.point.id < b.point.id ? -1 : a.point.id > b.point.id ? 1 : 0));
}
