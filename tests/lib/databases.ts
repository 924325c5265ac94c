import { describe } from "vitest";
import { isPostgresSkipped, newPostgresDatabase, newStoreDatabase } from "./postgres.ts";

/** Address of the database a test shall use; undefined means SQLite in a folder of its own. */
export type NewDatabase = () => Promise<string | undefined>;

/**
 * Runs a suite on SQLite and again on PostgreSQL: what users see must not depend on the database. A new database of
 * PostgreSQL has the product's tables already, an empty one has none.
 */
export function onBothDatabases(suite: (newDatabase: NewDatabase, emptyDatabase: NewDatabase) => void): void {
  const none = async () => undefined;
  describe("on SQLite", () => suite(none, none));
  describe.skipIf(isPostgresSkipped())("on PostgreSQL", () => suite(newStoreDatabase, newPostgresDatabase));
}
