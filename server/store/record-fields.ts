import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { Engine, Expressions, FieldPlace } from "./engine.ts";
import { UnknownFieldError } from "./store.ts";

/** A field that lists may name, as SQL: text and numbers compare and sort, lists only contain. */
export type FieldExpression =
  | { kind: "text"; value: RawBuilder<string | null>; sort: RawBuilder<string | null> }
  | { kind: "number"; value: RawBuilder<number | null>; sort: RawBuilder<number | null> }
  | { kind: "list"; field: FieldPlace };

/** Finds the expression of a field; only names from here reach SQL (RELIABILITY X-06). */
export class RecordFields {
  readonly #types: ReadonlyMap<string, RecordType>;
  readonly #expressions: Expressions;

  constructor(types: readonly RecordType[], expressions: Expressions) {
    this.#types = new Map(types.map((type) => [type.type, type]));
    this.#expressions = expressions;
  }

  /** @throws UnknownFieldError for a field that is neither an envelope column nor declared as filterable */
  of(type: string, field: string): FieldExpression {
    const column = Object.hasOwn(envelope, field) ? envelope[field] : undefined;
    if (column) {
      const value = sql<string | null>`${sql.ref(column)}`;
      return { kind: "text", value, sort: field === "title" ? sql`title_key` : value };
    }
    const { fields = {}, derivedFields = {} } = this.#types.get(type) ?? {};
    const isDerived = Object.hasOwn(derivedFields, field);
    const declared = isDerived ? derivedFields : fields;
    const filter = Object.hasOwn(declared, field) ? declared[field]?.filter : undefined;
    if (!filter || !plainName.test(field)) throw new UnknownFieldError(field);
    return fieldExpression(this.#expressions, { name: field, isDerived }, filter);
  }

  /** What the declaration computes from a record, to be kept beside it. */
  derivedOf(record: StoredRecord): Readonly<Record<string, unknown>> {
    return this.#types.get(record.type)?.derived?.(record) ?? {};
  }

  /** Creates the indexes that are missing; one that is no longer declared does no harm and stays. */
  async createIndexes(engine: Engine): Promise<void> {
    const present = await engine.recordIndexes();
    for (const { type, fields, derivedFields } of this.#types.values()) {
      for (const [field, { filter }] of Object.entries({ ...fields, ...derivedFields })) {
        if (!filter || filter === "list") continue;
        const expression = this.of(type, field);
        if (expression.kind === "list") continue;
        const name = indexName(type, field, filter);
        if (present.has(name)) continue;
        await sql`create index if not exists ${sql.ref(name)} on record ((${expression.value}))
          where type = ${sql.lit(type)}`.execute(engine.bulk);
      }
    }
  }
}

function fieldExpression(
  expressions: Expressions,
  field: FieldPlace,
  filter: "text" | "number" | "list",
): FieldExpression {
  switch (filter) {
    case "list":
      return { kind: "list", field };
    case "number": {
      const value = expressions.number(field);
      return { kind: "number", value, sort: value };
    }
    case "text": {
      const value = expressions.text(field);
      return { kind: "text", value, sort: expressions.sortKey(value) };
    }
  }
}

/** Field names stand inside statements as they are. */
const plainName = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Envelope fields that lists may name. Owner and participants are people and no list criterion. */
const envelope: Readonly<Record<string, string>> = {
  id: "id",
  state: "state",
  visibility: "visibility",
  department: "department",
  title: "title",
  createdAt: "created_at",
  updatedAt: "updated_at",
};

/** Short enough for PostgreSQL's 63 bytes, and another one when the declaration changes. */
function indexName(type: string, field: string, filter: string): string {
  const mark = createHash("sha256").update(`${type}.${field}.${filter}`).digest("hex").slice(0, 8);
  return `record_${type.replaceAll("-", "_").slice(0, 20)}_${field.slice(0, 20)}_${mark}`;
}
