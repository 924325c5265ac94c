import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";
import type { Migration } from "../migrations/migration.ts";
import type { Tables } from "../tables.ts";
import { kyselyOverPool } from "./postgres-driver.ts";
import { postgresExpressions } from "./postgres-expressions.ts";
import { channel, listen } from "./postgres-listener.ts";
import { locks, migratePostgres } from "./postgres-migrate.ts";

/**
 * Connects to the database at this address. Three pools, ten connections in all, so that neither writers waiting
 * for their turn nor a long publication take the connections that reading needs; one more listens for commits.
 * @throws StoreUnavailableError, StoreTooNewError
 */
export async function openPostgres({
  databaseUrl,
  migrations,
}: {
  databaseUrl: string;
  migrations: readonly Migration[];
}): Promise<Engine> {
  const reads = kyselyOverPool({ databaseUrl, connections: 5, patience: 4000 });
  const writes = kyselyOverPool({ databaseUrl, connections: 3, patience: 9000 });
  const bulk = kyselyOverPool({ databaseUrl, connections: 2, patience: 120_000 });
  const close = async () => {
    await Promise.all([reads.destroy(), writes.destroy(), bulk.destroy()]);
  };
  try {
    const readOnly = await isReadOnly(reads);
    await migratePostgres(bulk, { migrations, readOnly });
    return {
      kind: "postgres",
      readOnly,
      reads,
      writes,
      bulk,
      expressions: postgresExpressions,
      async lockChain(transaction) {
        await sql`select pg_advisory_xact_lock(${locks.chain})`.execute(transaction);
      },
      async announce(transaction) {
        await sql`select pg_notify(${channel}, '')`.execute(transaction);
      },
      watch: (mayHaveChanged) => listen(databaseUrl, mayHaveChanged),
      async refreshStatistics() {
        // Autovacuum would come to it within a minute; until then lists of a first import scan the table.
        await sql`analyze record, import_key, staged_record`.execute(bulk);
      },
      async recordIndexes() {
        const { rows } = await sql<{ name: string }>`
          select indexname as name from pg_indexes
          where schemaname = current_schema() and tablename = 'record'`.execute(reads);
        return new Set(rows.map((row) => row.name));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A standby, or a database or role set to read-only. */
async function isReadOnly(database: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ setting: string }>`
    select current_setting('transaction_read_only') as setting`.execute(database);
  return rows[0]?.setting === "on";
}
