import { expect, it } from "vitest";
import { contentHash } from "../../../../server/store/audit-chain.ts";
import { create, deletion, edit, type, writeContext } from "../builders.ts";
import type { Opened } from "./harness.ts";

export function auditSuite({ store, execute }: Opened): void {
  async function last(count: number) {
    const entries = await store().audit({ limit: 1_000_000 });
    return entries.slice(-count);
  }

  it("each write leaves a row with the hash of its content, linked to the row before", async () => {
    const record = await create(store());
    await store().write([edit(record, { name: "neu" })], writeContext({ actor: "demo:SECRETARIAT" }));
    const [first, second] = await last(2);
    expect(first).toMatchObject({
      action: "create",
      type,
      id: record.id,
      revision: 1,
      contentHash: contentHash(record),
    });
    expect(second).toMatchObject({
      action: "edit",
      actor: "demo:SECRETARIAT",
      revision: 2,
      previousHash: first?.hash,
    });
    expect(second?.sequence).toBe((first?.sequence ?? 0) + 1);
  });

  it("D-14 the order of rows is the order of writing, also when the clock goes back", async () => {
    const later = await create(store(), {}, writeContext({ at: "2026-06-01T12:00:00.000Z" }));
    const earlier = await create(store(), {}, writeContext({ at: "2026-06-01T11:00:00.000Z" }));
    expect((await last(2)).map(({ id }) => id)).toEqual([later.id, earlier.id]);
  });

  it("pages of the audit go on after a sequence number", async () => {
    await create(store());
    const [first, second, third] = await store().audit({ limit: 3 });
    expect(await store().audit({ after: first?.sequence ?? 0, limit: 2 })).toEqual([second, third]);
  });

  it("A-15 rows of the audit and revisions can be neither changed nor removed", async () => {
    const record = await create(store());
    const before = await store().audit({ limit: 1_000_000 });
    for (const statement of [
      "update audit set actor = 'nobody'",
      "delete from audit",
      "update record_revision set actor = 'nobody'",
      `delete from record_revision where id = '${record.id}'`,
    ]) {
      await expect(execute(statement)).rejects.toThrow(/append only/);
    }
    expect(await store().audit({ limit: 1_000_000 })).toEqual(before);
  });

  it("an act without a revision has its row, and is no change of a record", async () => {
    const heard: unknown[] = [];
    const stop = store().onChange((change) => heard.push(change));
    await store().note([
      {
        at: "2026-01-01T00:00:00.000Z",
        actor: "a",
        action: "sign-in-refused",
        type: "account",
        id: "b",
        reason: null,
      },
    ]);
    const record = await create(store());
    stop();
    const [act] = await last(2);
    expect(act).toMatchObject({ action: "sign-in-refused", type: "account", id: "b", revision: null });
    expect(heard).toEqual([{ records: [{ type, id: record.id }], datasets: [], accounts: [] }]);
  });

  it("the whole chain verifies, deletions included", async () => {
    const record = await create(store());
    await store().write([deletion(record)], writeContext());
    const verdict = await store().verifyAudit();
    expect(verdict.breaks).toEqual([]);
    expect(verdict.intactUntil).toBe((await last(1))[0]?.sequence);
    expect(verdict.entries).toBe((await store().audit({ limit: 1_000_000 })).length);
  });
}
