import { accessSync, constants, existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { lowerCase, sortKey } from "../sort-key.ts";
import { busyMilliseconds } from "./sqlite-driver.ts";

/**
 * Opens a connection with the settings the store relies on, and asks for each of them back: better-sqlite3 is
 * compiled so that an existing WAL database opens with synchronous = NORMAL, which loses acknowledged commits.
 */
export function openConnection(path: string, mode: "write" | "read"): Database.Database {
  const database = mode === "write" ? new Database(path, { timeout: busyMilliseconds }) : openReadOnly(path);
  try {
    if (mode === "write") database.pragma("journal_mode = WAL");
    for (const [name, value] of settings) {
      database.pragma(`${name} = ${value}`);
      const actual = database.pragma(name, { simple: true });
      if (actual !== value) throw new Error(`SQLite keeps ${name} = ${String(actual)}, needed is ${value}`);
    }
    if (mode === "write" && database.pragma("journal_mode", { simple: true }) !== "wal") {
      throw new Error("SQLite cannot keep a write-ahead log beside this database file");
    }
    // Keeps the log from staying as large as the largest import ever was.
    database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    database.function("lower_case", { deterministic: true }, textFunction(lowerCase));
    database.function("sort_key", { deterministic: true }, textFunction(sortKey));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** 2 is FULL. */
const settings: [name: string, value: number][] = [
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["busy_timeout", busyMilliseconds],
  ["trusted_schema", 0],
];

function textFunction(compute: (text: string) => string): (value: unknown) => string | null {
  return (value) => (value === null || value === undefined ? null : compute(String(value)));
}

/**
 * Reads without touching the file. A write-ahead log needs a small file beside the database; where not even that
 * can be made, and no log is waiting to be read, the file is taken as it stands.
 */
export function openReadOnly(path: string): Database.Database {
  const options = { readonly: true, fileMustExist: true, timeout: busyMilliseconds };
  const database = new Database(path, options);
  try {
    database.pragma("user_version");
    return database;
  } catch (error) {
    database.close();
    if (existsSync(`${path}-wal`)) throw error;
    return new Database(`file:${encodeURI(path)}?immutable=1`, options);
  }
}

/** Nobody may write this file: also for root, whom the system would let. */
export function isReadOnlyFile(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

export function schemaOf(database: Database.Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}
