import { describe, expect, it } from "vitest";
import { killDrill } from "../../../scripts/drill/kill-drill.ts";
import { startCluster } from "../../../scripts/drill/postgres-cluster.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { StoreUnavailableError } from "../../../server/store/store.ts";
import { isPostgresSkipped } from "../../lib/postgres.ts";
import { create, type } from "../store/builders.ts";
import { temporaryDirectory } from "./databases.ts";

describe.skipIf(isPostgresSkipped())("a PostgreSQL server that goes away", () => {
  it("D-16 killed under writers it comes back with every acknowledged write", {
    timeout: 180_000,
  }, async () => {
    const cluster = await startCluster();
    try {
      const databaseUrl = await cluster.newDatabase("killed");
      const killServer = async () => {
        await cluster.kill();
        await cluster.restart();
        return true;
      };
      const database = { dataDirectory: temporaryDirectory(), databaseUrl };
      const result = await killDrill({ database, kills: 2, writes: [20, 60], killServer });
      expect(result).toMatchObject({ kills: 2, lost: [], damage: [], auditBreaks: [] });
    } finally {
      await cluster.stop();
    }
  });

  it("D-15 every question says so without hanging, and is answered again once it is back", {
    timeout: 180_000,
  }, async () => {
    const cluster = await startCluster();
    try {
      const databaseUrl = await cluster.newDatabase("stopped");
      const store = await openStore({ databaseUrl, dataDirectory: "unused", recordTypes: [] });
      const told: string[] = [];
      const stop = store.onChange(({ records }) => told.push(...records.map(({ id }) => id)));
      try {
        const before = await create(store);
        await cluster.kill();
        const questions = [
          () => store.ping(),
          () => store.record(type, before.id, "everything"),
          () => store.records({ type, scope: "everything", limit: 1 }),
          () => store.revisions(type, before.id),
          () => store.releases(),
          () => store.areas("none"),
          () => create(store),
          () => store.saveSetting("a", 1),
        ];
        for (const ask of questions) await expect(ask()).rejects.toThrow(StoreUnavailableError);
        await cluster.restart();
        await store.ping();
        expect(await store.record(type, before.id, "everything")).toEqual(before);
        const after = await create(store);
        expect(told).toEqual([before.id, after.id]);
      } finally {
        stop();
        await store.close();
      }
    } finally {
      await cluster.stop();
    }
  });
});
