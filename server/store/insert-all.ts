import { type Insertable, type Kysely, PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Parameters one statement may have on SQLite, whose limit is 32 766. */
const mostParameters = 30_000;
/** Rows per statement on PostgreSQL, where a column is one parameter. */
const rowsAtOnce = 2000;

/**
 * Inserts any number of rows of the same columns in few statements. `end` is the end of each statement, for
 * example what to do on conflict. PostgreSQL gets one list per column: analysing a statement with a parameter
 * for each cell takes it longer than inserting the rows.
 */
export async function insertAll<T extends keyof Tables>(
  database: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  end: RawBuilder<unknown> = sql``,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof Insertable<Tables[T]> & string)[];
  const asLists = database.getExecutor().adapter instanceof PostgresAdapter;
  const size = asLists ? rowsAtOnce : Math.floor(mostParameters / columns.length);
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    if (asLists) {
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
        ${fromLists(columns, part)} ${end}`.execute(database);
    } else {
      await database.insertInto(table).values(part).modifyEnd(end).execute();
    }
  }
}

/** A select of the rows out of one list per column. Lists are of text, cast to what the column is. */
function fromLists<R extends object>(columns: readonly (keyof R & string)[], rows: readonly R[]) {
  const casts = columns.map((column) => sql`${sql.ref(column)}::${sql.raw(types.get(column) ?? "text")}`);
  const lists = columns.map((column) => sql`${rows.map((row) => row[column] ?? null)}::text[]`);
  const names = columns.map((column) => sql.ref(column));
  return sql`select ${sql.join(casts)} from unnest(${sql.join(lists)}) as list (${sql.join(names)})`;
}

/** Types of the columns that are not text; a column of one name has one type in all tables. */
const types = new Map([
  ...["document", "properties", "geometry", "label_point"].map((name) => [name, "json"] as const),
  ...["districts", "participants", "derived"].map((name) => [name, "jsonb"] as const),
  ...["revision", "sequence", "position", "residents"].map((name) => [name, "bigint"] as const),
  ...["west", "south", "east", "north"].flatMap((side) =>
    [side, `public_${side}`].map((name) => [name, "double precision"] as const),
  ),
  ...["area_ha", "value", "numerator", "denominator"].map((name) => [name, "double precision"] as const),
]);
