import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe } from "vitest";
import { openStore } from "../../../server/store/open-store.ts";
import { databaseFileName } from "../../../server/store/sqlite/sqlite-engine.ts";
import { siteType } from "./builders.ts";
import { conformance } from "./conformance.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "sozialraumkarte-store-"));
afterAll(() => rmSync(dataDirectory, { recursive: true }));

describe("SQLite", () => {
  conformance({
    open: () => openStore({ dataDirectory, recordTypes: [siteType] }),
    async execute(statement) {
      const database = new Database(join(dataDirectory, databaseFileName));
      try {
        database.exec(statement);
      } finally {
        database.close();
      }
    },
  });
});
