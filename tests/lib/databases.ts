import { describe } from "vitest";
import { isPostgresSkipped, newPostgresDatabase } from "./postgres.ts";

/** Address of the database a test shall use; undefined means SQLite in a folder of its own. */
export type NewDatabase = () => Promise<string | undefined>;

/** Runs a suite on SQLite and again on PostgreSQL: what users see must not depend on the database. */
export function onBothDatabases(suite: (newDatabase: NewDatabase) => void): void {
  describe("on SQLite", () => suite(async () => undefined));
  describe.skipIf(isPostgresSkipped())("on PostgreSQL", () => suite(newPostgresDatabase));
}
