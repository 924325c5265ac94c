import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { manifestName } from "./backup-manifest.ts";

export interface KeptBackup {
  directory: string;
  /** Milliseconds since 1970 of the moment it shows. */
  at: number;
}

/** Finished backups of a folder, newest first; anything else in there is not ours. */
export function keptBackups(backupDirectory: string): KeptBackup[] {
  if (!existsSync(backupDirectory)) return [];
  return readdirSync(backupDirectory)
    .map((name) => ({ directory: join(backupDirectory, name), at: timeOf(name) }))
    .filter(({ directory, at }) => Number.isFinite(at) && existsSync(join(directory, manifestName)))
    .sort((a, b) => b.at - a.at);
}

/** Removes all finished backups but the newest `keep`, and what a killed backup left a day ago. */
export function dropOldBackups(backupDirectory: string, { keep, now }: { keep: number; now: number }): void {
  for (const { directory } of keptBackups(backupDirectory).slice(keep))
    rmSync(directory, { recursive: true });
  for (const name of readdirSync(backupDirectory)) {
    const begun = timeOf(name.replace(/^\.unfinished-/, ""));
    if (name.startsWith(".unfinished-") && now - begun > 86_400_000) {
      rmSync(join(backupDirectory, name), { recursive: true });
    }
  }
}

/** Time in the name of a backup's folder: "2026-11-26T21-05-00.000Z". NaN for any other name. */
function timeOf(name: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/.test(name)
    ? Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)/, "T$1:$2:$3"))
    : Number.NaN;
}
