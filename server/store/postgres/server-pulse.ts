import { performance } from "node:perf_hooks";
import pg from "pg";
import { connectionOptions } from "./connection-options.ts";

/** Milliseconds an answer may take before it is asked whether the server answers anything at all. */
const suspicionMilliseconds = 1500;
/** Milliseconds the server has to answer that. */
const pulseMilliseconds = 1500;
/** A clock that rings so late shows that this process stood still, and may have missed the answer. */
const lateMilliseconds = 300;

/**
 * Tells a server that is busy from one that is gone without saying so: a write may wait nine seconds for its turn,
 * and a publication two minutes, but nobody waits for a machine that stands still (RELIABILITY D-15: 503 within 5 s).
 */
export class ServerPulse {
  readonly #options: pg.ClientConfig;
  #asking: Promise<boolean> | undefined;

  constructor(databaseUrl: string) {
    this.#options = { ...connectionOptions(databaseUrl), connectionTimeoutMillis: pulseMilliseconds };
  }

  /** The answer, while the server lives; `giveUp` is called once it does not, and must make the answer fail. */
  async whileAlive<R>(answer: Promise<R>, giveUp: () => void): Promise<R> {
    let isOver = false;
    const ask = async () => {
      // One question serves all who wait; on a new connection, as a broken one would prove nothing.
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      const lives = await this.#asking;
      if (isOver) return;
      if (lives) clock = setTimeout(ask, suspicionMilliseconds).unref();
      else giveUp();
    };
    // A mere clock: nearly every answer comes long before it rings, and each has to set one.
    let clock = setTimeout(ask, suspicionMilliseconds).unref();
    try {
      return await answer;
    } finally {
      isOver = true;
      clearTimeout(clock);
    }
  }

  async #ask(): Promise<boolean> {
    const client = new pg.Client(this.#options);
    client.on("error", () => {});
    const began = performance.now();
    try {
      await client.connect();
      await client.query({ text: "select 1", query_timeout: pulseMilliseconds } as pg.QueryConfig);
      return true;
    } catch (error) {
      // A server that refuses (too many connections, starting up) lives; what waits is told by its own connection.
      if (error instanceof pg.DatabaseError) return true;
      return performance.now() - began > pulseMilliseconds + lateMilliseconds;
    } finally {
      client.end().catch(() => {});
    }
  }
}
