import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openDrillStore, toEnvironment } from "../../../scripts/drill/database.ts";
import { runScript } from "../../../scripts/drill/process-output.ts";
import { databaseFileName } from "../../../server/store/sqlite/sqlite-engine.ts";
import { create, edit, writeContext } from "../store/builders.ts";
import { temporaryDirectory } from "./databases.ts";

const script = fileURLToPath(new URL("../../../scripts/verify-audit.ts", import.meta.url));

/** Three rows: created, edited, created. Then somebody with the file and SQLite's tools changes something. */
async function verdictAfter(tampering: string): Promise<{ code: number | null; lines: string[] }> {
  const dataDirectory = temporaryDirectory();
  const store = await openDrillStore({ dataDirectory });
  const record = await create(store, { id: "one" });
  await store.write([edit(record, { name: "neu" })], writeContext());
  await create(store, { id: "two" });
  await store.close();
  const database = new Database(join(dataDirectory, databaseFileName));
  for (const table of ["audit", "record_revision"]) {
    database.exec(`drop trigger ${table}_no_update; drop trigger ${table}_no_delete`);
  }
  database.exec(tampering);
  database.close();
  const running = runScript(script, { environment: toEnvironment({ dataDirectory }) });
  return { code: await running.ended, lines: running.lines };
}

it("A-15 an untouched audit verifies", async () => {
  expect(await verdictAfter("")).toEqual({ code: 0, lines: ["The audit of 3 rows verifies."] });
});

it.each([
  ["a changed row", "update audit set actor = 'other' where sequence = 2", /^audit row 2: was changed/],
  ["a removed row", "delete from audit where sequence = 2", /^audit row 3: rows before it are missing/],
  [
    "a changed revision",
    "update record_revision set document = replace(document, 'neu', 'alt') where revision = 2",
    /^audit row 2: what it vouches for was changed \(test-sites one revision 2\)/,
  ],
  [
    "a removed revision",
    "delete from record_revision where id = 'two'",
    /^audit row 3: what it vouches for is gone/,
  ],
  [
    "a last row cut off",
    "delete from audit where sequence = 3",
    /^audit row missing: a revision that no row/,
  ],
])("A-15 %s is found", async (_what, tampering, line) => {
  const { code, lines } = await verdictAfter(tampering);
  expect(code).toBe(1);
  expect(lines.some((found) => line.test(found))).toBe(true);
});
