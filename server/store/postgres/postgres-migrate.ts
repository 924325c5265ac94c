import { type Kysely, sql } from "kysely";
import { type Migration, postgresDdl } from "../migrations/migration.ts";
import { StoreReadOnlyError, StoreTooNewError } from "../store.ts";
import type { Tables } from "../tables.ts";

/** Any number will do, as long as all servers use the same one: see pg_advisory_xact_lock. */
export const locks = { chain: 7_265_001, migration: 7_265_002 };

/**
 * Brings the schema up to date in one transaction; servers that start together take turns.
 * @throws StoreTooNewError, and StoreReadOnlyError when an update is due but nothing can be written
 */
export async function migratePostgres(
  database: Kysely<Tables>,
  { migrations, readOnly }: { migrations: readonly Migration[]; readOnly: boolean },
): Promise<void> {
  const known = migrations.at(-1)?.number ?? 0;
  const found = await schemaOf(database);
  if (found > known) throw new StoreTooNewError(found, known);
  if (found === known) return;
  if (readOnly) throw new StoreReadOnlyError(`database schema ${found} needs an update to ${known}`);
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${locks.migration})`.execute(transaction);
    // Before looking: creating makes this session notice the tables another one made while it waited.
    await sql`create table if not exists schema_step (number bigint primary key, name text not null)`.execute(
      transaction,
    );
    const from = await schemaOf(transaction);
    for (const { number, name, statements } of migrations) {
      if (number <= from) continue;
      for (const statement of statements(postgresDdl)) await sql.raw(statement).execute(transaction);
      await sql`insert into schema_step (number, name) values (${number}, ${name})`.execute(transaction);
    }
  });
}

async function schemaOf(database: Kysely<Tables>): Promise<number> {
  const present = await sql<{ name: string | null }>`select to_regclass('schema_step') as name`.execute(
    database,
  );
  if (!present.rows[0]?.name) return 0;
  const { rows } = await sql<{
    number: number | null;
  }>`select max(number) as number from schema_step`.execute(database);
  return rows[0]?.number ?? 0;
}
