import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Face } from "#domain/access/access.ts";
import type { StoredRecord } from "#domain/record/record.ts";
import type { RecordType } from "#domain/record/record-type.ts";
import type { Unique } from "#domain/record/unique.ts";
import { publicFaceOf } from "#domain/release/public-face.ts";
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
  of(type: string, field: string, face: Face): FieldExpression {
    if (field === "title") return titleExpressions[face];
    const column = Object.hasOwn(envelope, field) ? envelope[field] : undefined;
    if (column) {
      const value = sql<string | null>`${sql.ref(column)}`;
      return { kind: "text", value, sort: value };
    }
    const { fields = {}, derivedFields = {}, titleField } = this.#types.get(type) ?? {};
    const isDerived = Object.hasOwn(derivedFields, field);
    const declared = isDerived ? derivedFields : fields;
    const filter = Object.hasOwn(declared, field) ? declared[field]?.filter : undefined;
    if (!filter || !plainName.test(field)) throw new UnknownFieldError(field);
    const place = { name: field, isDerived };
    if (face === "public" && field === titleField && !isDerived) {
      const value = this.#expressions.publicTitle(place);
      return { kind: "text", value, sort: this.#expressions.sortKey(value) };
    }
    return fieldExpression(this.#expressions, place, filter);
  }

  /** The record's title and geometry as its public face shows them; `title` is the record's own. */
  faceOf(record: StoredRecord, title: string): { title: string; geometry: StoredRecord["geometry"] } {
    const type = this.#types.get(record.type);
    if (!type || !record.publicFace) return { title, geometry: record.geometry };
    const { properties, geometry } = publicFaceOf(type, record);
    return { title: type.title(properties), geometry };
  }

  /** What there is only once among the records of this type. */
  uniqueOf(type: string): Unique | undefined {
    return this.#types.get(type)?.unique;
  }

  /** What the declaration computes from a record, to be kept beside it. */
  derivedOf(record: StoredRecord): Readonly<Record<string, unknown>> {
    return this.#types.get(record.type)?.derived?.(record) ?? {};
  }

  /** Creates the indexes that are missing; one that is no longer declared does no harm and stays. */
  async createIndexes(engine: Engine): Promise<void> {
    const present = await engine.recordIndexes();
    for (const { type, fields, derivedFields, titleField } of this.#types.values()) {
      for (const [field, { filter }] of Object.entries({ ...fields, ...derivedFields })) {
        if (!filter || filter === "list") continue;
        for (const face of field === titleField
          ? (["internal", "public"] as const)
          : (["internal"] as const)) {
          const expression = this.of(type, field, face);
          if (expression.kind === "list") continue;
          const name = indexName(type, field, face === "public" ? `${filter} public` : filter);
          if (present.has(name)) continue;
          await sql`create index if not exists ${sql.ref(name)} on record ((${expression.value}))
            where type = ${sql.lit(type)}`.execute(engine.bulk);
        }
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

const titleExpressions = {
  internal: { kind: "text", value: sql`title`, sort: sql`title_key` },
  public: { kind: "text", value: sql`public_title`, sort: sql`public_title_key` },
} satisfies Record<Face, FieldExpression>;

/** Envelope fields beside the title that lists may name. Owner and participants are people and no list criterion. */
const envelope: Readonly<Record<string, string>> = {
  id: "id",
  state: "state",
  visibility: "visibility",
  department: "department",
  createdAt: "created_at",
  updatedAt: "updated_at",
};

/** Short enough for PostgreSQL's 63 bytes, and another one when the declaration changes. */
function indexName(type: string, field: string, filter: string): string {
  const mark = createHash("sha256").update(`${type}.${field}.${filter}`).digest("hex").slice(0, 8);
  return `record_${type.replaceAll("-", "_").slice(0, 20)}_${field.slice(0, 20)}_${mark}`;
}
