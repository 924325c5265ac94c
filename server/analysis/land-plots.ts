import type { Audience } from "#domain/access/audience.ts";
import type { LandPlot } from "#domain/analysis/planning-base.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { candidateSite } from "#domain/site/candidate-site.ts";
import { plannedSite } from "#domain/site/planned-site.ts";
import { publicNeedsSite } from "#domain/site/public-needs-site.ts";
import { readableRecords } from "../layers/record-features.ts";
import type { Store } from "../store/store.ts";
import { placeOfRecord } from "./place-of-record.ts";

/** States in which land can still be thought of anew: designated and not in use, or secured and not yet funded. */
const openStates: Readonly<Record<LandPlot["type"], readonly string[]>> = {
  "public-needs-sites": ["FREI", "UNTERGENUTZT"],
  "planned-sites": ["FLAECHE_GESICHERT", "PLANUNGSRECHT"],
  "candidate-sites": ["SKIZZE", "VORGEPRUEFT", "AGSP_ABGESTIMMT"],
};

/** Land this audience may know of and a facility could be placed on, in an order that stays. */
export async function gatherLand(store: Store, audience: Audience): Promise<LandPlot[]> {
  const plots: LandPlot[] = [];
  for (const type of [publicNeedsSite, plannedSite, candidateSite]) {
    const name = type.type as LandPlot["type"];
    const records = await readableRecords(store, type, audience);
    for (const record of records.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const place = openStates[name].includes(record.state) ? placeOfRecord(record) : null;
      if (place) plots.push(plotOf(record, name, place));
    }
  }
  return plots;
}

function plotOf(
  { id, properties }: StoredRecord,
  type: LandPlot["type"],
  [longitude, latitude]: [number, number],
): LandPlot {
  const isCityOwned = properties.owner === "CITY" || properties.securingType === "EIGENTUM";
  return {
    id,
    type,
    name: String(properties.name ?? ""),
    longitude,
    latitude,
    areaM2: (properties.areaM2 ?? properties.siteAreaM2 ?? null) as number | null,
    isSecured: isCityOwned || typeof properties.securingType === "string",
    isCityOwned,
    isPublicNeeds: type === "public-needs-sites",
    constraints: (properties.constraints ?? []) as LandPlot["constraints"],
  };
}
