import { Worker } from "node:worker_threads";
import type { Audience } from "#domain/access/audience.ts";
import type { BookProgress } from "#domain/contract/district-contract.ts";
import type { Language } from "#domain/text/text.ts";
import { Problem } from "../errors.ts";

/** What the thread is given: through whose eyes all Stadtbezirke are read, and the database, which it opens itself. */
export interface BookOrder {
  database: { databaseUrl: string | undefined; dataDirectory: string };
  audience: Audience;
  language: Language;
  /** ISO 8601, UTC. */
  at: string;
}

/** What the thread tells: each Stadtbezirk that is done, then the document. */
export type BookMessage = ({ kind: "progress" } & BookProgress) | { kind: "done"; pdf: Uint8Array };

/** Forty-six pages with maps take a fraction of it. */
const heapMegabytes = 768;
const longestMinutes = 5;

const busy = () =>
  new Problem(503, "Gerade werden schon alle Bezirksprofile erstellt.", {
    detail: "Bitte versuchen Sie es in einer Minute noch einmal.",
    retryAfterSeconds: 60,
  });
const tooLong = () =>
  new Problem(503, "Die Bezirksprofile sind nicht fertig geworden.", { retryAfterSeconds: 60 });

/** Has the profiles of all Stadtbezirke made as one PDF, one run at a time, in a thread beside the server. */
export class DistrictBookDesk {
  #running: Worker | undefined;
  #progress: (BookProgress & { account: string | null }) | undefined;

  /**
   * Ends early when `signal` aborts. Throws Problem 503 while another run is going, and where one takes too long or
   * too much memory.
   */
  async make(order: BookOrder, { signal }: { signal: AbortSignal }): Promise<Buffer> {
    if (this.#running) throw busy();
    const worker = new Worker(new URL("./district-book-boot.mjs", import.meta.url), {
      workerData: order,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#running = worker;
    let timer: NodeJS.Timeout | undefined;
    const end = new AbortController();
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        const giveUp = () => reject(tooLong());
        timer = setTimeout(giveUp, longestMinutes * 60_000);
        signal.addEventListener("abort", giveUp, { signal: end.signal });
        worker.on("message", (message: BookMessage) => {
          if (message.kind === "progress") {
            const { done, total } = message;
            this.#progress = { done, total, account: order.audience.account };
          } else resolve(Buffer.from(message.pdf));
        });
        worker.on("error", (error) =>
          (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? giveUp() : reject(error),
        );
        worker.on("exit", giveUp);
      });
    } finally {
      clearTimeout(timer);
      end.abort();
      await worker.terminate();
      this.#running = undefined;
      this.#progress = undefined;
    }
  }

  /** How far the run is that this account asked for; null without one, or where it has not begun with a Stadtbezirk. */
  progress(account: string | null): BookProgress | null {
    if (!this.#progress || this.#progress.account !== account) return null;
    const { done, total } = this.#progress;
    return { done, total };
  }

  /** Ends a run that is going. */
  async stop(): Promise<void> {
    await this.#running?.terminate();
  }
}
