import type { Socket } from "node:net";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import pg from "pg";
import type { Tables } from "../tables.ts";
import { connectionOptions } from "./connection-options.ts";
import { isLost, postgresError } from "./postgres-errors.ts";
import { ServerPulse } from "./server-pulse.ts";

export interface PoolOptions {
  databaseUrl: string;
  connections: number;
  /** Milliseconds until an answer counts as not coming; waiting for another writer is part of it. */
  patience: number;
}

/**
 * Kysely over a pool of its own. Unlike Kysely's driver it gives up on answers that do not come, throws away
 * connections that broke, and says in the store's terms what happened.
 */
export function kyselyOverPool(options: PoolOptions): Kysely<Tables> {
  const driver = new PostgresDriver(options);
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    },
  });
}

class PostgresDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #patience: number;
  readonly #pulse: ServerPulse;

  constructor({ databaseUrl, connections, patience }: PoolOptions) {
    this.#patience = patience;
    this.#pulse = new ServerPulse(databaseUrl);
    this.#pool = new pg.Pool({
      ...connectionOptions(databaseUrl),
      max: connections,
      statement_timeout: patience,
      idle_in_transaction_session_timeout: 60_000,
    });
    // A connection that breaks while idle has nobody to tell; without listeners it would end the process.
    this.#pool.on("error", () => {});
    this.#pool.on("connect", (client) => client.on("error", () => {}));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    try {
      return new PostgresConnection(await this.#pool.connect(), {
        patience: this.#patience,
        pulse: this.#pulse,
      });
    } catch (error) {
      throw postgresError(error);
    }
  }

  async beginTransaction(connection: PostgresConnection): Promise<void> {
    await connection.run("begin");
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    await connection.run("commit");
  }

  /** A lost connection was rolled back by the server; failing here would hide why it was lost. */
  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    if (!connection.isBroken) await connection.run("rollback");
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #patience: number;
  readonly #pulse: ServerPulse;
  isBroken = false;

  constructor(client: pg.PoolClient, { patience, pulse }: { patience: number; pulse: ServerPulse }) {
    this.#client = client;
    this.#patience = patience;
    this.#pulse = pulse;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.run(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async run(text: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult> {
    // The server answers a little before this side stops waiting, which would cost the connection.
    const query = { text, values: parameters.map(storable), query_timeout: this.#patience + 500 };
    try {
      return await this.#pulse.whileAlive(this.#client.query(query), () => this.#cutOff());
    } catch (error) {
      this.isBroken ||= isLost(error);
      throw postgresError(error);
    }
  }

  /** Makes what is asked fail at once: a goodbye would wait for the same silent server. */
  #cutOff(): void {
    const { connection } = this.#client as unknown as { connection: { stream: Socket } };
    connection.stream.destroy(new Error("the database server stands still"));
  }

  release(): void {
    this.#client.release(this.isBroken);
  }
}

/** PostgreSQL's text holds no NUL; a search for one finds the character that is stored instead (see json). */
function storable(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return parameter.map(storable);
  return typeof parameter === "string" ? parameter.replaceAll("\0", "\uFFFD") : parameter;
}
