import { type RawBuilder, sql } from "kysely";
import type { Expressions, FieldPlace } from "../engine.ts";
import { accentedLetters, baseLetters, letterPairs } from "../sort-key.ts";

/** PostgreSQL's spelling; see the SQLite one for why field names are part of the statement. */
export const postgresExpressions: Expressions = {
  listHasAny: (column, values) => sql`${sql.ref(column)} ?| ${textArray(values)}`,
  text,
  publicTitle: (field) => sql`(coalesce(document #>> '{publicFace,title}', ${text(field)}) collate "C")`,
  number: (field) => {
    const value = sql`${columnOf(field)} -> ${sql.lit(field.name)}`;
    return sql`(case when jsonb_typeof(${value}) = 'number' then (${value})::double precision end)`;
  },
  fieldHasAny: (field, values) => {
    const value = sql`${columnOf(field)} -> ${sql.lit(field.name)}`;
    return sql`(jsonb_typeof(${value}) = 'array' and ${value} ?| ${textArray(values)})`;
  },
  includes: (text, needle) => sql`strpos(${text}, ${needle}) > 0`,
  lower,
  sortKey: (text) => {
    const paired = letterPairs.reduce<RawBuilder<unknown>>(
      (key, [letter, pair]) => sql`replace(${key}, ${sql.lit(letter)}, ${sql.lit(pair)})`,
      lower(text),
    );
    return sql`(translate(${paired}, ${sql.lit(accentedLetters)}, ${sql.lit(baseLetters)}) collate "C")`;
  },
  nearBox: ([west, south, east, north], face) => {
    const near = sql<boolean>`geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
    return face === "internal" ? near : sql`(${near} or public_place = 'coarse')`;
  },
};

function text(field: FieldPlace): RawBuilder<string | null> {
  return sql`((${columnOf(field)} ->> ${sql.lit(field.name)}) collate "C")`;
}

function columnOf({ isDerived }: FieldPlace): RawBuilder<unknown> {
  return isDerived ? sql`derived` : sql`properties`;
}

/** Lower case of all letters, whatever locale the cluster was made with. */
function lower(text: RawBuilder<string | null>): RawBuilder<string | null> {
  return sql`lower(normalize(${text}, NFC) collate "und-x-icu")`;
}

function textArray(values: readonly string[]): RawBuilder<unknown> {
  return sql`array[${sql.join([...values])}]::text[]`;
}
