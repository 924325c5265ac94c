import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { address } from "../../scripts/drill/postgres-cluster.ts";

/** The test run's own PostgreSQL, or why there is none. */
declare module "vitest" {
  interface ProvidedContext {
    postgres: { port: number } | { missing: string } | { skipped: true };
  }
}

/** True when the run was told to do without (SKIP_POSTGRES=1); a missing installation is a failure instead. */
export function isPostgresSkipped(): boolean {
  return "skipped" in inject("postgres");
}

/** Makes an empty database with PostGIS in the run's cluster. */
export function newPostgresDatabase(): Promise<string> {
  return copyOf("postgis_template");
}

/** Makes a database with the product's tables and nothing in them, as a server leaves it that was started once. */
export function newStoreDatabase(): Promise<string> {
  return copyOf("store_template");
}

async function copyOf(template: string): Promise<string> {
  const cluster = inject("postgres");
  if (!("port" in cluster)) {
    throw new Error("missing" in cluster ? cluster.missing : "PostgreSQL is left out by SKIP_POSTGRES=1");
  }
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  // Copied file by file: a third of the time of writing each page to the log too, which nobody will read.
  await inDatabase(
    address(cluster.port, "postgres"),
    `create database ${name} template ${template} strategy file_copy`,
  );
  return address(cluster.port, name);
}

/** Runs one statement on a connection of its own. */
export async function inDatabase<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** One fresh database for a test file; the answer is known inside tests. */
export function usePostgresDatabase(): () => string {
  let url = "";
  beforeAll(async () => {
    url = await newPostgresDatabase();
  });
  afterAll(() => {
    url = "";
  });
  return () => url;
}
