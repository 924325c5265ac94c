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
  | { kind: "result"; result: ImportResult };

/** What one thread has besides the server's own memory; the largest allowed files need half of it (README). */
const heapMegabytes = 384;
const longestMinutes = 15;
/** How long a thread that is asked to give up may take before it is ended. */
const graceMilliseconds = 4_000;

export interface ImportRun {
  result: Promise<ImportResult>;
  /** Asks the thread to give up; nothing of the import is left. Too late once it publishes. */
  cancel: () => void;
}

/**
 * Runs one step of an import in a thread of its own with its own connection, so that pages never wait for it. A
 * thread rather than a process: when the server is killed the thread is gone with it, and an open transaction too.
 */
export function runInThread(order: ImportOrder, onProgress: (progress: JobProgress) => void): ImportRun {
  const flag = new SharedArrayBuffer(4);
  const worker = new Worker(new URL("./import-boot.mjs", import.meta.url), {
    workerData: { order, flag },
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  let isPublishing = false;
  let grace: NodeJS.Timeout | undefined;
  const result = new Promise<ImportResult>((resolve, reject) => {
    const refuse = (code: RefusalCode, facts: Facts = {}) => {
      const { message } = new ImportRefusal(code, facts);
      resolve({ kind: "refused", code, facts, sentence: message });
    };
    const timer = setTimeout(
      () => refuse("reader-timeout", { seconds: longestMinutes * 60 }),
      longestMinutes * 60_000,
    );
    worker.on("message", (message: ImportMessage) => {
      if (message.kind === "result") return resolve(message.result);
      isPublishing ||= message.progress.phase === "publishing";
      onProgress(message.progress);
    });
    worker.on("error", (error) =>
      (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY"
        ? refuse("reader-crashed")
        : reject(error),
    );
    worker.on("exit", () => {
      clearTimeout(timer);
      clearTimeout(grace);
      resolve({ kind: "cancelled" });
    });
  }).finally(() => worker.terminate());
  return {
    result,
    cancel() {
      if (isPublishing) return;
      Atomics.store(new Int32Array(flag), 0, 1);
      grace ??= setTimeout(() => isPublishing || worker.terminate(), graceMilliseconds);
    },
  };
}
