import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { migrations } from "../../../server/store/migrations/migrations.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { databaseFileName, openSqlite } from "../../../server/store/sqlite/sqlite-engine.ts";
import { openConnection } from "../../../server/store/sqlite/sqlite-file.ts";
import {
  type Store,
  StoreReadOnlyError,
  StoreTooNewError,
  StoreUnavailableError,
} from "../../../server/store/store.ts";
import { temporaryDirectory } from "../drill/databases.ts";
import { create, type } from "./builders.ts";

const open = (dataDirectory: string): Promise<Store> => openStore({ dataDirectory, recordTypes: [] });

/** A directory with a database that holds one record. */
async function used(): Promise<{ directory: string; file: string; id: string }> {
  const directory = temporaryDirectory();
  const store = await open(directory);
  const { id } = await create(store, { properties: { name: "Bestand" } });
  await store.close();
  return { directory, file: join(directory, databaseFileName), id };
}

function checksum(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function schemaOf(file: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.pragma("user_version", { simple: true });
  } finally {
    database.close();
  }
}

it("every connection syncs fully, keeps foreign keys, waits, and trusts no schema", async () => {
  const { file } = await used();
  for (const mode of ["write", "read"] as const) {
    const connection = openConnection(file, mode);
    const settings = ["synchronous", "foreign_keys", "busy_timeout", "trusted_schema", "journal_mode"];
    expect(settings.map((name) => connection.pragma(name, { simple: true }))).toEqual([2, 1, 5000, 0, "wal"]);
    connection.close();
  }
});

it("D-11 a database of a newer version is refused and stays as it is, byte for byte", async () => {
  const { directory, file } = await used();
  const newer = new Database(file);
  newer.pragma("journal_mode = DELETE");
  newer.pragma("user_version = 99");
  newer.close();
  const before = checksum(file);
  const refusal = await open(directory).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StoreTooNewError);
  expect(refusal).toMatchObject({ found: 99, known: migrations.at(-1)?.number });
  expect(checksum(file)).toBe(before);
  expect(readdirSync(directory)).toEqual([databaseFileName]);
});

const next = { number: 99, name: "next", statements: () => ["create table added (key text primary key)"] };

it("D-12 an older database is copied beside itself, then brought up to date", async () => {
  const { directory, file } = await used();
  const engine = openSqlite({ dataDirectory: directory, migrations: [...migrations, next] });
  await engine.close();
  expect(schemaOf(file)).toBe(99);
  const copies = readdirSync(directory).filter((name) => name.startsWith("sozialraumkarte-schema-"));
  expect(copies).toHaveLength(1);
  const copy = join(directory, copies[0] ?? "");
  expect(schemaOf(copy)).toBe(migrations.at(-1)?.number);
  const database = new Database(copy, { readonly: true });
  expect(database.prepare("select title from record").pluck().all()).toEqual(["Bestand"]);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
});

it("D-12 a step that fails leaves the old schema, which the old version still opens", async () => {
  const { directory, id } = await used();
  const broken = {
    ...next,
    statements: () => ["create table added (key text)", "create table audit (key text)"],
  };
  expect(() => openSqlite({ dataDirectory: directory, migrations: [...migrations, broken] })).toThrow(
    /audit/,
  );
  const store = await open(directory);
  expect(await store.record(type, id, "everything")).toBeDefined();
  await store.close();
});

it("D-13 a read-only file is read, and every write says that it cannot be written", async () => {
  const { directory, file, id } = await used();
  chmodSync(file, 0o444);
  const store = await open(directory);
  try {
    expect(store.readOnly).toBe(true);
    await store.ping();
    expect((await store.record(type, id, "everything"))?.properties.name).toBe("Bestand");
    expect((await store.records({ type, scope: "everything", limit: 1 })).total).toBe(1);
    await expect(create(store)).rejects.toThrow(StoreReadOnlyError);
    await expect(store.saveSetting("a", 1)).rejects.toThrow(StoreReadOnlyError);
    expect((await store.verifyAudit()).breaks).toEqual([]);
  } finally {
    await store.close();
  }
});

it("a file that is no database is named as out of reach", async () => {
  const { directory, file } = await used();
  spawnSync("dd", ["if=/dev/urandom", `of=${file}`, "bs=4096", "count=1", "conv=notrunc"]);
  await expect(open(directory)).rejects.toThrow(StoreUnavailableError);
});
