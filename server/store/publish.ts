import type { Transaction } from "kysely";
import { canonicalJson } from "#domain/dataset/canonical-json.ts";
import type { Release, ReleaseManifest } from "#domain/dataset/release.ts";
import { appendAudit } from "./audit-log.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import { publishRecords } from "./publish-records.ts";
import type { RecordFields } from "./record-fields.ts";
import { dropRows, releaseHash, stagedRelease, toRelease } from "./releases.ts";
import type { PublishOptions, PublishOutcome, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

export function publisher(
  engine: Engine,
  { feed, fields }: { feed: ChangeFeed; fields: RecordFields },
): Pick<Store, "publish" | "publishTogether"> {
  const publishTogether: Store["publishTogether"] = async (releases) => {
    const outcomes = await engine.bulk.transaction().execute(async (transaction) => {
      await engine.lockChain(transaction);
      const results: PublishOutcome[] = [];
      for (const { releaseId, ...options } of releases) {
        results.push(await publishStaged(transaction, releaseId, { ...options, fields }));
      }
      await engine.announce(transaction);
      return results;
    });
    // The releases stand, whatever becomes of the statistics.
    if (outcomes.some(isLarge)) await engine.refreshStatistics().catch(() => {});
    await feed.committed();
    return outcomes;
  };
  return {
    publishTogether,
    async publish(releaseId, options) {
      const [outcome] = await publishTogether([{ ...options, releaseId }]);
      return outcome!;
    },
  };
}

/** True when so many records changed that the databases' idea of the tables is no longer right. */
function isLarge(outcome: PublishOutcome): boolean {
  if (outcome.kind !== "published" || outcome.release.kind !== "records") return false;
  return outcome.created + outcome.changed > 500;
}

async function publishStaged(
  transaction: Transaction<Tables>,
  releaseId: string,
  options: PublishOptions & { fields: RecordFields },
): Promise<PublishOutcome> {
  const staged = await stagedRelease(transaction, releaseId);
  const current = await currentRelease(transaction, staged.dataset);
  const manifest: ReleaseManifest = {
    ...(JSON.parse(staged.manifest) as ReleaseManifest),
    contentHash: options.contentHash,
  };
  if (current && saysTheSame(current, manifest)) {
    await dropRows(transaction, releaseId);
    await transaction.deleteFrom("dataset_release").where("id", "=", releaseId).execute();
    return { kind: "unchanged", current };
  }
  const counts =
    staged.kind === "records"
      ? await publishRecords(transaction, { releaseId, dataset: staged.dataset, options })
      : { created: staged.row_count, changed: 0, unchanged: 0 };
  if (current) {
    await transaction
      .updateTable("dataset_release")
      .set({ state: "SUPERSEDED" })
      .where("id", "=", current.id)
      .execute();
  }
  const published = { state: "PUBLISHED", published_at: options.at, manifest: toJson(manifest) } as const;
  await transaction.updateTable("dataset_release").set(published).where("id", "=", releaseId).execute();
  await appendAudit(transaction, [
    {
      at: options.at,
      actor: options.actor,
      action: "publish",
      type: "dataset",
      id: staged.dataset,
      revision: null,
      reason: null,
      contentHash: releaseHash(releaseId, JSON.parse(published.manifest)),
    },
  ]);
  return { kind: "published", release: toRelease({ ...staged, ...published }), ...counts };
}

async function currentRelease(
  transaction: Transaction<Tables>,
  dataset: string,
): Promise<Release | undefined> {
  const row = await transaction
    .selectFrom("dataset_release")
    .selectAll()
    .where("dataset", "=", dataset)
    .where("state", "=", "PUBLISHED")
    .executeTakeFirst();
  return row && toRelease(row);
}

/**
 * Equal rows under another visibility, release statement or definition are a new release: who may read figures
 * is stated by importing them again with the statement.
 */
function saysTheSame(current: Release, manifest: ReleaseManifest): boolean {
  const statement = (of: ReleaseManifest) =>
    canonicalJson([of.contentHash, of.visibility, of.released, of.title, of.details, of.isDemo]);
  return statement(current) === statement(manifest);
}
