import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { sql } from "kysely";
import type { Engine } from "../engine.ts";
import type { Migration } from "../migrations/migration.ts";
import { StoreReadOnlyError, StoreTooNewError } from "../store.ts";
import { kyselyOver } from "./sqlite-driver.ts";
import { sqliteError } from "./sqlite-errors.ts";
import { sqliteExpressions } from "./sqlite-expressions.ts";
import { isReadOnlyFile, openConnection, openReadOnly, schemaOf } from "./sqlite-file.ts";
import { migrateSqlite } from "./sqlite-migrate.ts";

export const databaseFileName = "sozialraumkarte.sqlite";

/** How often another process's commits are looked for, in milliseconds. */
const watchMilliseconds = 700;

/**
 * Opens or creates the database file in this directory.
 * @throws StoreTooNewError for a file of a newer version, which is left as it is, byte for byte
 */
export function openSqlite({
  dataDirectory,
  migrations,
}: {
  dataDirectory: string;
  migrations: readonly Migration[];
}): Engine {
  const path = join(dataDirectory, databaseFileName);
  const exists = existsSync(path);
  try {
    const readOnly = exists && isReadOnlyFile(path);
    if (exists) refuseUnusable(path, { readOnly, known: migrations.at(-1)?.number ?? 0 });
    else mkdirSync(dataDirectory, { recursive: true });
    return connect(path, { readOnly, migrations });
  } catch (error) {
    throw sqliteError(error);
  }
}

/** Looks at the schema before anything could be written, even the switch to a write-ahead log. */
function refuseUnusable(path: string, { readOnly, known }: { readOnly: boolean; known: number }): void {
  const database = openReadOnly(path);
  try {
    const found = schemaOf(database);
    if (found > known) throw new StoreTooNewError(found, known);
    if (readOnly && found < known) {
      throw new StoreReadOnlyError(
        `database schema ${found} needs an update to ${known}, the file is read-only`,
      );
    }
  } finally {
    database.close();
  }
}

function connect(
  path: string,
  { readOnly, migrations }: { readOnly: boolean; migrations: readonly Migration[] },
): Engine {
  const writer = openConnection(path, readOnly ? "read" : "write");
  if (!readOnly) migrateSqlite(writer, { migrations, at: new Date().toISOString() });
  // A second connection, so that reading goes on while a transaction waits for its turn.
  const reader = openConnection(path, "read");
  const writes = kyselyOver(writer);
  const reads = kyselyOver(reader);
  return {
    kind: "sqlite",
    readOnly,
    reads,
    writes,
    bulk: writes,
    expressions: sqliteExpressions,
    // "begin immediate" already is the lock, and other processes look for themselves.
    lockChain: async () => {},
    announce: async () => {},
    watch: (mayHaveChanged) => watchCommits(writer, mayHaveChanged),
    async refreshStatistics() {
      // A sample of each index is enough, and takes milliseconds; 0x10002 looks at all tables.
      await sql`pragma analysis_limit = 1000`.execute(writes);
      await sql`pragma optimize = 0x10002`.execute(writes);
    },
    async recordIndexes() {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_master where type = 'index' and tbl_name = 'record'`.execute(reads);
      return new Set(rows.map((row) => row.name));
    },
    async close() {
      await reads.destroy();
      await writes.destroy();
    },
  };
}

/** `data_version` moves when any other connection commits, and costs a look at shared memory. */
function watchCommits(database: Database.Database, mayHaveChanged: () => void): () => void {
  const version = () => {
    try {
      return database.pragma("data_version", { simple: true });
    } catch {
      return undefined;
    }
  };
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === undefined || now === seen) return;
    seen = now;
    mayHaveChanged();
  }, watchMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
