import { appendAudit } from "./audit-log.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { Engine } from "./engine.ts";
import { releaseHash, toRelease } from "./releases.ts";
import type { Store } from "./store.ts";

/**
 * Undoing a release is an act of its own: nothing is deleted, the pointer goes back to the release before, and an
 * audit row says who did it and why. Undone twice it goes back two releases.
 */
export function releaseRestorer(
  engine: Engine,
  { feed }: { feed: ChangeFeed },
): Pick<Store, "restoreFormer"> {
  return {
    async restoreFormer(dataset, { current, actor, at, reason }) {
      const outcome = await engine.bulk.transaction().execute(async (transaction) => {
        await engine.lockChain(transaction);
        const releases = await transaction
          .selectFrom("dataset_release")
          .selectAll()
          .where("dataset", "=", dataset)
          .where("state", "in", ["PUBLISHED", "SUPERSEDED"])
          .orderBy("number", "desc")
          .execute();
        const present = releases.find((row) => row.state === "PUBLISHED");
        if (present?.id !== current) return { kind: "moved-on" } as const;
        const former = releases.find((row) => row.number < present.number);
        if (!former) return { kind: "no-former" } as const;
        const set = (id: string, state: "PUBLISHED" | "SUPERSEDED") =>
          transaction.updateTable("dataset_release").set({ state }).where("id", "=", id).execute();
        await set(present.id, "SUPERSEDED");
        await set(former.id, "PUBLISHED");
        const contentHash = releaseHash(former.id, JSON.parse(former.manifest));
        await appendAudit(transaction, [
          { at, actor, action: "restore", type: "dataset", id: dataset, revision: null, reason, contentHash },
        ]);
        await engine.announce(transaction);
        return { kind: "restored", release: toRelease({ ...former, state: "PUBLISHED" }) } as const;
      });
      await feed.committed();
      return outcome;
    },
  };
}
