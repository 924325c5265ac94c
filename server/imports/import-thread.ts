import { Worker } from "node:worker_threads";
import type { Audience } from "#domain/access/audience.ts";
import type {
  FileReading,
  ImportKind,
  ImportPreview,
  JobProgress,
} from "#domain/contract/import-contract.ts";
import type { ImportOutcome } from "../datasets/import-job.ts";
import type { ImportSpec } from "../datasets/import-spec.ts";
import type { ImportLimits } from "../datasets/limits.ts";
import { type Facts, ImportRefusal, type RefusalCode } from "../datasets/sentences.ts";

/** What the thread is given: one file, one step. */
export type ImportOrder = {
  /** The database, which the thread opens for itself. */
  database: { databaseUrl: string | undefined; dataDirectory: string };
  limits: ImportLimits;
  file: string;
} & (
  | { step: "preview"; kind: ImportKind; recordType: string | null; reading: FileReading }
  | {
      step: "check" | "publish";
      spec: ImportSpec;
      fileName: string;
      /** In whose name and by whose rights it is written. */
      audience: Audience;
      /** ISO 8601 with milliseconds, UTC. */
      at: string;
    }
);

export type ImportResult =
  | { kind: "preview"; preview: ImportPreview }
  | { kind: "outcome"; outcome: ImportOutcome }
  | { kind: "refused"; code: RefusalCode; facts: Facts; sentence: string }
  | { kind: "cancelled" };

export type ImportMessage =
  | { kind: "progress"; progress: JobProgress }
  /** `isHeavy`: the thread holds much memory after this and is better ended than kept. */
  | { kind: "result"; result: ImportResult; isHeavy: boolean };

/** What a thread is sent: an order, and the number that becomes 1 when it shall give up. */
export interface ImportCall {
  order: ImportOrder;
  flag: SharedArrayBuffer;
}

/** What one thread has besides the server's own memory; the largest allowed files need half of it (README). */
const heapMegabytes = 384;
const longestMinutes = 15;
/** How long a thread that is asked to give up may take before it is ended. */
const graceMilliseconds = 4_000;
/** A person at the wizard asks for the next step within this; a start takes seconds on a small machine. */
const idleMilliseconds = 60_000;

export interface ImportRun {
  result: Promise<ImportResult>;
  /** Asks the thread to give up; nothing of the import is left. Too late once it publishes. */
  cancel: () => void;
}

/**
 * Runs the steps of imports, one after the other, in a thread with connections of its own, so that pages never wait
 * for them. A thread rather than a process: when the server is killed the thread is gone with it, and an open
 * transaction too. It starts with the first step and is kept for the next ones for a while.
 */
export class ImportThread {
  #kept: Worker | undefined;
  #working: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  /** Who is told of what the working thread does. */
  #told: Told = nobody;

  /** Runs one step; the step before must be over. */
  run(order: ImportOrder, onProgress: (progress: JobProgress) => void): ImportRun {
    clearTimeout(this.#idle);
    const worker = this.#kept ?? this.#start();
    this.#kept = undefined;
    this.#working = worker;
    worker.ref();
    const flag = new SharedArrayBuffer(4);
    let isPublishing = false;
    let isReusable = false;
    let grace: NodeJS.Timeout | undefined;
    let overtime: NodeJS.Timeout | undefined;
    const result = new Promise<ImportResult>((resolve, reject) => {
      const refuse = (code: RefusalCode, facts: Facts = {}) => {
        const { message } = new ImportRefusal(code, facts);
        resolve({ kind: "refused", code, facts, sentence: message });
      };
      overtime = setTimeout(
        () => refuse("reader-timeout", { seconds: longestMinutes * 60 }),
        longestMinutes * 60_000,
      );
      this.#told = {
        message(message) {
          if (message.kind === "result") {
            isReusable = !message.isHeavy;
            return resolve(message.result);
          }
          isPublishing ||= message.progress.phase === "publishing";
          onProgress(message.progress);
        },
        error: (error) =>
          (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY"
            ? refuse("reader-crashed")
            : reject(error),
        exit: () => resolve({ kind: "cancelled" }),
      };
      worker.postMessage({ order, flag } satisfies ImportCall);
    }).finally(() => {
      clearTimeout(overtime);
      clearTimeout(grace);
      this.#working = undefined;
      return isReusable ? this.#keep(worker) : worker.terminate();
    });
    return {
      result,
      cancel() {
        if (isPublishing) return;
        Atomics.store(new Int32Array(flag), 0, 1);
        grace ??= setTimeout(() => isPublishing || worker.terminate(), graceMilliseconds);
      },
    };
  }

  /** Ends a thread that waits for its next step. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#kept;
    this.#kept = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./import-boot.mjs", import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    // A thread that fails or ends while nobody waits for it is no loss: the next step starts another.
    const told = () => (this.#working === worker ? this.#told : nobody);
    worker.on("message", (message: ImportMessage) => told().message(message));
    worker.on("error", (error) => told().error(error));
    worker.on("exit", () => {
      if (this.#kept === worker) this.#kept = undefined;
      told().exit();
    });
    return worker;
  }

  #keep(worker: Worker): void {
    this.#kept = worker;
    worker.unref();
    this.#idle = setTimeout(() => void this.end(), idleMilliseconds);
    this.#idle.unref();
  }
}

interface Told {
  message: (message: ImportMessage) => void;
  error: (error: Error) => void;
  exit: () => void;
}

const nobody: Told = { message() {}, error() {}, exit() {} };
