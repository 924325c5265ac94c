import { type RawBuilder, sql } from "kysely";
import type { Expressions, FieldPlace } from "../engine.ts";

/**
 * SQLite's spelling. The path of a property is part of the statement, not a parameter, because an index on an
 * expression is only used where the text is the same; field names come from declarations, never from requests.
 */
export const sqliteExpressions: Expressions = {
  listHasAny: (column, values) =>
    sql`exists (select 1 from json_each(${sql.ref(`record.${column}`)}) where value in (${sql.join(values)}))`,
  text,
  publicTitle: (field) => sql`coalesce(json_extract(document, '$.publicFace.title'), ${text(field)})`,
  number: (field) => {
    const place = placeOf(field);
    return sql`(case when json_type(${place}) in ('integer', 'real')
      then cast(json_extract(${place}) as real) end)`;
  },
  fieldHasAny: (field, values) => {
    const place = placeOf(field);
    return sql`(json_type(${place}) = 'array' and exists (
      select 1 from json_each(${place}) where type = 'text' and value in (${sql.join(values)})))`;
  },
  includes: (text, needle) => sql`instr(${text}, ${needle}) > 0`,
  lower: (text) => sql`lower_case(${text})`,
  sortKey: (text) => sql`sort_key(${text})`,
  nearBox: ([west, south, east, north], face) => {
    const near = sql`select number from record_box
      where east >= ${west} and west <= ${east} and north >= ${south} and south <= ${north}`;
    // One set of rows rather than an "or", which would leave the choice of the index to chance.
    const coarse = sql`union all select number from record where public_place = 'coarse'`;
    return face === "internal" ? sql`number in (${near})` : sql`number in (${near} ${coarse})`;
  },
};

function text(field: FieldPlace): RawBuilder<string | null> {
  const place = placeOf(field);
  return sql`(case json_type(${place}) when 'true' then 'true' when 'false' then 'false'
    else cast(json_extract(${place}) as text) end)`;
}

/** Column and path, as the JSON functions take them. */
function placeOf({ name, isDerived }: FieldPlace): RawBuilder<unknown> {
  return isDerived
    ? sql`derived, ${sql.lit(`$."${name}"`)}`
    : sql`document, ${sql.lit(`$.properties."${name}"`)}`;
}
