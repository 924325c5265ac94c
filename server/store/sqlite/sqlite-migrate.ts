import { dirname, join } from "node:path";
import type Database from "better-sqlite3";
import { type Migration, sqliteDdl } from "../migrations/migration.ts";
import { schemaOf } from "./sqlite-file.ts";

/**
 * Brings the schema up to date in one transaction: killed in between, the old schema stands. A database that
 * already holds data is first copied beside itself (VACUUM INTO syncs the copy to the disk).
 */
export function migrateSqlite(
  database: Database.Database,
  { migrations, at }: { migrations: readonly Migration[]; at: string },
): void {
  const known = migrations.at(-1)?.number ?? 0;
  const found = schemaOf(database);
  if (found >= known) return;
  if (found > 0) {
    const stamp = at.replaceAll(/[:.]/g, "-");
    const copy = join(dirname(database.name), `sozialraumkarte-schema-${found}-${stamp}.sqlite`);
    database.prepare("vacuum into ?").run(copy);
  }
  const migrate = database.transaction(() => {
    // Another process may have been quicker; the version counts only inside the transaction.
    const from = schemaOf(database);
    for (const migration of migrations) {
      if (migration.number <= from) continue;
      for (const statement of migration.statements(sqliteDdl)) database.exec(statement);
      database.pragma(`user_version = ${migration.number}`);
    }
  });
  migrate.immediate();
}
