import { randomBytes } from "node:crypto";
import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";

/** Bytes that must find room: more than a sketch, less than a log keeps free anyway. */
const probeBytes = 256 * 1024;

/**
 * Writes something of passing size and takes it away again, to learn whether the database finds space. Two
 * transactions, because SQLite asks for space at the commit only. A row left by a process that died in between goes
 * the way of all rows of this table, which are removed after some days.
 * @throws StoreFullError
 */
export async function probeSpace({ writes }: Pick<Engine, "writes">): Promise<void> {
  // Random, or PostgreSQL would store a large value small.
  const written = toJson(randomBytes(probeBytes / 2).toString("hex"));
  const row = { actor: "storage-probe", key: "storage-probe", body_hash: "", at: new Date().toISOString() };
  await writes.transaction().execute((transaction) =>
    transaction
      .insertInto("idempotency")
      .values({ ...row, written })
      .onConflict((conflict) => conflict.columns(["actor", "key"]).doUpdateSet({ written }))
      .execute(),
  );
  await writes
    .transaction()
    .execute((transaction) =>
      transaction
        .deleteFrom("idempotency")
        .where("actor", "=", row.actor)
        .where("key", "=", row.key)
        .execute(),
    );
}
