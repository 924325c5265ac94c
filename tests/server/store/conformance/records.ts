import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { create, creation, deletion, edit, moment, site, type, writeContext } from "../builders.ts";
import type { Opened } from "./harness.ts";

export function recordsSuite({ store }: Opened): void {
  it("a record reads back as it was written, counted and dated by the store", async () => {
    const given = site({
      participants: ["demo:PARTNER", "department:61"],
      districts: ["10", "15"],
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [9.1, 48.7],
            [9.2, 48.7],
            [9.2, 48.8],
            [9.1, 48.7],
          ],
        ],
      },
      properties: { name: 'Größe "A" \\ 50 % ✓', places: 12.5, nested: { list: [1, null, { a: true }] } },
    });
    const at = moment();
    const outcome = await store().write([creation(given)], writeContext({ at }));
    const expected = { ...given, revision: 1, createdAt: at, updatedAt: at };
    expect(outcome).toEqual({ kind: "written", records: [expected] });
    expect(await store().record(type, given.id, "everything")).toEqual(expected);
  });

  it("an unknown id reads as nothing", async () => {
    expect(await store().record(type, randomUUID(), "everything")).toBeUndefined();
    expect(await store().record("no-such-type", randomUUID(), "everything")).toBeUndefined();
  });

  it("every version stays readable as a revision with action, actor and reason", async () => {
    const first = await create(store(), { properties: { name: "Erste Fassung" } });
    const change = { ...edit(first, { name: "Zweite Fassung" }), reason: "Beschluss vom 3. März" };
    await store().write([change], writeContext({ actor: "demo:SECRETARIAT" }));
    const revisions = await store().revisions(type, first.id);
    expect(revisions.map(({ revision, action, actor, reason }) => [revision, action, actor, reason])).toEqual(
      [
        [1, "create", "demo:PLANNER:51", null],
        [2, "edit", "demo:SECRETARIAT", "Beschluss vom 3. März"],
      ],
    );
    expect(revisions.map(({ record }) => record.properties.name)).toEqual([
      "Erste Fassung",
      "Zweite Fassung",
    ]);
  });

  it("several changes are written together or not at all", async () => {
    const seen = await create(store());
    const added = site();
    const stale = { ...edit(seen, { name: "veraltet" }), expectedRevision: 7 } as ReturnType<typeof edit>;
    const outcome = await store().write([creation(added), stale], writeContext());
    expect(outcome).toEqual({ kind: "conflict", id: seen.id, current: seen });
    expect(await store().record(type, added.id, "everything")).toBeUndefined();
    expect(await store().revisions(type, added.id)).toEqual([]);
  });

  it("an id cannot be created twice", async () => {
    const seen = await create(store());
    const outcome = await store().write([creation(site({ id: seen.id }))], writeContext());
    expect(outcome).toEqual({ kind: "conflict", id: seen.id, current: seen });
  });

  it("an edit of an unknown record is missing", async () => {
    const id = randomUUID();
    expect(await store().write([edit(site({ id }), {})], writeContext())).toEqual({ kind: "missing", id });
  });

  it("a deleted record keeps its revisions and tells a later editor when and by whom", async () => {
    const seen = await create(store());
    const at = moment();
    await store().write([deletion(seen)], writeContext({ actor: "demo:SECRETARIAT", at }));
    expect(await store().record(type, seen.id, "everything")).toBeUndefined();
    const outcome = await store().write([edit(seen, { name: "zu spät" })], writeContext());
    expect(outcome).toEqual({ kind: "deleted", id: seen.id, at, actor: "demo:SECRETARIAT" });
    const again = await store().write([creation(site({ id: seen.id }))], writeContext());
    expect(again).toEqual({ kind: "deleted", id: seen.id, at, actor: "demo:SECRETARIAT" });
    const revisions = await store().revisions(type, seen.id);
    expect(revisions.map(({ revision, action }) => [revision, action])).toEqual([
      [1, "create"],
      [2, "delete"],
    ]);
  });

  it("characters a database may refuse are replaced, and read back the same as answered", async () => {
    const record = await create(store(), { properties: { name: "a\0b\uD800c", "k\0": ["\uDFFF"] } });
    expect(record.properties).toEqual({ name: "a\uFFFDb\uFFFDc", "k\uFFFD": ["\uFFFD"] });
    expect(await store().record(type, record.id, "everything")).toEqual(record);
  });

  it("an importer finds what it wrote by its own key", async () => {
    const record = site();
    const change = { ...creation(record), importKey: { source: "kita-list", key: "4711" } };
    await store().write([change], writeContext());
    const keys = await store().importKeys(type, "kita-list");
    expect([...keys].map(([key, found]) => [key, found.id])).toEqual([["4711", record.id]]);
    const again = { ...creation(site()), importKey: { source: "kita-list", key: "4711" } };
    expect((await store().write([again], writeContext())).kind).toBe("conflict");
  });

  it("settings are kept and replaced", async () => {
    expect(await store().setting("pack")).toBeUndefined();
    await store().saveSetting("pack", { city: "stuttgart", demo: true });
    await store().saveSetting("pack", { city: "leipzig", demo: false });
    expect(await store().setting("pack")).toEqual({ city: "leipzig", demo: false });
  });
}
