import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ReleaseManifest } from "#domain/dataset/release.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import { defineRecordType } from "#domain/record/record-type.ts";
import type { RecordChange, StagedRecord, Store, WriteContext } from "../../../server/store/store.ts";

/** A small record type with one field of each filterable kind. */
export const siteType = defineRecordType({
  type: "test-sites",
  names: { singular: { de: "Standort", en: "Site" }, plural: { de: "Standorte", en: "Sites" } },
  schema: z.object({}),
  fields: {
    name: { name: { de: "Name", en: "Name" } },
    kind: { name: { de: "Art", en: "Kind" }, filter: "text" },
    places: { name: { de: "Plätze", en: "Places" }, filter: "number" },
    ticket: { name: { de: "Schein", en: "Ticket" }, filter: "text" },
    groups: { name: { de: "Gruppen", en: "Groups" }, filter: "list" },
  },
  lifecycle: { initial: "entwurf", states: { entwurf: { name: { de: "Entwurf", en: "Draft" }, next: [] } } },
  defaultVisibility: "RESTRICTED",
  rights: {},
  geometry: { kinds: ["Point"], optional: true },
  title: (properties) => String(properties.name),
  mapFields: [],
  unique: { fields: ["ticket", "places"], sentence: () => "Diesen Schein gibt es schon." },
});

export const type = siteType.type;

let count = 0;
/** A moment per call, each later than the one before. */
export function moment(): string {
  count += 1;
  return new Date(Date.UTC(2026, 0, 1) + count).toISOString();
}

export function site(given: Partial<StoredRecord> = {}): StoredRecord {
  return {
    id: randomUUID(),
    type,
    revision: 1,
    state: "entwurf",
    visibility: "PUBLIC",
    owner: "demo:PLANNER:51",
    participants: [],
    department: "51",
    districts: ["10"],
    geometry: { type: "Point", coordinates: [9.18, 48.77] },
    properties: { name: "Kita Hallschlag" },
    createdAt: "",
    updatedAt: "",
    ...given,
  };
}

export function writeContext(given: Partial<WriteContext> = {}): WriteContext {
  return { actor: "demo:PLANNER:51", at: moment(), ...given };
}

export function creation(record: StoredRecord): RecordChange & { action: "create" } {
  return { action: "create", type, id: record.id, title: String(record.properties.name ?? ""), record };
}

/** Writes a new record and returns it as stored. */
export async function create(
  store: Store,
  given: Partial<StoredRecord> = {},
  context: WriteContext = writeContext(),
): Promise<StoredRecord> {
  const outcome = await store.write([creation(site(given))], context);
  const [record] = outcome.kind === "written" ? outcome.records : [];
  if (!record) throw new Error(`not written: ${outcome.kind}`);
  return record;
}

export function edit(seen: StoredRecord, properties: StoredRecord["properties"]): RecordChange {
  return {
    action: "edit",
    type,
    id: seen.id,
    title: String(properties.name ?? ""),
    expectedRevision: seen.revision,
    record: { ...seen, properties },
  };
}

export function deletion(seen: StoredRecord): RecordChange {
  return { action: "delete", type, id: seen.id, title: "", expectedRevision: seen.revision };
}

export function manifest(
  given: Partial<Omit<ReleaseManifest, "contentHash">> = {},
): Omit<ReleaseManifest, "contentHash"> {
  return {
    dataset: "schools",
    kind: "records",
    title: { de: "Schulen", en: "Schools" },
    visibility: "INTERNAL",
    isDemo: false,
    provenance: { source: "Stadtmessungsamt", licence: "CC BY 4.0", referenceDate: "2024-12-31" },
    details: {},
    ...given,
  };
}

export function stagedSite(importKey: string, given: Partial<StagedRecord["record"]> = {}): StagedRecord {
  const { state, visibility, owner, participants, department, districts, geometry } = site();
  const properties = { name: `Schule ${importKey}`, places: 100 };
  return {
    importKey,
    record: {
      state,
      visibility,
      owner,
      participants,
      department,
      districts,
      geometry,
      properties,
      ...given,
    },
  };
}

/** Stages and publishes these records as the dataset "schools". */
export async function publishSites(store: Store, rows: readonly StagedRecord[], contentHash: string) {
  const release = await store.openRelease(manifest());
  await store.stage(release, { kind: "records", type, rows });
  return store.publish(release, {
    actor: "demo:STATISTICS",
    at: moment(),
    contentHash,
    titleOf: ({ properties }) => String(properties.name),
  });
}
