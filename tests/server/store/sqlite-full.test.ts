import { sql } from "kysely";
import { expect, it } from "vitest";
import { ChangeFeed } from "../../../server/store/change-feed.ts";
import { migrations } from "../../../server/store/migrations/migrations.ts";
import { RecordFields } from "../../../server/store/record-fields.ts";
import { recordWriter } from "../../../server/store/record-writer.ts";
import { openSqlite } from "../../../server/store/sqlite/sqlite-engine.ts";
import { StoreFullError } from "../../../server/store/store.ts";
import { temporaryDirectory } from "../drill/databases.ts";
import { creation, site, writeContext } from "./builders.ts";

it("D-04 a write that finds no space says so, stores nothing, and succeeds once there is space", async () => {
  const engine = openSqlite({ dataDirectory: temporaryDirectory(), migrations });
  const fields = new RecordFields([], engine.expressions);
  const { write } = recordWriter(engine, { feed: await ChangeFeed.open(engine), fields });
  const count = async () => {
    const records = await engine.reads.selectFrom("record").select("id").execute();
    const revisions = await engine.reads.selectFrom("record_revision").select("id").execute();
    const entries = await engine.reads.selectFrom("audit").select("id").execute();
    return [records.length, revisions.length, entries.length];
  };
  const large = () => creation(site({ properties: { name: "groß", note: "x".repeat(200_000) } }));
  try {
    // Pages of 4 KiB: a disk of about one megabyte.
    await sql`pragma max_page_count = 300`.execute(engine.writes);
    let written = 0;
    const fill = async () => {
      for (; written < 100; written += 1) await write([large()], writeContext());
    };
    await expect(fill()).rejects.toThrow(StoreFullError);
    expect(written).toBeGreaterThan(0);
    expect(await count()).toEqual([written, written, written]);
    await sql`pragma max_page_count = 100000`.execute(engine.writes);
    expect((await write([large()], writeContext())).kind).toBe("written");
    expect(await count()).toEqual([written + 1, written + 1, written + 1]);
  } finally {
    await engine.close();
  }
});
