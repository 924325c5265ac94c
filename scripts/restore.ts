import { BackupError } from "../server/backup/backup-manifest.ts";
import { restoreBackup } from "../server/backup/restore-backup.ts";
import { ConfigError } from "../server/config.ts";

import { backupOrder } from "./lib/backup-order.ts";

/**
 * `npm run restore -- FOLDER`: checks a backup and brings it into an empty DATA_DIR, or the empty database of
 * DATABASE_URL. Exit code 1 and a sentence that names the failed check when it refuses.
 */
const [place] = process.argv.slice(2);
if (!place) {
  console.error("Aufruf: DATA_DIR=./data-neu npm run restore -- SICHERUNG");
  process.exitCode = 2;
} else {
  try {
    const { manifest, rows, auditEntries } = await restoreBackup(place, backupOrder(process.env));
    console.log(
      `Zurückgespielt ist der Stand von ${manifest.startedAt}: ${manifest.tables.length} Tabellen, ${rows} Zeilen; ` +
        `das Protokoll mit ${auditEntries} Zeilen ist unversehrt.`,
    );
  } catch (error) {
    if (error instanceof BackupError)
      console.error(`Nicht zurückgespielt (${error.check}): ${error.message}`);
    else console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  }
}
