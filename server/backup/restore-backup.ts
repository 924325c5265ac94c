import { existsSync, statSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { storedRecordTypes } from "#domain/record/record-types.ts";
import { migrations } from "../store/migrations/migrations.ts";
import { openStore } from "../store/open-store.ts";
import { databaseFileName } from "../store/sqlite/sqlite-engine.ts";
import { BackupError, type BackupManifest, readManifest, type TableFacts } from "./backup-manifest.ts";
import { fileFacts, uploadsFolder } from "./make-backup.ts";
import { examinePostgres, fillPostgres } from "./postgres-backup.ts";
import { examineSqlite } from "./sqlite-backup.ts";

/** Where a backup goes: a data directory without database, or an empty database. */
export interface RestoreTarget {
  dataDirectory: string;
  databaseUrl?: string | undefined;
}

export interface RestoreResult {
  manifest: BackupManifest;
  rows: number;
  /** Rows of the audit, all of which verified. */
  auditEntries: number;
}

/**
 * Checks a backup and brings it into an empty place; whatever runs is left alone, because nothing is written
 * unless every check before passed. `place` is the folder of the backup or a file in it.
 * @throws BackupError with the check that failed
 */
export async function restoreBackup(place: string, target: RestoreTarget): Promise<RestoreResult> {
  const directory = existsSync(place) && statSync(place).isDirectory() ? place : dirname(place);
  const manifest = await checkBackup(directory);
  const engine = target.databaseUrl ? "postgres" : "sqlite";
  if (manifest.engine !== engine) {
    throw new BackupError(
      "engine",
      manifest.engine === "postgres"
        ? "Die Sicherung ist von einer PostgreSQL-Datenbank: bitte DATABASE_URL angeben."
        : "Die Sicherung ist von einer eingebetteten Datenbank: bitte ohne DATABASE_URL zurückspielen.",
    );
  }
  if (target.databaseUrl)
    await fillPostgresFrom(directory, { ...target, databaseUrl: target.databaseUrl }, manifest);
  else await fillSqliteFrom(directory, target, manifest);
  const auditEntries = await verifiedAudit(target);
  return { manifest, auditEntries, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
}

/**
 * Reads every byte of a backup and compares it with the manifest.
 * @throws BackupError ("manifest", "schema" or "checksum")
 */
export async function checkBackup(directory: string): Promise<BackupManifest> {
  const manifest = readManifest(directory);
  const known = migrations.at(-1)?.number ?? 0;
  if (manifest.schema > known) {
    throw new BackupError(
      "schema",
      `Die Sicherung hat Stand ${manifest.schema}, dieses Programm kennt Stand ${known}. Bitte eine neuere Version verwenden.`,
    );
  }
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await fileFacts(directory, path).catch(() => undefined);
    if (found?.bytes !== bytes || found.sha256 !== sha256) {
      throw new BackupError(
        "checksum",
        `Die Prüfsumme (sha256) von ${path} stimmt nicht: die Datei ist beschädigt, unvollständig oder fehlt.`,
      );
    }
  }
  return manifest;
}

async function fillSqliteFrom(
  directory: string,
  { dataDirectory }: RestoreTarget,
  manifest: BackupManifest,
): Promise<void> {
  for (const suffix of ["", "-wal", "-shm"]) {
    if (!existsSync(join(dataDirectory, `${databaseFileName}${suffix}`))) continue;
    throw new BackupError(
      "target",
      `In ${dataDirectory} liegt schon eine Datenbank. Eine Sicherung wird nur in ein leeres Verzeichnis zurückgespielt: DATA_DIR=./data-neu npm run restore -- …`,
    );
  }
  await mkdir(dataDirectory, { recursive: true });
  const arriving = await mkdtemp(join(dataDirectory, ".restore-"));
  try {
    await copyFile(join(directory, databaseFileName), join(arriving, databaseFileName));
    compareTables(examineSqlite(arriving).tables, manifest);
    // Made durable before it gets the name a server would open.
    await fileFacts(arriving, databaseFileName);
    await copyUploadsOf(directory, dataDirectory, manifest);
    await rename(join(arriving, databaseFileName), join(dataDirectory, databaseFileName));
  } finally {
    await rm(arriving, { recursive: true, force: true });
  }
}

async function fillPostgresFrom(
  directory: string,
  { dataDirectory, databaseUrl }: RestoreTarget & { databaseUrl: string },
  manifest: BackupManifest,
): Promise<void> {
  await fillPostgres(databaseUrl, directory);
  compareTables((await examinePostgres(databaseUrl)).tables, manifest);
  await copyUploadsOf(directory, dataDirectory, manifest);
}

async function copyUploadsOf(from: string, to: string, { files }: BackupManifest): Promise<void> {
  for (const { path } of files) {
    if (!path.startsWith(`${uploadsFolder}/`)) continue;
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(from, path), join(to, path));
  }
}

/** @throws BackupError ("tables") naming the first table that differs */
function compareTables(found: readonly TableFacts[], { tables }: BackupManifest): void {
  const byName = new Map(found.map((table) => [table.name, table]));
  for (const { name, rows, checksum } of tables) {
    const table = byName.get(name);
    if (table?.rows === rows && table.checksum === checksum) continue;
    throw new BackupError(
      "tables",
      `Die Tabelle ${name} ist nicht die gesicherte: erwartet ${rows} Zeilen, gefunden ${table?.rows ?? 0}, oder ihre Prüfsumme weicht ab.`,
    );
  }
}

async function verifiedAudit(target: RestoreTarget): Promise<number> {
  const store = await openStore({ ...target, recordTypes: storedRecordTypes });
  try {
    const { entries, breaks } = await store.verifyAudit();
    if (breaks.length === 0) return entries;
    throw new BackupError(
      "audit",
      `Das Protokoll der zurückgespielten Datenbank ist an ${breaks.length} Stellen unterbrochen; npm run verify-audit nennt sie.`,
    );
  } finally {
    await store.close();
  }
}
