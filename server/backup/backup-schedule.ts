import { backupInThread } from "./backup-thread.ts";
import { dropOldBackups, keptBackups } from "./kept-backups.ts";
import type { BackupOrder } from "./make-backup.ts";

export interface ScheduleOptions {
  order: BackupOrder;
  /** Minutes between two backups; the data lost with the disk is never older. */
  minutes: number;
  /** How many are kept. */
  keep: number;
  onMade: (directory: string) => void;
  onProblem: (error: unknown) => void;
  /** Milliseconds between two looks whether one is due; also the wait before the first. */
  lookEveryMilliseconds?: number;
  make?: (order: BackupOrder) => Promise<string>;
}

/** A failed backup is tried again after so long, so that a full disk does not fill the log as well. */
const retryMinutes = 10;

/**
 * Makes a backup whenever the newest is older than asked for, also across restarts: the folder itself tells when
 * the last one was. Returns stop; one that is being made is finished or left unfinished with the process.
 */
export function scheduleBackups({
  order,
  minutes,
  keep,
  onMade,
  onProblem,
  lookEveryMilliseconds = 60_000,
  make = backupInThread,
}: ScheduleOptions): () => void {
  let running = false;
  let notBefore = 0;
  const look = async () => {
    const now = Date.now();
    if (running || now < notBefore) return;
    running = true;
    try {
      const newest = keptBackups(order.backupDirectory)[0]?.at ?? Number.NEGATIVE_INFINITY;
      if (now - newest < minutes * 60_000) return;
      onMade(await make(order));
      dropOldBackups(order.backupDirectory, { keep, now });
    } catch (error) {
      notBefore = Date.now() + Math.min(minutes, retryMinutes) * 60_000;
      onProblem(error);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void look(), lookEveryMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
