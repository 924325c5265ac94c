import { BackupError } from "../server/backup/backup-manifest.ts";
import { makeBackup } from "../server/backup/make-backup.ts";
import { ConfigError } from "../server/config.ts";

import { backupOrder } from "./lib/backup-order.ts";

/**
 * `npm run backup`: saves database and uploads into a folder of their own under BACKUP_DIR, also while the server
 * runs and writes. Prints the folder; exit code 1 and a sentence when it cannot.
 */
try {
  const began = performance.now();
  const { directory, manifest } = await makeBackup(backupOrder(process.env));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const megabytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0) / 1_000_000;
  console.log(
    `Gesichert in ${directory}: ${manifest.tables.length} Tabellen, ${rows} Zeilen, ` +
      `${megabytes.toFixed(1).replace(".", ",")} MB in ${((performance.now() - began) / 1000).toFixed(1).replace(".", ",")} s.`,
  );
} catch (error) {
  console.error(error instanceof BackupError || error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
