import type { Kysely, SelectQueryBuilder } from "kysely";
import { toEntry } from "./audit-log.ts";
import type { AuditEntry } from "./store.ts";
import type { Tables } from "./tables.ts";

/** What of the audit is asked for; a part left out asks for everything. */
export interface AuditSearch {
  /** Kinds of things the acts are about; `not` asks for all others. */
  types?: { are?: readonly string[]; not?: readonly string[] };
  actors?: readonly string[];
  actions?: readonly string[];
  type?: string;
  id?: string;
  /** ISO 8601; `from` included, `until` not. */
  from?: string;
  until?: string;
  /** Only rows before this sequence number. */
  before?: number;
  limit: number;
}

export interface FoundAudit {
  /** Newest first. */
  items: AuditEntry[];
  /** Rows the search finds, whatever `before` and `limit` say. */
  total: number;
}

/** Values that occur among the rows of some types, for a filter to choose from. */
export interface AuditWords {
  actors: string[];
  actions: string[];
  types: string[];
}

export function auditSearch(reads: Kysely<Tables>): {
  searchAudit: (search: AuditSearch) => Promise<FoundAudit>;
  auditWords: (types: AuditSearch["types"]) => Promise<AuditWords>;
} {
  return {
    async searchAudit(search) {
      const found = matching(reads.selectFrom("audit"), search);
      const counted = await found.select((e) => e.fn.countAll<number>().as("total")).executeTakeFirst();
      let page = found.selectAll().orderBy("sequence", "desc").limit(search.limit);
      if (search.before !== undefined) page = page.where("sequence", "<", search.before);
      return { items: (await page.execute()).map(toEntry), total: Number(counted?.total ?? 0) };
    },
    async auditWords(types) {
      const rows = await matching(reads.selectFrom("audit"), types ? { types } : {})
        .select(["actor", "action", "type"])
        .distinct()
        .execute();
      const words = (key: "actor" | "action" | "type") => [...new Set(rows.map((row) => row[key]))].sort();
      return { actors: words("actor"), actions: words("action"), types: words("type") };
    },
  };
}

function matching<O>(
  query: SelectQueryBuilder<Tables, "audit", O>,
  { types, actors, actions, type, id, from, until }: Omit<AuditSearch, "limit">,
): SelectQueryBuilder<Tables, "audit", O> {
  let found = query;
  if (types?.are) found = found.where("type", "in", types.are);
  if (types?.not) found = found.where("type", "not in", types.not);
  if (actors) found = found.where("actor", "in", actors.length > 0 ? actors : [""]);
  if (actions) found = found.where("action", "in", actions.length > 0 ? actions : [""]);
  if (type) found = found.where("type", "=", type);
  if (id) found = found.where("id", "=", id);
  if (from) found = found.where("at", ">=", from);
  if (until) found = found.where("at", "<", until);
  return found;
}
