import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, onTestFinished } from "vitest";
import type { DrillDatabase } from "../../../scripts/drill/database.ts";
import { isPostgresSkipped, newPostgresDatabase } from "../../lib/postgres.ts";

/** A directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "sozialraumkarte-test-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Describes the same for both databases; `database` makes an empty one inside a test. */
export function onBothDatabases(suite: (database: () => Promise<DrillDatabase>) => void): void {
  describe("SQLite", () => suite(async () => ({ dataDirectory: temporaryDirectory() })));
  describe.skipIf(isPostgresSkipped())("PostgreSQL", () =>
    suite(async () => ({
      dataDirectory: temporaryDirectory(),
      databaseUrl: await newPostgresDatabase(),
    })),
  );
}
