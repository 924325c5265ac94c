import pg from "pg";
import { StoreFullError, StoreReadOnlyError, StoreUnavailableError } from "../store.ts";

/** PostgreSQL's and the network's error codes as the errors of the store; anything else is a bug. */
export function postgresError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === diskFull) return new StoreFullError("no space left for the database", { cause: error });
  if (code === readOnlyTransaction) {
    return new StoreReadOnlyError("the database cannot be written", { cause: error });
  }
  if (isLost(error) || unavailable.has(code)) {
    return new StoreUnavailableError("the database does not answer", { cause: error });
  }
  return error;
}

/** True when the connection cannot be used again: not an answer of the server, or one that ends the session. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error;
  const code = codeOf(error);
  return code.startsWith("08") || code.startsWith("57P") || code === "XX000";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

const diskFull = "53100";
const readOnlyTransaction = "25006";
const unavailable = new Set([
  "53300", // too many connections
  "53200", // out of memory
  "55P03", // waited too long for a lock
  "40P01", // chosen to end a deadlock
  "57014", // statement timeout
  "58030", // input or output error
]);
