import Database from "better-sqlite3";
import { StoreFullError, StoreReadOnlyError, StoreUnavailableError } from "../store.ts";

/**
 * SQLite's result codes as the errors of the store; anything else is a bug and stays what it is.
 * A full disk shows as SQLITE_FULL, as a failed write or as a failed sync, depending on where it runs out.
 */
export function sqliteError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (full.has(code)) return new StoreFullError("no space left for the database", { cause: error });
  if (code.startsWith("SQLITE_READONLY")) {
    return new StoreReadOnlyError("the database cannot be written", { cause: error });
  }
  if (unavailable.some((start) => code.startsWith(start))) {
    return new StoreUnavailableError("the database does not answer", { cause: error });
  }
  return error;
}

export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

const full = new Set([
  "SQLITE_FULL",
  "SQLITE_IOERR_WRITE",
  "SQLITE_IOERR_FSYNC",
  "SQLITE_IOERR_TRUNCATE",
  "SQLITE_IOERR_SHMSIZE",
]);
const unavailable = [
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_CANTOPEN",
  "SQLITE_IOERR",
  "SQLITE_CORRUPT",
  "SQLITE_NOTADB",
];
