import { sql } from "kysely";
import type { RecordAction, StoredRecord } from "#domain/record/record.ts";
import type { Engine } from "./engine.ts";
import { afterCursor, cursorAfter, type Order } from "./page-cursor.ts";
import type { RecordFields } from "./record-fields.ts";
import { faceOf, queryCondition, scopeCondition, typeCondition } from "./record-query.ts";
import { type RecordPage, type RecordQuery, type Revision, type Store, UnknownFieldError } from "./store.ts";

export type RecordReader = Pick<
  Store,
  "record" | "records" | "typesWithRecords" | "revisions" | "importKeys"
>;

export function recordReader({ reads, bulk, expressions }: Engine, fields: RecordFields): RecordReader {
  return {
    async record(type, id, scope) {
      const { rows } = await sql<{ document: string }>`
        select document from record
        where ${typeCondition(type)} and id = ${id} and ${scopeCondition(scope, expressions)}`.execute(reads);
      return rows[0] && parseRecord(rows[0].document);
    },

    async records(query) {
      const condition = queryCondition(query, fields, expressions);
      const order = orderOf(query, fields);
      const direction = order.descending ? sql`desc` : sql`asc`;
      const after = query.after === undefined ? sql`1 = 1` : afterCursor(order, query.after);
      const { rows } = await sql<PageRow>`
        select document, id, ${order.value} as sort_value from record
        where ${condition} and ${after}
        order by ${order.value} ${direction} nulls last, id
        limit ${query.limit + 1}`.execute(reads);
      const { limit } = query;
      // A first page that holds all there is has been counted by reading it.
      if (query.after === undefined && rows.length <= limit) {
        return pageOf(rows, { order, limit, total: rows.length });
      }
      const counted = await sql<{ total: number }>`
        select count(*) as total from record where ${condition}`.execute(reads);
      return pageOf(rows, { order, limit, total: counted.rows[0]?.total ?? 0 });
    },

    async typesWithRecords(asked) {
      if (asked.length === 0) return new Set();
      const { rows } = await sql<{ type: string }>`${sql.join(
        asked.map(
          ({ type, scope }) => sql`
            select ${sql.lit(type)} as type where exists (
              select 1 from record where ${typeCondition(type)} and ${scopeCondition(scope, expressions)})`,
        ),
        sql` union all `,
      )}`.execute(reads);
      return new Set(rows.map(({ type }) => type));
    },

    async revisions(type, id) {
      const rows = await reads
        .selectFrom("record_revision")
        .select(["revision", "action", "actor", "at", "reason", "document"])
        .where("type", "=", type)
        .where("id", "=", id)
        .orderBy("revision")
        .execute();
      return rows.map(
        ({ document, action, ...row }): Revision => ({
          ...row,
          action: action as RecordAction,
          record: parseRecord(document),
        }),
      );
    },

    async importKeys(type, source) {
      const rows = await bulk
        .selectFrom("import_key")
        .innerJoin("record", (join) =>
          join.onRef("record.type", "=", "import_key.type").onRef("record.id", "=", "import_key.id"),
        )
        .select(["import_key.key", "record.document"])
        .where("import_key.type", "=", type)
        .where("import_key.source", "=", source)
        .execute();
      return new Map(rows.map(({ key, document }) => [key, parseRecord(document)]));
    },
  };
}

export function parseRecord(document: string): StoredRecord {
  return JSON.parse(document) as StoredRecord;
}

interface PageRow {
  document: string;
  id: string;
  sort_value: string | number | null;
}

/** By id unless the query says otherwise: a random order, but one that stays. */
function orderOf(query: RecordQuery, fields: RecordFields): Order {
  const { field, descending } = query.sort ?? { field: "id", descending: false };
  const expression = fields.of(query.type, field, faceOf(query));
  if (expression.kind === "list") throw new UnknownFieldError(field);
  return { field, kind: expression.kind, descending, value: expression.sort };
}

function pageOf(
  rows: readonly PageRow[],
  { order, limit, total }: { order: Order; limit: number; total: number },
): RecordPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    last && rows.length > limit ? cursorAfter(order, { sortValue: last.sort_value, id: last.id }) : null;
  return { items: shown.map((row) => parseRecord(row.document)), total, next };
}
