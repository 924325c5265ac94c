import type { FastifyBaseLogger } from "fastify";
import type { Audience } from "#domain/access/audience.ts";
import type { ImportJob, JobAnswer, JobProgress, JobState } from "#domain/contract/import-contract.ts";
import type { ImportSpec } from "../datasets/import-spec.ts";
import { type ImportLimits, importLimits } from "../datasets/limits.ts";
import type { EventHub } from "../events.ts";
import type { Store } from "../store/store.ts";
import { aborted, changeOf } from "./import-outcome.ts";
import { type ImportOrder, type ImportRun, ImportThread } from "./import-thread.ts";
import { Uploads } from "./uploads.ts";

export interface DeskOptions {
  store: Store;
  events: EventHub;
  database: ImportOrder["database"];
  onProblem: (error: unknown) => void;
  limits?: ImportLimits;
}

/** What a step needs beyond the job: settings and rights of the moment somebody asked for it. */
export type StepOrder =
  | { step: "preview" }
  | { step: "check" | "publish"; spec: ImportSpec; audience: Audience };

/** Where a failure of a step is told: the log of the request that asked for it, so that its id stands in the line. */
export type StepLog = Pick<FastifyBaseLogger, "error">;

interface Waiting {
  id: string;
  order: StepOrder;
  log: StepLog;
}

/** Days a job and its file are kept after the last change. */
const keptDays = 7;
const tidyMilliseconds = 60_000;
const busy: readonly JobState[] = ["WAITING", "RUNNING"];

/**
 * The queue of import jobs: one runs, the others wait (RELIABILITY I-20), whatever step they are at, because each
 * may hold the largest allowed file in memory. What is being done is in the database; the queue itself is not: a
 * server that stops leaves its jobs ABORTED, with their files, for somebody to start again.
 */
export class ImportDesk {
  readonly uploads: Uploads;
  readonly limits: ImportLimits;
  readonly #options: DeskOptions;
  readonly #thread = new ImportThread();
  readonly #queue: Waiting[] = [];
  readonly #progress = new Map<string, JobProgress>();
  #current: { id: string; run: ImportRun | undefined; ended: Promise<void> } | undefined;
  #isStopping = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.limits = options.limits ?? importLimits;
    this.uploads = new Uploads(options.database.dataDirectory);
  }

  /** Marks what a killed server left, and keeps the folder of files tidy from now on. */
  async start(): Promise<void> {
    if (this.#options.store.readOnly) return;
    await this.#tidyUp();
    this.#timer = setInterval(() => void this.#tidyUp().catch(this.#options.onProblem), tidyMilliseconds);
    this.#timer.unref();
  }

  /** Puts a job that is WAITING for this step at the end of the queue. */
  enqueue(id: string, order: StepOrder, log: StepLog): void {
    this.#queue.push({ id, order, log });
    this.#tell(id);
    this.#next();
  }

  /** The job once it neither waits nor runs, or as it is after this time. */
  async settled(id: string, milliseconds: number): Promise<ImportJob | undefined> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const job = await this.#options.store.importJob(id);
      const isOver = this.#isStopping || Date.now() >= deadline;
      if (!job || !busy.includes(job.state) || isOver) return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The job with what only this process knows of it. */
  answer(job: ImportJob): JobAnswer {
    const place = this.#queue.findIndex(({ id }) => id === job.id);
    const ahead = place < 0 ? 0 : place + (this.#current ? 1 : 0);
    return { ...job, progress: (job.state === "RUNNING" && this.#progress.get(job.id)) || null, ahead };
  }

  /** Gives up a job that waits or runs; answers it as it is then. Too late once it is being published. */
  async cancel(id: string): Promise<ImportJob | undefined> {
    const at = this.#queue.findIndex((waiting) => waiting.id === id);
    if (at >= 0) {
      this.#queue.splice(at, 1);
      await this.#change(id, ["WAITING"], aborted("cancelled"));
    } else if (this.#current?.id === id) {
      this.#current.run?.cancel();
      await this.#current.ended;
    }
    return this.#options.store.importJob(id);
  }

  /** Lets a publication in progress end, gives up everything else. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    for (const { id } of this.#queue.splice(0)) await this.#change(id, ["WAITING"], aborted("stopped"));
    this.#current?.run?.cancel();
    await this.#current?.ended;
    await this.#thread.end();
  }

  #next(): void {
    if (this.#current || this.#isStopping) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    const ended = this.#run(waiting)
      .catch(this.#options.onProblem)
      .finally(() => {
        this.#current = undefined;
        this.#progress.delete(waiting.id);
        this.#next();
      });
    this.#current = { id: waiting.id, run: undefined, ended };
  }

  async #run({ id, order, log }: Waiting): Promise<void> {
    const job = await this.#change(id, ["WAITING"], { state: "RUNNING" });
    if (!job) return;
    if (this.#isStopping) {
      await this.#change(id, ["RUNNING"], aborted("stopped"));
      return;
    }
    const run = this.#thread.run(this.#orderOf(job, order), (progress) => {
      this.#progress.set(id, progress);
    });
    if (this.#current) this.#current.run = run;
    let change: Partial<ImportJob>;
    try {
      const result = await run.result;
      const reason = this.#isStopping ? "stopped" : "cancelled";
      change = result.kind === "cancelled" ? aborted(reason) : changeOf(order.step, result);
    } catch (error) {
      log.error({ err: error, job: id }, "import failed");
      change = aborted("failed");
    }
    await this.#change(id, ["RUNNING"], change);
    if (change.state === "PUBLISHED") await this.uploads.remove(id);
  }

  #orderOf({ id, kind, recordType, reading, fileName }: ImportJob, order: StepOrder): ImportOrder {
    const common = {
      database: this.#options.database,
      limits: this.limits,
      file: this.uploads.path(id),
    };
    if (order.step === "preview") return { ...common, step: "preview", kind, recordType, reading };
    return { ...common, ...order, fileName, at: new Date().toISOString() };
  }

  async #change(id: string, from: readonly JobState[], change: Partial<ImportJob>) {
    const job = await this.#options.store.changeImportJob(id, from, change);
    if (job) this.#tell(id);
    return job;
  }

  #tell(id: string): void {
    this.#options.events.publish({ event: "job", id });
  }

  async #tidyUp(): Promise<void> {
    const { store } = this.#options;
    for (const { id } of await store.importJobs({ states: busy, left: true })) {
      await this.#change(id, busy, aborted("stopped"));
    }
    const oldest = new Date(Date.now() - keptDays * 86_400_000).toISOString();
    const jobs = await store.importJobs();
    const old = jobs.filter((job) => job.updatedAt < oldest && !busy.includes(job.state));
    for (const { id } of old) await store.removeImportJob(id);
    const kept = new Set(jobs.filter((job) => !old.includes(job)).map(({ id }) => id));
    await this.uploads.tidyUp(kept);
  }
}
