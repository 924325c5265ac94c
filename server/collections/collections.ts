import type { Audience } from "#domain/access/audience.ts";
import { areaLayer, areaLevels } from "#domain/area/area.ts";
import { recordTypeOf, recordTypes } from "#domain/record/record-types.ts";
import type { Services } from "../services.ts";
import { areaCollection, areaSummary } from "./area-collection.ts";
import type { Collection, CollectionSummary } from "./collection.ts";
import { layerCollection, layerSummaries } from "./layer-collection.ts";
import { recordCollection, recordSummaries } from "./record-collection.ts";

/** Everything an audience can take away as features: areas, records, imported layers; nothing it sees none of. */
export async function collectionSummaries(
  services: Services,
  audience: Audience,
): Promise<CollectionSummary[]> {
  const records = await recordSummaries(services.store, recordTypes, audience);
  const areas = areaLevels.map((level) => areaSummary(services, level));
  const layers = await layerSummaries(services.store, audience);
  return [...areas, ...records, ...layers].filter((summary) => summary !== undefined);
}

/** What is said of one of them; undefined when it does not exist for this audience. */
export async function collectionSummary(
  services: Services,
  id: string,
  audience: Audience,
): Promise<CollectionSummary | undefined> {
  const level = areaLevels.find((candidate) => areaLayer(candidate) === id);
  if (level) return areaSummary(services, level);
  const type = recordTypeOf(id);
  if (type) return (await recordSummaries(services.store, [type], audience))[0];
  return (await layerSummaries(services.store, audience)).find((summary) => summary.id === id);
}

/** One of them with its features; undefined when it does not exist for this audience. */
export async function findCollection(
  services: Services,
  id: string,
  audience: Audience,
): Promise<Collection | undefined> {
  const level = areaLevels.find((candidate) => areaLayer(candidate) === id);
  if (level) return areaCollection(services, level, audience);
  const type = recordTypeOf(id);
  if (type) return recordCollection(services.store, type, audience);
  return id.startsWith("layer-") ? layerCollection(services.store, id, audience) : undefined;
}
