import { randomUUID } from "node:crypto";
import type { Kysely, Selectable, Transaction } from "kysely";
import type { Release, ReleaseManifest } from "#domain/dataset/release.ts";
import { contentHash } from "./audit-chain.ts";
import { appendAudit } from "./audit-log.ts";
import { joinedParts } from "./content-parts.ts";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import { livenessOf, type ReleaseOwner, thisProcess } from "./release-owner.ts";
import { insertRows, rowTables, toArea, toFeature, toObservation } from "./release-rows.ts";
import type { Store } from "./store.ts";
import type { DatasetReleaseTable, Tables } from "./tables.ts";

/**
 * How long a staging process of another machine may stay silent before its release counts as abandoned. On the
 * same machine the process itself is asked for, and nobody has to wait.
 */
const silentMinutes = 15;

/** Audit rows of the store's own doing. */
const system = "system";

export type ReleaseStore = Pick<
  Store,
  | "openRelease"
  | "stage"
  | "discard"
  | "releases"
  | "areas"
  | "observations"
  | "finerObservations"
  | "features"
  | "content"
>;

export function releaseStore(engine: Engine): ReleaseStore {
  const { bulk, reads } = engine;
  return {
    async openRelease(manifest) {
      const id = randomUUID();
      const now = new Date().toISOString();
      await bulk.transaction().execute((transaction) =>
        transaction
          .insertInto("dataset_release")
          .values({
            id,
            dataset: manifest.dataset,
            kind: manifest.kind,
            state: "STAGED",
            manifest: toJson({ ...manifest, contentHash: "" }),
            created_at: now,
            published_at: null,
            row_count: 0,
            owner: toJson(thisProcess()),
            lease_at: now,
            reason: null,
          })
          .execute(),
      );
      return id;
    },

    async stage(releaseId, rows) {
      await bulk.transaction().execute(async (transaction) => {
        const release = await stagedRelease(transaction, releaseId);
        if (release.kind !== rows.kind) {
          throw new Error(`release ${releaseId} holds ${release.kind}, not ${rows.kind}`);
        }
        await insertRows(transaction, rows, { releaseId, from: release.row_count });
        await transaction
          .updateTable("dataset_release")
          .set({ row_count: release.row_count + rows.rows.length, lease_at: new Date().toISOString() })
          .where("id", "=", releaseId)
          .execute();
      });
    },

    async discard(releaseId, reason) {
      await abort(engine, releaseId, reason);
    },

    async releases({ dataset, kind, all = false } = {}) {
      let query = reads.selectFrom("dataset_release").selectAll();
      if (dataset !== undefined) query = query.where("dataset", "=", dataset);
      if (kind !== undefined) query = query.where("kind", "=", kind);
      if (!all) query = query.where("state", "=", "PUBLISHED");
      const rows = await query.orderBy("number", "desc").execute();
      return rows.map(toRelease);
    },

    async areas(releaseId) {
      const rows = await bulk
        .selectFrom("area")
        .selectAll()
        .where("release_id", "=", releaseId)
        .orderBy("position")
        .execute();
      return rows.map(toArea);
    },

    async observations(releaseId, { level, period } = {}) {
      let query = bulk.selectFrom("observation").selectAll().where("release_id", "=", releaseId);
      if (level !== undefined) query = query.where("level", "=", level);
      if (period !== undefined) query = query.where("period", "=", period);
      const rows = await query.orderBy("position").execute();
      return rows.map(toObservation);
    },

    async finerObservations(releaseId, { level } = {}) {
      let query = bulk.selectFrom("finer_observation").selectAll().where("release_id", "=", releaseId);
      if (level !== undefined) query = query.where("level", "=", level);
      const rows = await query.orderBy("position").execute();
      return rows.map(toObservation);
    },

    async features(releaseId) {
      const rows = await bulk
        .selectFrom("feature")
        .selectAll()
        .where("release_id", "=", releaseId)
        .orderBy("position")
        .execute();
      return rows.map(toFeature);
    },

    /** Part by part beside running writes, so that nobody who opens a page waits for an import. */
    async content(releaseId) {
      const parts: Uint8Array[] = [];
      for (;;) {
        const part = await reads
          .selectFrom("release_content")
          .select("content")
          .where("release_id", "=", releaseId)
          .where("position", "=", parts.length)
          .executeTakeFirst();
        if (!part) return joinedParts(parts);
        parts.push(part.content);
      }
    },
  };
}

/** @throws Error when the release is not being staged: unknown, published, or given up meanwhile */
export async function stagedRelease(
  transaction: Transaction<Tables>,
  id: string,
): Promise<Selectable<DatasetReleaseTable>> {
  const release = await transaction
    .selectFrom("dataset_release")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (release?.state !== "STAGED")
    throw new Error(`release ${id} is ${release?.state ?? "unknown"}, not STAGED`);
  return release;
}

/** Marks releases ABORTED whose process died while staging, and drops their rows (RELIABILITY D-06). */
export async function abortAbandoned(engine: Engine): Promise<void> {
  const staged = await engine.reads
    .selectFrom("dataset_release")
    .select(["id", "owner", "lease_at"])
    .where("state", "=", "STAGED")
    .execute();
  const oldest = new Date(Date.now() - silentMinutes * 60_000).toISOString();
  for (const { id, owner, lease_at } of staged) {
    const liveness = livenessOf(JSON.parse(owner) as ReleaseOwner);
    if (liveness === "dead" || (liveness === "unknown" && lease_at < oldest)) {
      await abort(engine, id, "abgebrochen");
    }
  }
}

async function abort(engine: Engine, id: string, reason: string): Promise<void> {
  await engine.bulk.transaction().execute(async (transaction) => {
    await engine.lockChain(transaction);
    const release = await transaction
      .selectFrom("dataset_release")
      .selectAll()
      .where("id", "=", id)
      .where("state", "=", "STAGED")
      .executeTakeFirst();
    if (!release) return;
    await dropRows(transaction, id);
    await transaction
      .updateTable("dataset_release")
      .set({ state: "ABORTED", reason })
      .where("id", "=", id)
      .execute();
    await appendAudit(transaction, [
      {
        at: new Date().toISOString(),
        actor: system,
        action: "discard",
        type: "dataset",
        id: release.dataset,
        revision: null,
        reason,
        contentHash: releaseHash(id, JSON.parse(release.manifest)),
      },
    ]);
  });
}

export async function dropRows(database: Kysely<Tables>, releaseId: string): Promise<void> {
  for (const table of rowTables) {
    await database.deleteFrom(table).where("release_id", "=", releaseId).execute();
  }
}

/** What the audit vouches for in a release: its id and manifest, which never change once published. */
export function releaseHash(id: string, manifest: ReleaseManifest): string {
  return contentHash({ id, manifest });
}

export function toRelease(row: Selectable<DatasetReleaseTable>): Release {
  const { id, state } = row;
  const manifest = JSON.parse(row.manifest) as ReleaseManifest;
  return {
    ...manifest,
    id,
    state,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    rowCount: row.row_count,
  };
}
