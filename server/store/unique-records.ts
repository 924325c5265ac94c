import { sql, type Transaction } from "kysely";
import type { StoredRecord } from "#domain/record/record.ts";
import { uniqueKey } from "#domain/record/unique.ts";
import type { RecordFields } from "./record-fields.ts";
import { typeCondition } from "./record-query.ts";
import type { Tables } from "./tables.ts";

/**
 * Whether a record just written in this transaction takes up what another one has already. The caller holds the chain
 * lock, so that nobody writes meanwhile in this or another process. What was there twice before stays movable: only a
 * record that takes up something new is asked.
 */
export async function isSecond(
  transaction: Transaction<Tables>,
  { record, before }: { record: StoredRecord; before: StoredRecord | undefined },
  fields: RecordFields,
): Promise<boolean> {
  const unique = fields.uniqueOf(record.type);
  const key = unique && uniqueKey(unique, record);
  if (!unique || !key || (before && uniqueKey(unique, before) === key)) return false;
  const same = unique.fields.map((field) => {
    const expression = fields.of(record.type, field, "internal");
    if (expression.kind === "list") throw new Error(`${record.type}.${field} is a list`);
    return sql<boolean>`${expression.value} = ${record.properties[field]}`;
  });
  const other = await transaction
    .selectFrom("record")
    .select("id")
    .where(typeCondition(record.type))
    .where("id", "!=", record.id)
    .where(sql<boolean>`${sql.join(same, sql` and `)}`)
    .$if(unique.freeIn !== undefined, (query) => query.where("state", "not in", [...(unique.freeIn ?? [])]))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
