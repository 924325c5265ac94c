import type { TestProject } from "vitest/node";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { postgresPrograms, startCluster } from "../../scripts/drill/postgres-cluster.ts";
import { openStore } from "../../server/store/open-store.ts";

/**
 * One private PostgreSQL for the whole test run, started before the first test file and stopped after the last,
 * whatever happened in between. Files that need none do not wait for more than its start of about a second.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SKIP_POSTGRES === "1") {
    project.provide("postgres", { skipped: true });
    return undefined;
  }
  if (!postgresPrograms()) {
    project.provide("postgres", {
      missing:
        "PostgreSQL 15 with PostGIS is missing; npm test installs it, or: apt-get install postgresql postgresql-15-postgis-3 (SKIP_POSTGRES=1 leaves these tests out)",
    });
    return undefined;
  }
  const cluster = await startCluster({ isDurable: false });
  // Copying a database that has PostGIS is ten times as fast as creating the extension.
  await cluster.newDatabase("postgis_template");
  // So is copying one that has the tables and their hundred indexes: four times as fast as making them for each city.
  const databaseUrl = await cluster.newDatabase("store_template");
  const store = await openStore({ databaseUrl, dataDirectory: "unused", recordTypes: storedRecordTypes });
  await store.close();
  project.provide("postgres", { port: cluster.port });
  return () => cluster.stop();
}
