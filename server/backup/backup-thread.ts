import { Worker } from "node:worker_threads";
import type { BackupOrder } from "./make-backup.ts";

/**
 * Makes a backup in a thread of its own: copying and counting a large database takes seconds in which the server
 * goes on answering. Resolves with the folder; rejects with what `makeBackup` throws.
 */
export function backupInThread(order: BackupOrder): Promise<string> {
  const worker = new Worker(new URL("./backup-boot.mjs", import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  return new Promise<string>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the backup ended without a word")));
  });
}
