import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type Database from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Tables } from "../tables.ts";
import { isBusy, sqliteError } from "./sqlite-errors.ts";

/** Milliseconds SQLite itself waits for a lock, with the event loop stopped; transactions wait otherwise. */
export const busyMilliseconds = 5000;
/** Milliseconds a transaction waits for another process's: longer than a publication, shorter than a request. */
const turnMilliseconds = 9000;

/**
 * Kysely over one better-sqlite3 connection. Kysely's own driver begins deferred transactions, prepares each
 * statement anew, and waits for a lock with the event loop stopped; this one does none of the three.
 */
export function kyselyOver(database: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new SqliteDriver(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    },
  });
}

class SqliteDriver implements Driver {
  readonly #database: Database.Database;
  readonly #connection: SqliteConnection;
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: Database.Database) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  /** Hands the one connection to one user at a time, in the order they came. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release = () => {};
    this.#turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** Immediate, since a reader that turns writer can be refused at any time; tries again without blocking. */
  async beginTransaction(): Promise<void> {
    const database = this.#database;
    const deadline = performance.now() + turnMilliseconds;
    try {
      database.pragma("busy_timeout = 0");
      for (;;) {
        try {
          database.exec("begin immediate");
          return;
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw sqliteError(error);
        }
        await pause(10);
      }
    } finally {
      database.pragma(`busy_timeout = ${busyMilliseconds}`);
    }
  }

  async commitTransaction(): Promise<void> {
    this.#execute("commit");
  }

  /** A full disk ends the transaction by itself; a second rollback would hide the first error. */
  async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#execute("rollback");
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }

  #execute(statement: string): void {
    try {
      this.#database.exec(statement);
    } catch (error) {
      throw sqliteError(error);
    }
  }
}

/** Statements longer than this are bulk inserts of a passing size: not worth keeping. */
const longestKept = 4000;
const mostKept = 300;

class SqliteConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      const { changes } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (error) {
      throw sqliteError(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  #prepare(sql: string): Database.Statement {
    const kept = this.#prepared.get(sql);
    if (kept) return kept;
    const statement = this.#database.prepare(sql);
    if (sql.length > longestKept) return statement;
    if (this.#prepared.size >= mostKept) this.#prepared.clear();
    this.#prepared.set(sql, statement);
    return statement;
  }
}
