import { join } from "node:path";
import pg from "pg";
import { connectionOptions } from "../store/postgres/connection-options.ts";
import { BackupError, type TableFacts } from "./backup-manifest.ts";
import { runPostgresProgram } from "./postgres-programs.ts";

/** The dump within the folder of a backup, in pg_dump's own compressed form. */
export const dumpName = "database.dump";

/**
 * Dumps the database while others write, and counts in the very snapshot that pg_dump reads: facts and dump are of
 * one moment.
 * @throws BackupError ("program") as `runPostgresProgram`
 */
export async function copyPostgres(
  databaseUrl: string,
  directory: string,
): Promise<{ schema: number; tables: TableFacts[]; files: string[] }> {
  return withClient(databaseUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
    const dumped = runPostgresProgram("pg_dump", {
      databaseUrl,
      options: [
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        `--snapshot=${rows[0]?.snapshot}`,
        `--file=${join(directory, dumpName)}`,
      ],
    });
    const [facts] = await Promise.all([factsIn(client), dumped]);
    await client.query("rollback");
    return { ...facts, files: [dumpName] };
  });
}

/**
 * Fills an empty database from a dump, in one transaction.
 * @throws BackupError ("target") when there are tables already, ("program") as `runPostgresProgram`
 */
export async function fillPostgres(databaseUrl: string, directory: string): Promise<void> {
  const names = await withClient(databaseUrl, tableNames);
  if (names.length > 0) {
    throw new BackupError(
      "target",
      "Die Datenbank aus DATABASE_URL enthält schon Tabellen. Eine Sicherung wird nur in eine leere Datenbank zurückgespielt.",
    );
  }
  await runPostgresProgram("pg_restore", {
    databaseUrl,
    options: [
      "--single-transaction",
      "--exit-on-error",
      "--no-owner",
      "--no-privileges",
      "--no-comments",
      join(directory, dumpName),
    ],
  });
}

/** Schema number and facts of every table of a database. */
export async function examinePostgres(
  databaseUrl: string,
): Promise<{ schema: number; tables: TableFacts[] }> {
  return withClient(databaseUrl, factsIn);
}

async function factsIn(client: pg.Client): Promise<{ schema: number; tables: TableFacts[] }> {
  // Rows are compared as text, whose form must not depend on the server's settings.
  await client.query("set extra_float_digits = 1; set bytea_output = 'hex'; set timezone = 'UTC'");
  const { rows } = await client.query<{ schema: number }>(
    "select max(number)::int as schema from schema_step",
  );
  const tables: TableFacts[] = [];
  for (const name of await tableNames(client)) {
    const quoted = pg.escapeIdentifier(name);
    const counted = await client.query<Omit<TableFacts, "name">>(
      `select count(*)::int as rows, md5(coalesce(string_agg(hash, '' order by hash collate "C"), '')) as checksum
       from (select md5(r::text) as hash from ${quoted} r) as hashed`,
    );
    tables.push({ name, ...counted.rows[0]! });
  }
  return { schema: rows[0]?.schema ?? 0, tables };
}

/** Tables of the schema in use that no extension brought. */
async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
     order by relname collate "C"`,
  );
  return rows.map(({ name }) => name);
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
