import type { Kysely, Selectable } from "kysely";
import type { ImportJob, JobState } from "#domain/contract/import-contract.ts";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import { livenessOf, type ReleaseOwner, thisProcess } from "./release-owner.ts";
import type { Store } from "./store.ts";
import type { ImportJobTable, Tables } from "./tables.ts";

/** After so long without a word, a job of another machine that cannot be asked for counts as left. */
const silentMinutes = 15;

export type ImportJobStore = Pick<
  Store,
  "addImportJob" | "importJob" | "importJobs" | "changeImportJob" | "removeImportJob"
>;

/**
 * Import jobs with the process that has each in hand. The file of a job lies beside the server that received it,
 * so only that server, or the next one over the same folder, runs it.
 */
export function importJobStore({ reads, writes }: Engine): ImportJobStore {
  return {
    async addImportJob(job) {
      const { id, state, updatedAt } = job;
      await writes.transaction().execute((transaction) =>
        transaction
          .insertInto("import_job")
          .values({ id, state, server: owner(), updated_at: updatedAt, document: toJson(job) })
          .execute(),
      );
    },

    async importJob(id) {
      const row = await rowOf(reads, id);
      return row && jobOf(row);
    },

    async importJobs({ states, left = false } = {}) {
      let query = reads.selectFrom("import_job").selectAll();
      if (states) query = query.where("state", "in", states);
      const rows = await query.orderBy("number", "desc").limit(500).execute();
      return rows.filter((row) => !left || isLeft(row)).map(jobOf);
    },

    async changeImportJob(id, from, change) {
      return writes.transaction().execute(async (transaction) => {
        const row = await rowOf(transaction, id);
        if (!row || !from.includes(row.state as JobState)) return undefined;
        const job: ImportJob = { ...jobOf(row), ...change, updatedAt: new Date().toISOString() };
        const changed = await transaction
          .updateTable("import_job")
          .set({ state: job.state, server: owner(), updated_at: job.updatedAt, document: toJson(job) })
          .where("id", "=", id)
          .where("state", "=", row.state)
          .where("updated_at", "=", row.updated_at)
          .executeTakeFirst();
        return changed.numUpdatedRows > 0n ? job : undefined;
      });
    },

    async removeImportJob(id) {
      await writes
        .transaction()
        .execute((transaction) => transaction.deleteFrom("import_job").where("id", "=", id).execute());
    },
  };
}

function owner(): string {
  return toJson(thisProcess());
}

/** True when no living process has the job in hand. */
function isLeft({ server, updated_at }: Selectable<ImportJobTable>): boolean {
  const liveness = livenessOf(JSON.parse(server) as ReleaseOwner);
  const oldest = new Date(Date.now() - silentMinutes * 60_000).toISOString();
  return liveness === "dead" || (liveness === "unknown" && updated_at < oldest);
}

function rowOf(database: Kysely<Tables>, id: string) {
  return database.selectFrom("import_job").selectAll().where("id", "=", id).executeTakeFirst();
}

function jobOf({ document }: Selectable<ImportJobTable>): ImportJob {
  return JSON.parse(document) as ImportJob;
}
