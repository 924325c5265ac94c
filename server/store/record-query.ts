import { type RawBuilder, sql } from "kysely";
import type { Face, ReadClause, ReadScope } from "#domain/access/access.ts";
import type { Box, Expressions } from "./engine.ts";
import type { FieldExpression, RecordFields } from "./record-fields.ts";
import { lowerCase } from "./sort-key.ts";
import { type RecordFilter, type RecordQuery, UnknownFieldError } from "./store.ts";

type Condition = RawBuilder<boolean>;

/** Everything a list asks for but its order and page, as one condition. */
export function queryCondition(
  query: RecordQuery,
  fields: RecordFields,
  expressions: Expressions,
): Condition {
  const face = faceOf(query);
  const conditions = [typeCondition(query.type), scopeCondition(query.scope, expressions)];
  for (const filter of query.filters ?? []) {
    conditions.push(filterCondition(filter, fields.of(query.type, filter.field, face), expressions));
  }
  if (query.bbox) conditions.push(boxCondition(query.bbox, face, expressions));
  if (query.districts) conditions.push(expressions.listHasAny("districts", query.districts));
  if (query.text) {
    const lower = face === "internal" ? sql<string>`title_lower` : sql<string>`public_title_lower`;
    conditions.push(expressions.includes(lower, lowerCase(query.text)));
  }
  return all(conditions);
}

/** What a query goes by; whoever forgets to say gets what everybody may know. */
export function faceOf({ face, scope }: Pick<RecordQuery, "face" | "scope">): Face {
  return face ?? (scope === "everything" ? "internal" : "public");
}

/**
 * The type stands in the statement itself: the indexes of a type's fields are partial, and a parameter would
 * keep both databases from seeing that they fit.
 */
export function typeCondition(type: string): Condition {
  return /^[a-z0-9-]+$/.test(type) ? sql`type = ${sql.lit(type)}` : never;
}

/** The clauses of a `ReadScope` as SQL: the same rule as `inScope`, which a test holds it to. */
export function scopeCondition(scope: ReadScope | "everything", expressions: Expressions): Condition {
  if (scope === "everything") return always;
  return any(scope.map((clause) => clauseCondition(clause, expressions)));
}

function clauseCondition(clause: ReadClause, { listHasAny }: Expressions): Condition {
  const conditions = [isOneOf(sql`visibility`, clause.visibility)];
  if (clause.districts) conditions.push(hasAny("districts", clause.districts));
  if (clause.owner !== undefined) conditions.push(sql`owner = ${clause.owner}`);
  if (clause.participants) conditions.push(hasAny("participants", clause.participants));
  if (clause.department !== undefined) conditions.push(sql`department = ${clause.department}`);
  return all(conditions);

  function hasAny(column: "districts" | "participants", values: readonly string[]): Condition {
    return values.length > 0 ? listHasAny(column, values) : never;
  }
}

function filterCondition(
  { field, op, value }: RecordFilter,
  expression: FieldExpression,
  expressions: Expressions,
): Condition {
  const values = typeof value === "object" ? value : [value];
  if (expression.kind === "list") {
    if (op === "gte" || op === "lte") throw new UnknownFieldError(field);
    return values.length > 0 ? expressions.fieldHasAny(expression.field, values.map(String)) : never;
  }
  const [first = ""] = values;
  if (expression.kind === "number") {
    const numbers = values.map(Number).filter(Number.isFinite);
    if (op === "contains" || numbers.length === 0) return never;
    return op === "gte" || op === "lte"
      ? compared(expression.value, op, numbers[0])
      : isOneOf(expression.value, numbers);
  }
  switch (op) {
    case "contains":
      return expressions.includes(expressions.lower(expression.value), lowerCase(String(first)));
    case "gte":
    case "lte":
      return compared(expression.value, op, String(first));
    default:
      return isOneOf(expression.value, values.map(String));
  }
}

function compared(value: RawBuilder<unknown>, op: "gte" | "lte", bound: unknown): Condition {
  return op === "gte" ? sql`${value} >= ${bound}` : sql`${value} <= ${bound}`;
}

/** The index keeps rounded boxes, so the exact columns have the last word (RELIABILITY, DEPENDENCIES: R*Tree). */
function boxCondition(box: Box, face: Face, expressions: Expressions): Condition {
  const [west, south, east, north] = box;
  const own = sql<boolean>`east >= ${west} and west <= ${east} and north >= ${south} and south <= ${north}`;
  const coarse = sql<boolean>`public_east >= ${west} and public_west <= ${east}
    and public_north >= ${south} and public_south <= ${north}`;
  return all([
    expressions.nearBox(box, face),
    face === "internal"
      ? own
      : sql<boolean>`(case public_place when 'exact' then ${own} when 'coarse' then ${coarse} else 1 = 0 end)`,
  ]);
}

function isOneOf(value: RawBuilder<unknown>, values: readonly unknown[]): Condition {
  if (values.length === 0) return never;
  return values.length === 1 ? sql`${value} = ${values[0]}` : sql`${value} in (${sql.join([...values])})`;
}

const always: Condition = sql`1 = 1`;
const never: Condition = sql`1 = 0`;

function all(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join([...conditions], sql` and `)})`;
}

function any(conditions: readonly Condition[]): Condition {
  return conditions.length > 0 ? sql`(${sql.join([...conditions], sql` or `)})` : never;
}
