import type { ProjectedRecord } from "#domain/access/access.ts";
import {
  type DistrictProfile,
  type ProfileLayer,
  profileLayers,
  type SupplyAmount,
} from "#domain/contract/district-contract.ts";
import { offeredCapacity } from "#domain/facility/capacity.ts";
import { type Facility, facility } from "#domain/facility/facility.ts";
import { facilityFamilies } from "#domain/facility/facility-families.ts";
import { type FacilityTypeCode, facilityTypeCodes, facilityTypes } from "#domain/facility/facility-types.ts";
import type { PlannedSite } from "#domain/site/planned-site.ts";
import { supplyLayerOfPlannedSite } from "#domain/site/site-fields.ts";

type SupplyRow = DistrictProfile["supply"]["rows"][number];

const families = Object.keys(facilityFamilies);

/**
 * What there is and what comes, by facility type and supply layer, in the order of families. Places that are protected,
 * or whose location this reader is not told, count in no Stadtbezirk (MODEL §4).
 */
export function supplyRows(
  facilities: readonly ProjectedRecord[],
  planned: readonly ProjectedRecord[],
): SupplyRow[] {
  const counted = new Map<FacilityTypeCode, Record<ProfileLayer, SupplyAmount>>();
  const count = (type: FacilityTypeCode, layer: ProfileLayer, capacity: number | null) => {
    const layers = counted.get(type) ?? emptyLayers();
    counted.set(type, layers);
    const amount = layers[layer];
    amount.count++;
    if (capacity === null) amount.withoutCapacity++;
    else amount.capacity = (amount.capacity ?? 0) + capacity;
  };
  for (const record of facilities.filter(isCounted)) {
    const { type, capacity } = record.properties as Facility;
    count(type, "BESTAND", offeredCapacity(capacity ?? [], facilityTypes[type].unit));
  }
  for (const record of planned.filter(isPlaced)) {
    const layer = supplyLayerOfPlannedSite(record.state);
    if (layer === "IDEE") continue;
    for (const { facilityType, unit, amount } of usesByType((record.properties as PlannedSite).uses)) {
      count(facilityType, layer, unit === facilityTypes[facilityType].unit ? amount : null);
    }
  }
  return [...counted]
    .map(([type, layers]): SupplyRow => ({ type, ...facilityTypes[type], layers }))
    .sort(
      (a, b) =>
        families.indexOf(a.family) - families.indexOf(b.family) ||
        facilityTypeCodes.indexOf(a.type) - facilityTypeCodes.indexOf(b.type),
    );
}

/** True for a record whose place this reader is told. */
export function isPlaced({ geometry }: ProjectedRecord): boolean {
  return geometry !== null;
}

/** Facilities in operation whose place this reader is told, none of them protected. */
function isCounted(record: ProjectedRecord): boolean {
  return (
    record.state === "IN_BETRIEB" && isPlaced(record) && facility.isProtected?.(record.properties) !== true
  );
}

/** A site with several uses of one type is one place of this type. */
function usesByType(uses: PlannedSite["uses"]): PlannedSite["uses"] {
  const byType = new Map<string, PlannedSite["uses"][number]>();
  for (const use of uses) {
    const known = byType.get(use.facilityType);
    const isMainUnit = use.unit === facilityTypes[use.facilityType].unit;
    if (!known) byType.set(use.facilityType, use);
    else if (known.unit === use.unit)
      byType.set(use.facilityType, { ...use, amount: known.amount + use.amount });
    else if (isMainUnit) byType.set(use.facilityType, use);
  }
  return [...byType.values()];
}

function emptyLayers(): Record<ProfileLayer, SupplyAmount> {
  const layers = profileLayers.map((layer) => [layer, { count: 0, capacity: null, withoutCapacity: 0 }]);
  return Object.fromEntries(layers) as Record<ProfileLayer, SupplyAmount>;
}
