import { expect, it, vi } from "vitest";
import type { StoreChange } from "../../../../server/store/store.ts";
import { create, manifest, moment, publishSites, stagedSite, type } from "../builders.ts";
import type { Opened } from "./harness.ts";

export function changesSuite({ store, open }: Opened): void {
  it("an own commit is told before the write is answered", async () => {
    const told: StoreChange[] = [];
    const stop = store().onChange((change) => told.push(change));
    const record = await create(store());
    stop();
    await create(store());
    expect(told.flatMap(({ records }) => records).filter(({ id }) => id === record.id)).toEqual([
      { type, id: record.id },
    ]);
    expect(told.at(-1)?.records.at(-1)?.id).toBe(record.id);
  });

  it("a publication names the dataset and the records it changed", async () => {
    const told: StoreChange[] = [];
    const stop = store().onChange((change) => told.push(change));
    await publishSites(store(), [stagedSite("told")], "told");
    stop();
    expect(told.at(-1)?.datasets).toEqual(["schools"]);
    expect(told.at(-1)?.records).toHaveLength(1);
  });

  it("commits of another process are told, none missed among the own ones", async () => {
    const other = await open();
    const told = new Set<string>();
    const stop = store().onChange(({ records, datasets }) => {
      for (const { id } of records) told.add(id);
      for (const dataset of datasets) told.add(dataset);
    });
    try {
      const ids: string[] = [];
      for (let round = 0; round < 5; round += 1) {
        ids.push((await create(other)).id, (await create(store())).id);
      }
      const release = await other.openRelease(manifest({ dataset: "from-elsewhere", kind: "features" }));
      await other.publish(release, { actor: "a", at: moment(), contentHash: "x" });
      await vi.waitFor(() => expect([...told]).toEqual(expect.arrayContaining([...ids, "from-elsewhere"])), {
        timeout: 10_000,
      });
    } finally {
      stop();
      await other.close();
    }
  });
}
