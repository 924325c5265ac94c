import type { Kysely, Selectable, Transaction } from "kysely";
import { type AuditFact, type ChainEnd, chained, chainStart } from "./audit-chain.ts";
import { insertAll } from "./insert-all.ts";
import type { AuditEntry } from "./store.ts";
import type { AuditTable, Tables } from "./tables.ts";

/** Appends rows to the chain. The caller holds the chain lock, so the end found is the end. */
export async function appendAudit(
  transaction: Transaction<Tables>,
  facts: readonly AuditFact[],
): Promise<void> {
  let end = await chainEnd(transaction);
  const entries = facts.map((fact) => {
    const entry = chained(end, fact);
    end = entry;
    return entry;
  });
  await insertAll(transaction, "audit", entries.map(toRow));
}

export async function chainEnd(database: Kysely<Tables>): Promise<ChainEnd> {
  const last = await database
    .selectFrom("audit")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ?? { sequence: 0, hash: chainStart };
}

/** Rows after a sequence number, oldest first. */
export async function readAudit(
  database: Kysely<Tables>,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<AuditEntry[]> {
  const rows = await database
    .selectFrom("audit")
    .selectAll()
    .where("sequence", ">", after)
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

function toRow({ contentHash, previousHash, ...entry }: AuditEntry): AuditTable {
  return { ...entry, content_hash: contentHash, previous_hash: previousHash };
}

export function toEntry({ content_hash, previous_hash, ...row }: Selectable<AuditTable>): AuditEntry {
  return { ...row, contentHash: content_hash, previousHash: previous_hash };
}
