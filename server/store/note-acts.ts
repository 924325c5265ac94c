import type { Transaction } from "kysely";
import { contentHash } from "./audit-chain.ts";
import { appendAudit } from "./audit-log.ts";
import type { Engine } from "./engine.ts";
import type { NotedAct, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Content hash of an act: its row says everything there is, so there is nothing beside it to vouch for. */
export const actContentHash = contentHash(null);

/** Audit rows of acts that leave no revision; the row's own hash keeps them as they were written. */
export function actNotes(engine: Engine): Pick<Store, "note"> {
  return {
    async note(acts) {
      if (acts.length === 0) return;
      await engine.writes.transaction().execute(async (transaction) => {
        await engine.lockChain(transaction);
        await appendActs(transaction, acts);
      });
    },
  };
}

/** The rows themselves, beside the change they tell of. The caller holds the chain lock. */
export async function appendActs(transaction: Transaction<Tables>, acts: readonly NotedAct[]): Promise<void> {
  await appendAudit(
    transaction,
    acts.map((act) => ({ ...act, revision: null, contentHash: actContentHash })),
  );
}
