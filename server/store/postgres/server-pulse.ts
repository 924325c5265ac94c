import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
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
    const done = new AbortController();
    this.#watch(done.signal, giveUp);
    try {
      return await answer;
    } finally {
      done.abort();
    }
  }

  async #watch(done: AbortSignal, giveUp: () => void): Promise<void> {
    while (!done.aborted) {
      const isOver = await pause(suspicionMilliseconds, false, { signal: done, ref: false }).catch(
        () => true,
      );
      if (isOver) return;
      // One question serves all who wait; on a new connection, as a broken one would prove nothing.
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      if (!(await this.#asking) && !done.aborted) return giveUp();
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
