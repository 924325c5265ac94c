import { type Insertable, sql, type Transaction } from "kysely";
import type { RecordAction, StoredRecord } from "#domain/record/record.ts";
import { contentHash } from "./audit-chain.ts";
import { appendAudit } from "./audit-log.ts";
import { geometryBox } from "./geometry-box.ts";
import { insertAll } from "./insert-all.ts";
import { toJson } from "./json.ts";
import type { RecordFields } from "./record-fields.ts";
import { lowerCase, sortKey } from "./sort-key.ts";
import type { RecordTable, Tables } from "./tables.ts";

/** A version of a record about to be written; for a deletion the last content under its new revision. */
export interface RecordVersion {
  /** As it will be read back (see `asStored`): this is what the audit vouches for. */
  record: StoredRecord;
  title: string;
  action: RecordAction;
  reason: string | null;
}

/**
 * Writes versions of different records: the current rows, their revisions and their audit rows, in the order
 * given. The caller holds the chain lock and has checked what may be written.
 */
export async function saveRecords(
  transaction: Transaction<Tables>,
  versions: readonly RecordVersion[],
  { actor, at, fields }: { actor: string; at: string; fields: RecordFields },
): Promise<void> {
  const documents = new Map(versions.map((version) => [version, toJson(version.record)]));
  const documentOf = (version: RecordVersion) => documents.get(version) ?? "";
  const present = versions.filter((version) => version.action !== "delete");
  const rows = present.map((version) => recordRow(version, documentOf(version), fields));
  await insertAll(transaction, "record", rows, replaceCurrent);
  for (const { action, record } of versions) {
    if (action !== "delete") continue;
    await transaction
      .deleteFrom("record")
      .where("type", "=", record.type)
      .where("id", "=", record.id)
      .execute();
  }
  await insertAll(
    transaction,
    "record_revision",
    versions.map((version) => {
      const { action, reason, record } = version;
      const { type, id, revision } = record;
      return { type, id, revision, action, actor, at, reason, document: documentOf(version) };
    }),
  );
  await appendAudit(
    transaction,
    versions.map((version) => {
      const { action, reason, record } = version;
      const { type, id, revision } = record;
      return { at, actor, action, type, id, revision, reason, contentHash: contentHash(record) };
    }),
  );
}

function recordRow(
  { record, title }: RecordVersion,
  document: string,
  fields: RecordFields,
): Insertable<RecordTable> {
  const [west, south, east, north] = geometryBox(record.geometry) ?? [null, null, null, null];
  const face = fields.faceOf(record, title);
  const hasOwnPlace = (record.publicFace?.place ?? null) !== null;
  const box = hasOwnPlace ? geometryBox(face.geometry) : null;
  return {
    type: record.type,
    id: record.id,
    revision: record.revision,
    state: record.state,
    visibility: record.visibility,
    owner: record.owner,
    department: record.department,
    districts: toJson(record.districts),
    participants: toJson(record.participants),
    title,
    title_lower: lowerCase(title),
    title_key: sortKey(title),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    west,
    south,
    east,
    north,
    public_title: face.title,
    public_title_lower: lowerCase(face.title),
    public_title_key: sortKey(face.title),
    public_place: hasOwnPlace ? (box ? "coarse" : "none") : "exact",
    public_west: box?.[0] ?? null,
    public_south: box?.[1] ?? null,
    public_east: box?.[2] ?? null,
    public_north: box?.[3] ?? null,
    derived: toJson(fields.derivedOf(record)),
    document,
  };
}

/** Columns that a new version replaces: all but the key. */
const replaced = [
  "revision",
  "state",
  "visibility",
  "owner",
  "department",
  "districts",
  "participants",
  "title",
  "title_lower",
  "title_key",
  "created_at",
  "updated_at",
  "west",
  "south",
  "east",
  "north",
  "public_title",
  "public_title_lower",
  "public_title_key",
  "public_place",
  "public_west",
  "public_south",
  "public_east",
  "public_north",
  "derived",
  "document",
] as const satisfies (keyof RecordTable)[];

const replaceCurrent = sql`on conflict (type, id) do update set ${sql.join(
  replaced.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
)}`;
