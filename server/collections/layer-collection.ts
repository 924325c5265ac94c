import { readsRelease } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import { isBulk, type Release } from "#domain/dataset/release.ts";
import type { FeatureRow, Store } from "../store/store.ts";
import type { Collection, CollectionSummary, Column, ColumnKind, FlatFeature } from "./collection.ts";
import { keptItems } from "./kept-collection.ts";

/** Imported layers of features this audience reads, in the order of their names. */
export async function layerSummaries(store: Store, audience: Audience): Promise<CollectionSummary[]> {
  return (await readableLayers(store, audience)).map(summaryOf);
}

/** One of them with its features; undefined where there is none of this name or it may not be read. */
export async function layerCollection(
  store: Store,
  id: string,
  audience: Audience,
): Promise<Collection | undefined> {
  const release = (await readableLayers(store, audience)).find(({ dataset }) => dataset === id);
  if (!release) return undefined;
  const rows = await store.features(release.id);
  const columns = columnsOf(rows);
  const features = () =>
    rows.map(
      ({ key, geometry, properties }): FlatFeature => ({
        type: "Feature",
        id: key,
        geometry,
        properties: Object.fromEntries(columns.map(({ name, source }) => [name, properties[source] ?? null])),
      }),
    );
  return { ...summaryOf(release), columns, ...keptItems(features) };
}

async function readableLayers(store: Store, audience: Audience): Promise<Release[]> {
  const releases = await store.releases();
  return releases
    .filter(
      (release) =>
        release.dataset.startsWith("layer-") && !isBulk(release.kind) && readsRelease(audience, release),
    )
    .sort((a, b) => a.dataset.localeCompare(b.dataset));
}

function summaryOf({ dataset, title, provenance }: Release): CollectionSummary {
  return {
    id: dataset,
    title,
    description: `${title.de}, Stand ${provenance.referenceDate}`,
    geometry: "Geometry",
    attribution: `${provenance.source} (${provenance.licence})`,
  };
}

/** Columns as the rows have them: names as the file wrote them, with underscores where a name may have none. */
function columnsOf(rows: readonly FeatureRow[]): (Column & { source: string })[] {
  const kinds = new Map<string, ColumnKind>();
  for (const { properties } of rows) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) continue;
      const kind = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
      kinds.set(name, (kinds.get(name) ?? kind) === kind ? kind : "text");
    }
  }
  return [...kinds].map(([source, kind]) => ({
    source,
    name: source.normalize("NFC").replace(/[^\p{L}\p{N}_]/gu, "_"),
    title: { de: source, en: source },
    kind,
  }));
}
