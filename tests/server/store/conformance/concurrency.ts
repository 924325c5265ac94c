import { expect, it } from "vitest";
import type { Store, WriteOutcome } from "../../../../server/store/store.ts";
import { create, creation, deletion, edit, site, type, writeContext } from "../builders.ts";
import type { Opened } from "./harness.ts";

const kinds = (outcomes: readonly WriteOutcome[]) => outcomes.map(({ kind }) => kind).sort();

export function concurrencySuite({ store, open }: Opened): void {
  it("C-02 of two edits of the same revision one is written, the other learns the current version", async () => {
    const other = await open();
    try {
      let seen = await create(store());
      for (let round = 0; round < 200; round += 1) {
        const outcomes = await Promise.all([
          store().write([edit(seen, { name: `A ${round}` })], writeContext()),
          other.write([edit(seen, { name: `B ${round}` })], writeContext()),
        ]);
        expect(kinds(outcomes)).toEqual(["conflict", "written"]);
        const current = await store().record(type, seen.id, "everything");
        const conflict = outcomes.find(({ kind }) => kind === "conflict");
        expect(conflict).toEqual({ kind: "conflict", id: seen.id, current });
        expect(current?.revision).toBe(seen.revision + 1);
        seen = current ?? seen;
      }
    } finally {
      await other.close();
    }
  });

  it("of two creations of what there is only once one is written, whichever process they come through", async () => {
    const other = await open();
    try {
      for (let round = 0; round < 20; round += 1) {
        const properties = { name: "Einmal", ticket: `T ${round}`, places: round };
        const outcomes = await Promise.all(
          [store(), other].map((one) => one.write([creation(site({ properties }))], writeContext())),
        );
        expect(kinds(outcomes)).toEqual(["taken", "written"]);
      }
      const filters = [{ field: "ticket", op: "eq" as const, value: "T 0" }];
      expect((await store().records({ type, scope: "everything", filters, limit: 10 })).total).toBe(1);
    } finally {
      await other.close();
    }
  });

  it("C-03 deleting a version that is no longer current leaves the record", async () => {
    const seen = await create(store());
    await store().write([edit(seen, { name: "neu" })], writeContext());
    expect((await store().write([deletion(seen)], writeContext())).kind).toBe("conflict");
    expect((await store().record(type, seen.id, "everything"))?.properties.name).toBe("neu");
  });

  it("C-04 the same idempotency key five times in parallel makes one record, all get it", async () => {
    const other = await open();
    try {
      const idempotency = { key: "6f1c", bodyHash: "same" };
      const outcomes = await Promise.all(
        [store(), other, store(), other, store()].map((one) =>
          one.write([creation(site({ owner: "C-04" }))], writeContext({ idempotency })),
        ),
      );
      expect(kinds(outcomes)).toEqual(["replayed", "replayed", "replayed", "replayed", "written"]);
      const records = outcomes.map((outcome) => "records" in outcome && outcome.records);
      expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
      const scope = [{ visibility: ["PUBLIC" as const], owner: "C-04" }];
      expect((await store().records({ type, scope, limit: 10 })).total).toBe(1);
    } finally {
      await other.close();
    }
  });

  it("a repeated key answers with the record as written then, not as it is now", async () => {
    const context = writeContext({ idempotency: { key: "then", bodyHash: "same" } });
    const then = await create(store(), { properties: { name: "damals" } }, context);
    await store().write([edit(then, { name: "heute" })], writeContext());
    expect(await store().write([creation(site())], context)).toEqual({ kind: "replayed", records: [then] });
  });

  it("C-05 the same key with another body is refused, for the same person only", async () => {
    const first = writeContext({ idempotency: { key: "reused", bodyHash: "one" } });
    await create(store(), {}, first);
    const second = { ...first, idempotency: { key: "reused", bodyHash: "two" } };
    expect(await store().write([creation(site())], second)).toEqual({ kind: "key-reused" });
    expect((await store().write([creation(site())], { ...second, actor: "somebody-else" })).kind).toBe(
      "written",
    );
  });

  it("a refused write does not use up its key", async () => {
    const seen = await create(store());
    const idempotency = { key: "try-again", bodyHash: "same" };
    await store().write([edit(seen, { name: "dazwischen" })], writeContext());
    expect((await store().write([edit(seen, { name: "neu" })], writeContext({ idempotency }))).kind).toBe(
      "conflict",
    );
    const current = { ...seen, revision: 2 };
    expect((await store().write([edit(current, { name: "neu" })], writeContext({ idempotency }))).kind).toBe(
      "written",
    );
  });

  it("C-06 fifty clients that add one each and try again on conflict reach fifty", async () => {
    const other = await open();
    try {
      const { id } = await create(store(), { properties: { name: "Zähler", places: 0 } });
      await Promise.all(
        Array.from({ length: 50 }, (_, client) => addOne(client % 2 === 0 ? store() : other, id)),
      );
      const final = await store().record(type, id, "everything");
      expect(final?.properties.places).toBe(50);
      expect(final?.revision).toBe(51);
    } finally {
      await other.close();
    }
  });
}

async function addOne(store: Store, id: string): Promise<void> {
  for (;;) {
    const seen = await store.record(type, id, "everything");
    if (!seen) throw new Error("the record is gone");
    const places = Number(seen.properties.places) + 1;
    const outcome = await store.write([edit(seen, { ...seen.properties, places })], writeContext());
    if (outcome.kind === "written") return;
  }
}
