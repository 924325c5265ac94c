import { createHash } from "node:crypto";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { databaseFileName } from "../store/sqlite/sqlite-engine.ts";
import { openConnection, schemaOf } from "../store/sqlite/sqlite-file.ts";
import { BackupError, type TableFacts } from "./backup-manifest.ts";

/**
 * Copies the database of a data directory into a folder while others write, and looks at the copy. `VACUUM INTO`
 * reads one snapshot and syncs what it wrote; the incremental backup of SQLite would begin anew at each commit.
 * @throws BackupError ("program") when the copy is not sound
 */
export function copySqlite(
  dataDirectory: string,
  directory: string,
): { schema: number; tables: TableFacts[]; files: string[] } {
  const source = openConnection(join(dataDirectory, databaseFileName), "read");
  try {
    source.prepare("vacuum into ?").run(join(directory, databaseFileName));
  } finally {
    source.close();
  }
  return { ...examineSqlite(directory), files: [databaseFileName] };
}

/**
 * Schema number and facts of every table of the database file in a folder, read without changing it.
 * @throws BackupError ("tables") when SQLite's own check of pages, indexes and references finds something
 */
export function examineSqlite(directory: string): { schema: number; tables: TableFacts[] } {
  const database = openConnection(join(directory, databaseFileName), "read");
  try {
    const damage = database.pragma("integrity_check(1)", { simple: true });
    const orphans = database.pragma("foreign_key_check") as unknown[];
    if (damage !== "ok" || orphans.length > 0) {
      throw new BackupError("tables", "Die Datenbank der Sicherung besteht die Prüfung von SQLite nicht.");
    }
    return { schema: schemaOf(database), tables: tableNames(database).map((name) => facts(database, name)) };
  } finally {
    database.close();
  }
}

/** Tables of ours; those of the spatial index hold nothing that is not in `record`. */
function tableNames(database: Database.Database): string[] {
  return database
    .prepare(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite@_%' escape '@' order by name`,
    )
    .pluck()
    .all() as string[];
}

/** Rows by number of row, value by value, each with its kind and length, so that no two tables look the same. */
function facts(database: Database.Database, name: string): TableFacts {
  const hash = createHash("sha256");
  let rows = 0;
  const all = database.prepare(`select * from "${name}" order by rowid`).safeIntegers().raw();
  for (const row of all.iterate() as IterableIterator<unknown[]>) {
    rows += 1;
    for (const value of row) {
      if (Buffer.isBuffer(value)) hash.update(`b${value.length}:`).update(value);
      else if (value === null) hash.update("n");
      else hash.update(`${typeof value}${String(value).length}:${String(value)}`);
    }
  }
  return { name, rows, checksum: hash.digest("hex") };
}
