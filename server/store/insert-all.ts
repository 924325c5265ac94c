import type { Insertable, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Parameters one statement may have; SQLite's limit of 32 766 is the lower one. */
const mostParameters = 30_000;

/** Inserts any number of rows in as few statements as the databases allow. All rows have the same columns. */
export async function insertAll<T extends keyof Tables>(
  database: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (const part of inParts(rows)) await database.insertInto(table).values(part).execute();
}

/** Rows in parts that fit into one statement each. */
export function* inParts<T extends object>(rows: readonly T[]): Generator<T[]> {
  const columns = Object.keys(rows[0] ?? {}).length || 1;
  const size = Math.floor(mostParameters / columns);
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
