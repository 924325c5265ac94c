import { highestFieldCeiling, projected, readScope } from "#domain/access/access.ts";
import type { Audience } from "#domain/access/audience.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import { exactRecordQuery, readableFilters } from "../routes/record-query.ts";
import type { RecordFilter, Store } from "../store/store.ts";
import type {
  Collection,
  CollectionQuery,
  CollectionSummary,
  FlatFeature,
  GeometryKind,
} from "./collection.ts";
import { recordColumns } from "./record-columns.ts";

const envelopeFilters = ["state", "visibility", "department"];

/** What is said of the records of types; one this audience reads none of is left out, as if there were no such type. */
export async function recordSummaries(
  store: Store,
  types: readonly RecordType[],
  audience: Audience,
): Promise<CollectionSummary[]> {
  const present = await store.typesWithRecords(
    types.map((type) => ({ type: type.type, scope: readScope(audience, type) })),
  );
  return types
    .filter(({ type }) => present.has(type))
    .map((type) => ({
      id: type.type,
      title: type.names.plural,
      description: `${type.names.plural.de}: Merkmale, Status und Lage`,
      geometry: geometryOf(type),
      attribution: "",
    }));
}

/** One of them with its records, each as this audience may read it; undefined when it reads none. */
export async function recordCollection(
  store: Store,
  type: RecordType,
  audience: Audience,
): Promise<Collection | undefined> {
  const [summary] = await recordSummaries(store, [type], audience);
  if (!summary) return undefined;
  const filterable = [...readableFilters(type, audience).map(([field]) => field), ...envelopeFilters];
  const columns = recordColumns(type, highestFieldCeiling(audience)).map((column) => ({
    ...column,
    isFilter: filterable.includes(column.name),
  }));

  function asFeature(record: StoredRecord): FlatFeature {
    const readable = projected(audience, type, record);
    return {
      type: "Feature",
      id: readable.id,
      geometry: readable.geometry,
      properties: Object.fromEntries(columns.map(({ name, read }) => [name, read(readable)])),
    };
  }

  return {
    ...summary,
    columns,
    items: async (query) => {
      const page = await store.records(exactRecordQuery(type, audience, query, changedWithin(query)));
      return { features: page.items.map(asFeature), matched: page.total, next: page.next };
    },
    item: async (id) => {
      const record = await store.record(type.type, id, readScope(audience, type));
      return record && asFeature(record);
    },
  };
}

function changedWithin({ changed }: CollectionQuery): RecordFilter[] {
  return [
    ...(changed?.from ? [{ field: "updatedAt", op: "gte" as const, value: changed.from }] : []),
    ...(changed?.to ? [{ field: "updatedAt", op: "lte" as const, value: changed.to }] : []),
  ];
}

function geometryOf({ geometry: { kinds }, isMapped = true }: RecordType): GeometryKind {
  const families = new Set(kinds.map((kind) => kind.replace("Multi", "")));
  const [first] = families;
  if (!isMapped || !first) return "None";
  return families.size === 1 ? (first as GeometryKind) : "Geometry";
}
