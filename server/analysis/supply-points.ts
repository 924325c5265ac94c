import type { Audience } from "#domain/access/audience.ts";
import { type Facility, facility } from "#domain/facility/facility.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { type CandidateSite, candidateSite } from "#domain/site/candidate-site.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { type SupplyLayer, supplyLayerOfPlannedSite } from "#domain/site/site-fields.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import type { AreaIndex } from "../areas/area-index.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Store } from "../store/store.ts";
import { placeOfRecord } from "./place-of-record.ts";

/** States in which a sketch is still an option; a dropped or taken over one is no supply of its own. */
const openSketches = ["SKIZZE", "VORGEPRUEFT", "AGSP_ABGESTIMMT"];

/**
 * What serves people in the present, as far as this audience may know: facilities in operation, planned sites in
 * the layer of their state, and sketches as ideas. Records come through access: one that is closed, or whose
 * location is, is no supply point. Always in the same order, because a tie of two ways goes to the earlier place.
 */
export async function gatherSupply(
  store: Store,
  areas: AreaIndex,
  audience: Audience,
): Promise<SupplyPoint[]> {
  const read = async (type: RecordType) =>
    (await readableRecords(store, type, audience)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [facilities, planned, sketched] = [
    await read(facility),
    await read(plannedSite),
    await read(candidateSite),
  ];
  return [
    ...facilities
      .filter(({ state }) => state === "IN_BETRIEB")
      .flatMap((record) => placed(record, (place) => facilityPoint(record, place, areas))),
    ...planned.flatMap((record) =>
      placed(record, (place) => sitePoint(record, place, supplyLayerOfPlannedSite(record.state), areas)),
    ),
    ...sketched
      .filter(({ state }) => openSketches.includes(state))
      .flatMap((record) => placed(record, (place) => sitePoint(record, place, "IDEE", areas))),
  ];
}

type Position = [number, number];

function placed(record: StoredRecord, make: (place: Position) => SupplyPoint): SupplyPoint[] {
  const place = placeOfRecord(record);
  return place ? [make(place)] : [];
}

function facilityPoint({ id, properties }: StoredRecord, place: Position, areas: AreaIndex): SupplyPoint {
  const known = properties as Partial<Facility>;
  return {
    id,
    origin: "facilities",
    name: known.name ?? "",
    longitude: place[0],
    latitude: place[1],
    layer: "BESTAND",
    facilityTypes: known.type ? [known.type] : [],
    capacity: known.capacity ?? [],
    provider: known.provider ?? null,
    openingHours: known.openingHours ?? null,
    openingYear: null,
    condition: known.condition ?? null,
    sharedUse: known.sharedUse ?? [],
    outdoorM2: known.outdoorM2 ?? null,
    areas: areas.areasAt(place),
  };
}

/** Of a site: its uses as places on offer. They have no date, because nobody counted them. */
function sitePoint(
  { id, type, properties }: StoredRecord,
  place: Position,
  layer: SupplyLayer,
  areas: AreaIndex,
): SupplyPoint {
  const known = properties as Partial<CandidateSite>;
  const uses = known.uses ?? [];
  return {
    id,
    origin: type as "planned-sites" | "candidate-sites",
    name: known.name ?? "",
    longitude: place[0],
    latitude: place[1],
    layer,
    facilityTypes: [...new Set(uses.map(({ facilityType }) => facilityType))],
    capacity: uses.map(({ facilityType, unit, category, amount }) => ({
      facilityType,
      unit,
      category,
      licensed: null,
      offered: amount,
      occupied: null,
      referenceDate: "",
    })),
    provider: null,
    openingHours: null,
    openingYear: known.openingYear ?? null,
    condition: null,
    sharedUse: [],
    outdoorM2: null,
    areas: areas.areasAt(place),
  };
}
