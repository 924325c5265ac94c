import { openStore } from "../server/store/open-store.ts";
import type { AuditBreak } from "../server/store/store.ts";

/**
 * `npm run verify-audit`: follows the hash chain of the audit from its first row and compares every row with the
 * revision or dataset release it vouches for. Ends with an error when anything was changed behind its back.
 */
const explanations: Readonly<Record<AuditBreak["kind"], string>> = {
  gap: "rows before it are missing",
  "previous-hash": "does not follow on the row before",
  hash: "was changed",
  content: "what it vouches for was changed",
  "content-missing": "what it vouches for is gone",
  "not-audited": "a revision that no row vouches for",
};

const { DATA_DIR: dataDirectory = "./data", DATABASE_URL: databaseUrl } = process.env;
const store = await openStore({ dataDirectory, databaseUrl, recordTypes: [] });
try {
  const { entries, breaks } = await store.verifyAudit();
  for (const { sequence, kind, type, id, revision } of breaks) {
    const version = revision === null ? "" : ` revision ${revision}`;
    console.log(`audit row ${sequence ?? "missing"}: ${explanations[kind]} (${type} ${id}${version})`);
  }
  console.log(
    breaks.length === 0
      ? `The audit of ${entries} rows verifies.`
      : `The audit of ${entries} rows is broken in ${breaks.length} places.`,
  );
  process.exitCode = breaks.length === 0 ? 0 : 1;
} finally {
  await store.close();
}
