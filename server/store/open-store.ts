import { sql } from "kysely";
import type { RecordType } from "#domain/record/record-type.ts";
import { accountsOf } from "./accounts.ts";
import { askedAreaStore } from "./asked-areas.ts";
import { readAudit } from "./audit-log.ts";
import { auditSearch } from "./audit-search.ts";
import { ChangeFeed } from "./change-feed.ts";
import type { Engine } from "./engine.ts";
import { importJobStore } from "./import-jobs.ts";
import { migrations } from "./migrations/migrations.ts";
import { actNotes } from "./note-acts.ts";
import { openPostgres } from "./postgres/postgres-engine.ts";
import { publisher } from "./publish.ts";
import { RecordFields } from "./record-fields.ts";
import { recordReader } from "./record-reader.ts";
import { recordWriter } from "./record-writer.ts";
import { abortAbandoned, releaseStore } from "./releases.ts";
import { releaseRestorer } from "./restore-release.ts";
import { settings } from "./settings.ts";
import { signInsOf } from "./sign-ins.ts";
import { probeSpace } from "./space-probe.ts";
import { openSqlite } from "./sqlite/sqlite-engine.ts";
import { StorageState } from "./storage-state.ts";
import type { Store } from "./store.ts";
import { verifyAudit } from "./verify-audit.ts";

export interface StoreOptions {
  /** `postgres://…`; without it the database is a file in the data directory. */
  databaseUrl?: string | undefined;
  dataDirectory: string;
  /** Their filterable fields become indexes, and only they can be asked for in lists. */
  recordTypes: readonly RecordType[];
}

/** Days an idempotency key is remembered: longer than any client keeps trying. */
const idempotencyDays = 7;

/**
 * Opens the database, brings its schema up to date, and gives up imports whose process died.
 * @throws StoreTooNewError, StoreUnavailableError, StoreReadOnlyError (an update is due but impossible)
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = await openEngine(options);
  try {
    const fields = new RecordFields(options.recordTypes, engine.expressions);
    if (!engine.readOnly) await tidyUp(engine, fields);
    return storeOver(engine, { fields, feed: await ChangeFeed.open(engine) });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function openEngine({ databaseUrl, dataDirectory }: StoreOptions): Promise<Engine> {
  return databaseUrl ? openPostgres({ databaseUrl, migrations }) : openSqlite({ dataDirectory, migrations });
}

async function tidyUp(engine: Engine, fields: RecordFields): Promise<void> {
  await fields.createIndexes(engine);
  await abortAbandoned(engine);
  const oldest = new Date(Date.now() - idempotencyDays * 86_400_000).toISOString();
  await engine.writes
    .transaction()
    .execute((transaction) => transaction.deleteFrom("idempotency").where("at", "<", oldest).execute());
}

function storeOver(engine: Engine, { fields, feed }: { fields: RecordFields; feed: ChangeFeed }): Store {
  const storage = new StorageState(() => probeSpace(engine));
  return {
    engine: engine.kind,
    readOnly: engine.readOnly,
    isFull: storage.isFull,
    lookForSpace: storage.lookForSpace,
    async ping() {
      await sql`select 1`.execute(engine.reads);
    },
    async close() {
      feed.close();
      await engine.close();
    },
    ...recordReader(engine, fields),
    ...storage.watchWrites({
      ...settings(engine),
      ...recordWriter(engine, { feed, fields }),
      ...actNotes(engine),
      ...releaseStore(engine),
      ...publisher(engine, { feed, fields }),
    }),
    accounts: storage.noticeFull({ ...accountsOf(engine, feed), ...signInsOf(engine) }),
    ...auditSearch(engine.reads),
    audit: (query) => readAudit(engine.reads, query),
    verifyAudit: () => verifyAudit(engine.bulk),
    ...storage.noticeFull({
      ...releaseRestorer(engine, { feed }),
      ...importJobStore(engine),
      ...askedAreaStore(engine),
    }),
    onChange: (listener) => feed.onChange(listener),
  };
}
