import type { FacilityFamily } from "#domain/facility/facility-families.ts";
import { type FacilityTypeCode, facilityTypes } from "#domain/facility/facility-types.ts";
import type { TargetGroup } from "#domain/facility/target-groups.ts";

/** Which facilities are shown; an empty part asks nothing. */
export interface FacilityFilter {
  types: readonly FacilityTypeCode[];
  ownership: readonly string[];
  targetGroups: readonly TargetGroup[];
  /** Offered capacity in the main unit of the facility's type. */
  minCapacity: number | null;
  text: string;
}

export const noFilter: FacilityFilter = {
  types: [],
  ownership: [],
  targetGroups: [],
  minCapacity: null,
  text: "",
};

export function isFiltering(filter: FacilityFilter): boolean {
  return countOfConditions(filter) > 0;
}

/** How many of the five questions the filter asks. */
export function countOfConditions(filter: FacilityFilter): number {
  return [
    filter.types.length > 0,
    filter.ownership.length > 0,
    filter.targetGroups.length > 0,
    filter.minCapacity !== null,
    filter.text.trim() !== "",
  ].filter(Boolean).length;
}

/** The filter as the parameters of overlay, list and export. */
export function filterParameters(filter: FacilityFilter): URLSearchParams {
  const parameters = new URLSearchParams();
  if (filter.types.length > 0) parameters.set("type", filter.types.join(","));
  if (filter.ownership.length > 0) parameters.set("ownership", filter.ownership.join(","));
  if (filter.targetGroups.length > 0) parameters.set("targetGroups", filter.targetGroups.join(","));
  if (filter.minCapacity !== null) parameters.set("min.capacity", String(filter.minCapacity));
  if (filter.text.trim() !== "") parameters.set("q", filter.text.trim());
  return parameters;
}

/** Families that must be on for the filter to find anything; all of them when it does not name kinds. */
export function familiesOfFilter(
  filter: FacilityFilter,
  { shown, all }: { shown: readonly FacilityFamily[]; all: readonly FacilityFamily[] },
): readonly FacilityFamily[] {
  if (!isFiltering(filter)) return shown;
  if (filter.types.length === 0) return shown.length > 0 ? shown : all;
  const wanted = new Set([...shown, ...filter.types.map((type) => facilityTypes[type].family)]);
  return all.filter((family) => wanted.has(family));
}
