import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { type BackupManifest, writeManifest } from "./backup-manifest.ts";
import { copyPostgres } from "./postgres-backup.ts";
import { copySqlite } from "./sqlite-backup.ts";

/** What is saved, and the folder that keeps the backups. */
export interface BackupOrder {
  dataDirectory: string;
  databaseUrl?: string | undefined;
  backupDirectory: string;
}

/** Files people handed in, beside the database. */
export const uploadsFolder = "uploads";

/**
 * Saves database and uploads into a folder of their own, named by the time, while the server goes on writing.
 * Until the manifest is written the folder is called `.unfinished-…`, so that half a backup is never taken for one.
 * @throws BackupError
 */
export async function makeBackup({
  dataDirectory,
  databaseUrl,
  backupDirectory,
}: BackupOrder): Promise<{ directory: string; manifest: BackupManifest }> {
  const startedAt = new Date().toISOString();
  const name = startedAt.replaceAll(":", "-");
  const unfinished = join(backupDirectory, `.unfinished-${name}`);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const database = databaseUrl
      ? await copyPostgres(databaseUrl, unfinished)
      : copySqlite(dataDirectory, unfinished);
    const uploads = await copyUploads(join(dataDirectory, uploadsFolder), join(unfinished, uploadsFolder));
    const files = [...database.files, ...uploads.map((path) => join(uploadsFolder, path))];
    const manifest = writeManifest(unfinished, {
      format: "sozialraumkarte-backup/1",
      engine: databaseUrl ? "postgres" : "sqlite",
      schema: database.schema,
      startedAt,
      finishedAt: new Date().toISOString(),
      tables: database.tables,
      files: await Promise.all(files.map((path) => fileFacts(unfinished, path))),
    });
    const directory = join(backupDirectory, name);
    await rename(unfinished, directory);
    return { directory, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Size and sha256 of a file of a backup, once it is certainly on the disk. */
export async function fileFacts(directory: string, path: string): Promise<BackupManifest["files"][number]> {
  const file = await open(join(directory, path), "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(directory, path)), hash);
  return { path, bytes: (await stat(join(directory, path))).size, sha256: hash.digest("hex") };
}

/** Copies what is there; a file that goes away meanwhile belonged to a job that ended. */
async function copyUploads(from: string, to: string): Promise<string[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  const copied: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = relative(from, join(entry.parentPath, entry.name));
    await mkdir(dirname(join(to, path)), { recursive: true });
    try {
      await copyFile(join(from, path), join(to, path));
      copied.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return copied.sort();
}
