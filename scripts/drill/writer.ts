import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { StoredRecord } from "#domain/record/record.ts";
import { contentHash } from "../../server/store/audit-chain.ts";
import { type Store, StoreUnavailableError } from "../../server/store/store.ts";
import { drillType, fromEnvironment, openDrillStore } from "./database.ts";

/**
 * Writes until it is killed, and says on standard output what was acknowledged: "id revision hash" per write,
 * in one unbuffered line each, so that whoever kills it knows exactly what must still be there.
 * `WRITES` ends it after so many acknowledged writes; `LANES` is how many write at the same time.
 */
const lanes = Number(process.env.LANES ?? 4);
const mostWrites = Number(process.env.WRITES ?? Number.POSITIVE_INFINITY);
let started = 0;

const store = await openDrillStore(fromEnvironment());
writeSync(1, "ready\n");
try {
  await Promise.all(Array.from({ length: lanes }, () => writeOn(store)));
  await store.close();
} catch (error) {
  // The database was killed rather than this process.
  if (!(error instanceof StoreUnavailableError)) throw error;
  process.exitCode = 1;
}

/** Creates a record, edits it a few times, and begins again with the next. */
async function writeOn(store: Store): Promise<void> {
  let last: StoredRecord | undefined;
  while (started < mostWrites) {
    started += 1;
    const record = next(last);
    const base = { type: drillType, id: record.id, title: String(record.properties.name) };
    const change = last
      ? ({ ...base, action: "edit", expectedRevision: last.revision, record } as const)
      : ({ ...base, action: "create", record } as const);
    const outcome = await store.write([change], { actor: "drill", at: new Date().toISOString() });
    if (outcome.kind !== "written") throw new Error(`unexpected answer: ${outcome.kind}`);
    const [written] = outcome.records;
    if (!written) throw new Error("the answer holds no record");
    writeSync(1, `${written.id} ${written.revision} ${contentHash(written)}\n`);
    last = written.revision < 4 ? written : undefined;
  }
}

function next(last: StoredRecord | undefined): StoredRecord {
  const note = randomUUID().repeat(1 + Math.floor(Math.random() * 60));
  const coordinates = [9.05 + Math.random() * 0.25, 48.7 + Math.random() * 0.15];
  return {
    id: last?.id ?? randomUUID(),
    type: drillType,
    revision: 1,
    state: "entwurf",
    visibility: "RESTRICTED",
    owner: "drill",
    participants: [],
    department: "51",
    districts: ["10"],
    geometry: { type: "Point", coordinates },
    properties: { name: `Standort ${note.slice(0, 8)}`, note },
    createdAt: "",
    updatedAt: "",
  };
}
