import { type RawBuilder, sql } from "kysely";
import type { Expressions } from "../engine.ts";

/**
 * SQLite's spelling. The path of a property is part of the statement, not a parameter, because an index on an
 * expression is only used where the text is the same; field names come from declarations, never from requests.
 */
export const sqliteExpressions: Expressions = {
  listHasAny: (column, values) =>
    sql`exists (select 1 from json_each(${sql.ref(`record.${column}`)}) where value in (${sql.join(values)}))`,
  text: (field) => {
    const path = pathOf(field);
    return sql`(case json_type(document, ${path}) when 'true' then 'true' when 'false' then 'false'
      else cast(json_extract(document, ${path}) as text) end)`;
  },
  number: (field) => {
    const path = pathOf(field);
    return sql`(case when json_type(document, ${path}) in ('integer', 'real')
      then cast(json_extract(document, ${path}) as real) end)`;
  },
  propertyHasAny: (field, values) => {
    const path = pathOf(field);
    return sql`(json_type(document, ${path}) = 'array' and exists (
      select 1 from json_each(document, ${path}) where type = 'text' and value in (${sql.join(values)})))`;
  },
  includes: (text, needle) => sql`instr(${text}, ${needle}) > 0`,
  lower: (text) => sql`lower_case(${text})`,
  sortKey: (text) => sql`sort_key(${text})`,
  nearBox: ([west, south, east, north]) =>
    sql`number in (select number from record_box
      where east >= ${west} and west <= ${east} and north >= ${south} and south <= ${north})`,
};

function pathOf(field: string): RawBuilder<string> {
  return sql.lit(`$.properties."${field}"`);
}
