import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { WalkingNetwork } from "#domain/network/walking-network.ts";
import { postgresPrograms, startCluster } from "../../drill/postgres-cluster.ts";

/** Whether PostgreSQL with PostGIS and pgRouting can be started here. */
export function hasPgRouting(): boolean {
  const root = "/usr/share/postgresql";
  const versions = existsSync(root) ? readdirSync(root) : [];
  const isThere = (version: string) => existsSync(join(root, version, "extension/pgrouting.control"));
  return postgresPrograms() !== undefined && versions.some(isThere);
}

/** Runs something on a database of its own with pgRouting, and takes it all away again. */
export async function withPgRouting<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const cluster = await startCluster();
  try {
    const client = new pg.Client({ connectionString: await cluster.newDatabase("routing") });
    await client.connect();
    try {
      await client.query("CREATE EXTENSION pgrouting");
      // What a server on this machine would have: the defaults are for one of 2005.
      await client.query("SET work_mem = '256MB'");
      return await use(client);
    } finally {
      await client.end();
    }
  } finally {
    await cluster.stop();
  }
}

/** Writes rows of whole numbers (doubles where `doubles` says) into a new table. */
export async function fillTable(
  client: pg.Client,
  table: string,
  columns: readonly (readonly [name: string, type: string, values: readonly (number | string)[]])[],
): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS ${table}`);
  await client.query(
    `CREATE TABLE ${table} (${columns.map(([name, type]) => `${name} ${type}`).join(", ")})`,
  );
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(", ");
  await client.query(
    `INSERT INTO ${table} SELECT * FROM unnest(${arrays})`,
    columns.map(([, , values]) => values),
  );
}

/** The edges of a network as pgRouting takes them, costs in millimetres. */
export async function loadEdges(client: pg.Client, network: WalkingNetwork): Promise<void> {
  await fillTable(client, "edges", [
    ["id", "bigint", Array.from({ length: network.edgeCount }, (_, edge) => edge)],
    ["source", "bigint", [...network.from]],
    ["target", "bigint", [...network.to]],
    ["cost", "float8", [...network.length]],
  ]);
  await client.query("CREATE INDEX ON edges (id)");
  await client.query("VACUUM ANALYZE edges");
}

export const allEdges = "SELECT id, source, target, cost FROM edges";

/** Milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
