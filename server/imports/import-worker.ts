import { parentPort } from "node:worker_threads";
import { mayReplaceByImport } from "#domain/access/import-access.ts";
import type { JobProgress } from "#domain/contract/import-contract.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { runImport } from "../datasets/import-job.ts";
import { previewFile } from "../datasets/preview.ts";
import { ImportRefusal } from "../datasets/sentences.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import type { ImportCall, ImportMessage, ImportResult } from "./import-thread.ts";

/** The inside of an `ImportThread`: orders come one at a time, each is answered with one result. */
const tell = (message: ImportMessage) => parentPort!.postMessage(message);

/** Thrown where nothing is half done, when somebody asked to give up. */
class Cancelled extends Error {}

/** Beyond this a thread that waits would keep memory from the server for nothing. */
const heavyBytes = 160 * 1024 * 1024;

async function run(store: Store, { order, flag }: ImportCall): Promise<ImportResult> {
  if (order.step === "preview") {
    return { kind: "preview", preview: await previewFile(store, order, order.limits) };
  }
  const cancelled = new Int32Array(flag);
  const { spec, step, fileName, audience, at, limits } = order;
  const outcome = await runImport(store, spec, {
    actor: audience.account ?? "",
    at,
    fileName,
    limits,
    dryRun: step === "check",
    mayReplace: (record) => mayReplaceByImport(audience, record),
    onProgress: ({ phase, done, total }) => {
      if (Atomics.load(cancelled, 0) === 1) throw new Cancelled();
      const progress: JobProgress = {
        phase,
        ...(done !== undefined && { done }),
        ...(total !== undefined && { total }),
      };
      tell({ kind: "progress", progress });
    },
  });
  return { kind: "outcome", outcome };
}

function failed(error: unknown): ImportResult {
  if (error instanceof Cancelled) return { kind: "cancelled" };
  if (!(error instanceof ImportRefusal)) throw error;
  const { code, facts, message } = error;
  return { kind: "refused", code, facts, sentence: message };
}

async function answer(call: ImportCall): Promise<void> {
  const store = await openStore({ ...call.order.database, recordTypes: storedRecordTypes });
  const result = await run(store, call)
    .catch(failed)
    .finally(() => store.close());
  const { heapTotal, external } = process.memoryUsage();
  tell({ kind: "result", result, isHeavy: heapTotal + external > heavyBytes });
}

// A failure is nobody's to catch here: it ends the thread, and whoever waits is told.
parentPort!.on("message", (call: ImportCall) => void answer(call));
