import type { Transaction } from "kysely";
import type { StoredRecord } from "#domain/record/record.ts";
import { contentHash } from "./audit-chain.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { Engine } from "./engine.ts";
import { importedContent } from "./imported-content.ts";
import { asStored, toJson } from "./json.ts";
import type { RecordFields } from "./record-fields.ts";
import { parseRecord } from "./record-reader.ts";
import { type RecordVersion, saveRecords } from "./save-records.ts";
import type { RecordChange, Store, WriteContext, WriteOutcome } from "./store.ts";
import type { Tables } from "./tables.ts";
import { isSecond } from "./unique-records.ts";

type Refusal = Exclude<WriteOutcome, { kind: "written" }>;

/** Carries an expected refusal out of a transaction, so that what was already written is rolled back. */
class Refused extends Error {
  readonly outcome: Refusal;
  constructor(outcome: Refusal) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

export function recordWriter(
  engine: Engine,
  { feed, fields }: { feed: ChangeFeed; fields: RecordFields },
): Pick<Store, "write"> {
  return {
    async write(changes, context) {
      try {
        const records = await engine.writes.transaction().execute(async (transaction) => {
          await engine.lockChain(transaction);
          await refuseRepeated(transaction, context);
          const written: StoredRecord[] = [];
          for (const change of changes)
            written.push(await apply(transaction, change, { ...context, fields }));
          await remember(transaction, written, context);
          await engine.announce(transaction);
          return written;
        });
        await feed.committed();
        return { kind: "written", records };
      } catch (error) {
        if (error instanceof Refused) return error.outcome;
        throw error;
      }
    },
  };
}

async function apply(
  transaction: Transaction<Tables>,
  change: RecordChange,
  context: WriteContext & { fields: RecordFields },
): Promise<StoredRecord> {
  const version = await nextVersion(transaction, change, context);
  await saveRecords(transaction, [version], context);
  if (change.action !== "delete" && (await isSecond(transaction, version, context.fields)))
    throw new Refused({ kind: "taken", id: change.id });
  if (change.action === "create" && change.importKey) {
    await transaction
      .insertInto("import_key")
      .values({
        type: change.type,
        source: change.importKey.source,
        key: change.importKey.key,
        id: change.id,
        content_hash: contentHash(importedContent(version.record)),
        visibility: version.record.visibility,
      })
      .execute();
  }
  return version.record;
}

/** The version this change makes, or a refusal. */
async function nextVersion(
  transaction: Transaction<Tables>,
  change: RecordChange,
  { at }: WriteContext,
): Promise<RecordVersion & { before: StoredRecord | undefined }> {
  const { type, id, title, action, reason = null } = change;
  const current = await currentRecord(transaction, type, id);
  if (change.action === "create") {
    const taken = current ?? (await takenKey(transaction, change));
    if (taken) throw new Refused({ kind: "conflict", id, current: taken });
    await refuseDeleted(transaction, type, id);
    const record = asStored({ ...change.record, type, id, revision: 1, createdAt: at, updatedAt: at });
    return { record, title, action, reason, before: undefined };
  }
  if (!current) {
    await refuseDeleted(transaction, type, id);
    throw new Refused({ kind: "missing", id });
  }
  if (current.revision !== change.expectedRevision) throw new Refused({ kind: "conflict", id, current });
  const content = change.action === "delete" ? current : change.record;
  const { createdAt } = current;
  const revision = current.revision + 1;
  const record = asStored({ ...content, type, id, revision, createdAt, updatedAt: at });
  return { record, title, action, reason, before: current };
}

async function currentRecord(
  transaction: Transaction<Tables>,
  type: string,
  id: string,
): Promise<StoredRecord | undefined> {
  const row = await transaction
    .selectFrom("record")
    .select("document")
    .where("type", "=", type)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && parseRecord(row.document);
}

/** The record another import run already made under this key. */
async function takenKey(
  transaction: Transaction<Tables>,
  { type, importKey }: RecordChange & { action: "create" },
): Promise<StoredRecord | undefined> {
  if (!importKey) return undefined;
  const row = await transaction
    .selectFrom("import_key")
    .select("id")
    .where("type", "=", type)
    .where("source", "=", importKey.source)
    .where("key", "=", importKey.key)
    .executeTakeFirst();
  if (!row) return undefined;
  const record = await currentRecord(transaction, type, row.id);
  if (!record) await refuseDeleted(transaction, type, row.id);
  return record;
}

async function refuseDeleted(transaction: Transaction<Tables>, type: string, id: string): Promise<void> {
  const deletion = await transaction
    .selectFrom("record_revision")
    .select(["at", "actor"])
    .where("type", "=", type)
    .where("id", "=", id)
    .where("action", "=", "delete")
    .executeTakeFirst();
  if (deletion) throw new Refused({ kind: "deleted", id, ...deletion });
}

type Written = { type: string; id: string; revision: number }[];

/** Answers a key that was used before: with the records as written then, or with a refusal. */
async function refuseRepeated(
  transaction: Transaction<Tables>,
  { actor, idempotency }: WriteContext,
): Promise<void> {
  if (!idempotency) return;
  const earlier = await transaction
    .selectFrom("idempotency")
    .select(["body_hash", "written"])
    .where("actor", "=", actor)
    .where("key", "=", idempotency.key)
    .executeTakeFirst();
  if (!earlier) return;
  if (earlier.body_hash !== idempotency.bodyHash) throw new Refused({ kind: "key-reused" });
  const records: StoredRecord[] = [];
  for (const { type, id, revision } of JSON.parse(earlier.written) as Written) {
    const row = await transaction
      .selectFrom("record_revision")
      .select("document")
      .where("type", "=", type)
      .where("id", "=", id)
      .where("revision", "=", revision)
      .executeTakeFirstOrThrow();
    records.push(parseRecord(row.document));
  }
  throw new Refused({ kind: "replayed", records });
}

async function remember(
  transaction: Transaction<Tables>,
  records: readonly StoredRecord[],
  { actor, at, idempotency }: WriteContext,
): Promise<void> {
  if (!idempotency) return;
  const written: Written = records.map(({ type, id, revision }) => ({ type, id, revision }));
  await transaction
    .insertInto("idempotency")
    .values({ actor, key: idempotency.key, body_hash: idempotency.bodyHash, at, written: toJson(written) })
    .execute();
}
