import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import {
  type DrillDatabase,
  drillType,
  openDrillStore,
  toEnvironment,
} from "../../../scripts/drill/database.ts";
import { runScript } from "../../../scripts/drill/process-output.ts";
import { onBothDatabases } from "./databases.ts";

const importer = fileURLToPath(new URL("../../../scripts/drill/importer.ts", import.meta.url));
const everything = { type: drillType, scope: "everything", limit: 1 } as const;

/** Three imports of 10 000 rows each, on a machine that may be busy; the drill does it with 50 000 through a server. */
const patience = { timeout: 300_000 };

onBothDatabases((database) => {
  it("D-06 an import killed half-way leaves nothing, and succeeds the next time", patience, async () => {
    const where = await database();
    const killed = runScript(importer, { environment: toEnvironment(where) });
    await killed.until(13);
    await killed.kill();
    expect(killed.lines.at(-1)).toMatch(/^staged/);

    await inStore(where, async (store) => {
      expect((await store.records(everything)).total).toBe(0);
      expect(await store.importKeys(drillType, "drill-import")).toEqual(new Map());
      const releases = await store.releases({ dataset: "drill-import", all: true });
      expect(releases.map(({ state }) => state)).toEqual(["ABORTED"]);
      const [discarded] = (await store.audit({ limit: 10 })).slice(-1);
      expect(discarded).toMatchObject({ action: "discard", id: "drill-import", reason: "abgebrochen" });
    });

    expect(await imported(where)).toBe("published 10000 0 0");
    expect(await imported(where)).toBe("unchanged");
    await inStore(where, async (store) => {
      expect((await store.records(everything)).total).toBe(10_000);
      expect((await store.records({ ...everything, text: "Einrichtung 9999" })).items[0]).toMatchObject({
        revision: 1,
        properties: { name: "Einrichtung 9999", places: 39 },
      });
    });
  });

  it("an import that still runs is not given up when another process starts", patience, async () => {
    const where = await database();
    const running = runScript(importer, { environment: toEnvironment(where) });
    await running.until(5);
    await inStore(where, async (store) => {
      const releases = await store.releases({ dataset: "drill-import", all: true });
      expect(releases.map(({ state }) => state)).toEqual(["STAGED"]);
    });
    await running.kill();
  });
});

async function imported(where: DrillDatabase): Promise<string | undefined> {
  const running = runScript(importer, { environment: toEnvironment(where) });
  expect([await running.ended, running.errors()]).toEqual([0, ""]);
  return running.lines.at(-1);
}

async function inStore(
  where: DrillDatabase,
  work: (store: Awaited<ReturnType<typeof openDrillStore>>) => Promise<void>,
): Promise<void> {
  const store = await openDrillStore(where);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
