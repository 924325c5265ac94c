import { describe, expect, it } from "vitest";
import { migrations } from "../../../server/store/migrations/migrations.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { openPostgres } from "../../../server/store/postgres/postgres-engine.ts";
import { StoreReadOnlyError, StoreTooNewError, StoreUnavailableError } from "../../../server/store/store.ts";
import { inDatabase, isPostgresSkipped, newPostgresDatabase } from "../../lib/postgres.ts";
import { create, type } from "./builders.ts";

const open = (databaseUrl: string) => openStore({ databaseUrl, dataDirectory: "unused", recordTypes: [] });

describe.skipIf(isPostgresSkipped())("starting on PostgreSQL", () => {
  it("D-11 a database of a newer version is refused and not changed", async () => {
    const url = await newPostgresDatabase();
    await (await open(url)).close();
    await inDatabase(url, "insert into schema_step (number, name) values (99, 'next')");
    await expect(open(url)).rejects.toThrow(StoreTooNewError);
    expect(await inDatabase(url, "select count(*)::int as steps from schema_step")).toEqual([
      { steps: migrations.length + 1 },
    ]);
  });

  it("D-12 a step that fails leaves the old schema", async () => {
    const url = await newPostgresDatabase();
    await (await open(url)).close();
    const broken = {
      number: 99,
      name: "broken",
      statements: () => ["create table added (key text)", "create table audit (key text)"],
    };
    await expect(openPostgres({ databaseUrl: url, migrations: [...migrations, broken] })).rejects.toThrow(
      /audit/,
    );
    expect(await inDatabase(url, "select to_regclass('added') as added")).toEqual([{ added: null }]);
    await (await open(url)).close();
  });

  it("servers that start together on an empty database do not stand in each other's way", async () => {
    const url = await newPostgresDatabase();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const record = await create(stores[0]);
    expect(await stores[2].record(type, record.id, "everything")).toEqual(record);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("D-13 a read-only database is read, and every write says that it cannot be written", async () => {
    const url = await newPostgresDatabase();
    const before = await open(url);
    const record = await create(before);
    await before.close();
    const name = new URL(url).pathname.slice(1);
    await inDatabase(url, `alter database ${name} set default_transaction_read_only = on`);
    const store = await open(url);
    expect(store.readOnly).toBe(true);
    expect(await store.record(type, record.id, "everything")).toEqual(record);
    await expect(create(store)).rejects.toThrow(StoreReadOnlyError);
    await store.close();
  });

  it("an address where nobody answers is out of reach", async () => {
    await expect(open("postgres://postgres@127.0.0.1:1/none")).rejects.toThrow(StoreUnavailableError);
  });
});
