import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BackupManifest, readManifest } from "../../server/backup/backup-manifest.ts";
import { backupInThread } from "../../server/backup/backup-thread.ts";
import { restoreBackup } from "../../server/backup/restore-backup.ts";
import { type DrillDatabase, openDrillStore, toEnvironment } from "./database.ts";
import { missingWrites } from "./kill-drill.ts";
import { runScript } from "./process-output.ts";

export interface BackupDrill {
  database: DrillDatabase;
  /** Where the backup is restored: nothing may be there. */
  empty: DrillDatabase;
  /** Acknowledged writes before the backup begins. */
  writes: number;
}

export interface BackupResult {
  manifest: BackupManifest;
  /** Writes acknowledged before the backup began, and those of them that the restored database lacks. */
  acknowledged: number;
  lost: string[];
  /** Writes acknowledged while the backup was made. */
  meanwhile: number;
  /** Longest time without an acknowledged write while the backup was made, in milliseconds. */
  longestPause: number;
  backupSeconds: number;
  restoreSeconds: number;
  auditEntries: number;
}

const writer = fileURLToPath(new URL("writer.ts", import.meta.url));

/**
 * RELIABILITY D-07: a backup is made while a writer goes on at full speed, then restored elsewhere; every write
 * acknowledged before it began must be in there. Restoring checks pages, references, tables and audit.
 */
export async function backupDrill({ database, empty, writes }: BackupDrill): Promise<BackupResult> {
  const backupDirectory = mkdtempSync(join(tmpdir(), "sozialraumkarte-backup-"));
  const running = runScript(writer, { environment: toEnvironment(database) });
  try {
    await running.until(1 + writes);
    const before = running.lines.slice(1);
    let longestPause = 0;
    let last = performance.now();
    const onLine = () => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    };
    running.child.stdout?.on("data", onLine);
    const began = performance.now();
    const directory = await backupInThread({ ...database, backupDirectory });
    const backupSeconds = (performance.now() - began) / 1000;
    onLine();
    const meanwhile = running.lines.length - 1 - before.length;
    await running.kill();

    const restoreBegan = performance.now();
    const { auditEntries } = await restoreBackup(directory, empty);
    const restoreSeconds = (performance.now() - restoreBegan) / 1000;
    const store = await openDrillStore(empty);
    try {
      return {
        manifest: readManifest(directory),
        acknowledged: before.length,
        lost: await missingWrites(store, before),
        meanwhile,
        longestPause,
        backupSeconds,
        restoreSeconds,
        auditEntries,
      };
    } finally {
      await store.close();
    }
  } finally {
    await running.kill();
    rmSync(backupDirectory, { recursive: true, force: true });
  }
}
