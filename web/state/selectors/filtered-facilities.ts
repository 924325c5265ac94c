import type { FeatureCollection } from "geojson";
import type { FacilityFamily } from "#domain/facility/facility-families.ts";

/** Facilities of the families that are switched on: the list, the count and the map show these. */
export function facilitiesOfFamilies(
  found: FeatureCollection,
  families: readonly FacilityFamily[],
): FeatureCollection {
  const shown: readonly unknown[] = families;
  return {
    ...found,
    features: found.features.filter((feature) => shown.includes(feature.properties?.family)),
  };
}
