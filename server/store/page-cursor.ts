import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { InvalidCursorError } from "./store.ts";

/**
 * Pages go on after the last row seen, not after a number of rows: what is added or removed meanwhile neither
 * repeats nor hides another row. The cursor carries the row's sort value and id, and the order it belongs to.
 */
const cursorSchema = z.tuple([
  z.string(),
  z.boolean(),
  z.union([z.string(), z.number(), z.null()]),
  z.string(),
]);

export interface Order {
  field: string;
  kind: "text" | "number";
  descending: boolean;
  value: RawBuilder<string | number | null>;
}

export function cursorAfter(order: Order, row: { sortValue: string | number | null; id: string }): string {
  const cursor: z.infer<typeof cursorSchema> = [order.field, order.descending, row.sortValue, row.id];
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/**
 * Rows behind the cursor. Rows without a value come last in either direction, rows with equal values by id.
 * @throws InvalidCursorError when the text is no cursor, or one of another order
 */
export function afterCursor(order: Order, text: string): RawBuilder<boolean> {
  const [field, descending, last, id] = parsed(text);
  if (field !== order.field || descending !== order.descending) {
    throw new InvalidCursorError("the cursor belongs to another order");
  }
  const { value, kind } = order;
  if (last !== null && typeof last !== (kind === "number" ? "number" : "string")) {
    throw new InvalidCursorError("the cursor's value is of another kind");
  }
  if (last === null) return sql`(${value} is null and id > ${id})`;
  const beyond = descending ? sql`${value} < ${last}` : sql`${value} > ${last}`;
  return sql`(${beyond} or (${value} = ${last} and id > ${id}) or ${value} is null)`;
}

function parsed(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch (cause) {
    throw new InvalidCursorError("not a cursor", { cause });
  }
}
