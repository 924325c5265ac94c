import { parentPort, workerData } from "node:worker_threads";
import { mayReplaceByImport } from "#domain/access/import-access.ts";
import type { JobProgress } from "#domain/contract/import-contract.ts";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { runImport } from "../datasets/import-job.ts";
import { previewFile } from "../datasets/preview.ts";
import { ImportRefusal } from "../datasets/sentences.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import type { ImportMessage, ImportOrder, ImportResult } from "./import-thread.ts";

/** The inside of `runInThread`: one order, one result. */
const { order, flag } = workerData as { order: ImportOrder; flag: SharedArrayBuffer };
const cancelled = new Int32Array(flag);
const tell = (message: ImportMessage) => parentPort!.postMessage(message);

/** Thrown where nothing is half done, when somebody asked to give up. */
class Cancelled extends Error {}

async function run(store: Store): Promise<ImportResult> {
  if (order.step === "preview") {
    return { kind: "preview", preview: await previewFile(store, order, order.limits) };
  }
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

const store = await openStore({ ...order.database, recordTypes: storedRecordTypes });
try {
  const result = await run(store).catch(failed);
  await store.close();
  tell({ kind: "result", result });
} catch (error) {
  await store.close().catch(() => {});
  throw error;
}
