import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { sql, type Transaction } from "kysely";
import type { StoredRecord } from "#domain/record/record.ts";
import type { PublicFace } from "#domain/release/public-face.ts";
import { contentHash } from "./audit-chain.ts";
import { importedContent } from "./imported-content.ts";
import { insertAll } from "./insert-all.ts";
import type { RecordFields } from "./record-fields.ts";
import { parseRecord } from "./record-reader.ts";
import { type RecordVersion, saveRecords } from "./save-records.ts";
import { type PublishOptions, RecordTakenError, type StagedRecord } from "./store.ts";
import type { ImportKeyTable, Tables } from "./tables.ts";
import { isSecond } from "./unique-records.ts";

/** Staged rows handled at once: their documents and those they replace are in memory together. */
const rowsAtOnce = 2000;

interface StagedRow {
  type: string;
  key: string;
  record: StagedRecord["record"];
}

export interface RecordCounts {
  created: number;
  changed: number;
  unchanged: number;
}

/**
 * Turns staged rows into records. A row is compared with what the last import wrote under its key, not with the
 * record: where the source says nothing new, a person's edit stays. Where it does, the record gets a new
 * revision, but keeps what people decided about it: owner, participants, and its visibility unless the source
 * states another one than last time. A record a person deleted stays deleted. Records missing from the source
 * are left alone.
 * @throws RecordTakenError for a second record of what there is only once
 */
export async function publishRecords(
  transaction: Transaction<Tables>,
  {
    releaseId,
    dataset,
    options,
  }: { releaseId: string; dataset: string; options: PublishOptions & { fields: RecordFields } },
): Promise<RecordCounts> {
  const counts: RecordCounts = { created: 0, changed: 0, unchanged: 0 };
  for (let from = 0; ; from += rowsAtOnce) {
    const rows = await stagedRows(transaction, releaseId, from);
    if (rows.length === 0) break;
    const { versions, keys } = await compared(transaction, { rows, dataset, options, counts });
    await saveRecords(transaction, versions, options);
    for (const version of versions) {
      if (await isSecond(transaction, version, options.fields)) throw new RecordTakenError(version.record);
    }
    await insertAll(transaction, "import_key", keys, replaceKey);
  }
  await transaction.deleteFrom("staged_record").where("release_id", "=", releaseId).execute();
  return counts;
}

async function stagedRows(
  transaction: Transaction<Tables>,
  releaseId: string,
  from: number,
): Promise<StagedRow[]> {
  const rows = await transaction
    .selectFrom("staged_record")
    .select(["type", "import_key as key", "document"])
    .where("release_id", "=", releaseId)
    .where("position", ">=", from)
    .where("position", "<", from + rowsAtOnce)
    .orderBy("position")
    .execute();
  return rows.map(({ type, key, document }) => ({ type, key, record: JSON.parse(document) }));
}

type ImportedVersion = RecordVersion & { before: StoredRecord | undefined };

async function compared(
  transaction: Transaction<Tables>,
  {
    rows,
    dataset,
    options,
    counts,
  }: { rows: readonly StagedRow[]; dataset: string; options: PublishOptions; counts: RecordCounts },
): Promise<{ versions: ImportedVersion[]; keys: ImportKeyTable[] }> {
  const known = await knownKeys(transaction, rows, dataset);
  const versions: ImportedVersion[] = [];
  const keys: ImportKeyTable[] = [];
  for (const { type, key, record: staged } of rows) {
    const before = known.get(place(type, key));
    const hash = contentHash(importedContent(staged));
    const isKept = before?.current && options.mayReplace && !options.mayReplace(before.current);
    if (before && (before.hash === hash || !before.current || isKept)) {
      counts.unchanged += 1;
      continue;
    }
    const record = before?.current
      ? replaced(before.current, staged, { lastVisibility: before.visibility, at: options.at })
      : created(type, staged, options.at);
    counts[before ? "changed" : "created"] += 1;
    const title = options.titleOf?.(staged) ?? "";
    versions.push({ record, title, action: "import", reason: null, before: before?.current });
    keys.push({
      type,
      source: dataset,
      key,
      id: record.id,
      content_hash: hash,
      visibility: staged.visibility,
    });
  }
  return { versions, keys };
}

function created(type: string, staged: StagedRecord["record"], at: string): StoredRecord {
  return { ...staged, id: randomUUID(), type, revision: 1, createdAt: at, updatedAt: at };
}

function replaced(
  current: StoredRecord,
  staged: StagedRecord["record"],
  { lastVisibility, at }: { lastVisibility: string; at: string },
): StoredRecord {
  const { owner, participants, visibility, publicFace } = current;
  return {
    ...current,
    ...staged,
    ...(publicFace && { publicFace: movedFace(publicFace, current, staged) }),
    owner,
    participants,
    visibility: staged.visibility === lastVisibility ? visibility : staged.visibility,
    revision: current.revision + 1,
    updatedAt: at,
  };
}

/**
 * Which area holds a place is not known here: a face that shows one instead of a place that has moved shows none until
 * somebody looks at it again.
 */
function movedFace(
  face: PublicFace,
  current: StoredRecord,
  staged: Pick<StoredRecord, "geometry">,
): PublicFace {
  if (face.place === null || isDeepStrictEqual(current.geometry, staged.geometry)) return face;
  return { ...face, place: "NONE", areaNumber: null, geometry: null };
}

interface KnownKey {
  hash: string;
  visibility: string;
  /** Absent when a person deleted the record. */
  current: StoredRecord | undefined;
}

async function knownKeys(
  transaction: Transaction<Tables>,
  rows: readonly StagedRow[],
  dataset: string,
): Promise<Map<string, KnownKey>> {
  const found = await transaction
    .selectFrom("import_key")
    .leftJoin("record", (join) =>
      join.onRef("record.type", "=", "import_key.type").onRef("record.id", "=", "import_key.id"),
    )
    .select([
      "import_key.type",
      "import_key.key",
      "import_key.content_hash",
      "import_key.visibility",
      "record.document",
    ])
    .where("import_key.source", "=", dataset)
    .where("import_key.type", "in", [...new Set(rows.map((row) => row.type))])
    .where(
      "import_key.key",
      "in",
      rows.map((row) => row.key),
    )
    .execute();
  return new Map(
    found.map(({ type, key, content_hash, visibility, document }) => [
      place(type, key),
      { hash: content_hash, visibility, current: document === null ? undefined : parseRecord(document) },
    ]),
  );
}

function place(type: string, key: string): string {
  return `${type}\n${key}`;
}

const replaceKey = sql`on conflict (type, source, key)
  do update set content_hash = excluded.content_hash, visibility = excluded.visibility`;
