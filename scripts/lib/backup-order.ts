import type { BackupOrder } from "../../server/backup/make-backup.ts";
import { readConfig } from "../../server/config.ts";

/**
 * The database and the folder of backups that the environment names, as the server reads it.
 * @throws ConfigError
 */
export function backupOrder(environment: Readonly<Record<string, string | undefined>>): BackupOrder {
  const { dataDirectory, databaseUrl, backup } = readConfig(environment);
  return { dataDirectory, databaseUrl, backupDirectory: backup.directory };
}
