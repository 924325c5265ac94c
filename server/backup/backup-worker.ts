import { parentPort, workerData } from "node:worker_threads";
import { type BackupOrder, makeBackup } from "./make-backup.ts";

/** The inside of `backupInThread`: one order, one backup. An error ends the thread and arrives as its error. */
const { directory } = await makeBackup(workerData as BackupOrder);
parentPort!.postMessage(directory);
