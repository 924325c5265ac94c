import type { Kysely } from "kysely";
import type { ReleaseManifest } from "#domain/dataset/release.ts";
import { type ChainEnd, chainStart, contentHash, verifyChain } from "./audit-chain.ts";
import { readAudit } from "./audit-log.ts";
import { actContentHash } from "./note-acts.ts";
import { releaseHash } from "./releases.ts";
import type { AuditBreak, AuditEntry, AuditVerdict } from "./store.ts";
import type { Tables } from "./tables.ts";

const rowsAtOnce = 2000;

/**
 * Walks the audit chain in parts and compares each row with the revision or release it vouches for; then looks
 * for revisions no row vouches for. Rows appended while it runs are checked too.
 */
export async function verifyAudit(database: Kysely<Tables>): Promise<AuditVerdict> {
  const breaks: AuditBreak[] = [];
  const releases = await releaseHashes(database);
  let end: ChainEnd = { sequence: 0, hash: chainStart };
  let entries = 0;
  let intactUntil = 0;
  for (;;) {
    const part = await readAudit(database, { after: end.sequence, limit: rowsAtOnce });
    if (part.length === 0) break;
    const revisions = await revisionHashes(database, part);
    const contentOf = (entry: AuditEntry): string | null =>
      entry.type === "dataset"
        ? releases.has(entry.contentHash)
          ? entry.contentHash
          : null
        : entry.revision === null
          ? actContentHash
          : (revisions.get(place(entry)) ?? null);
    const checked = verifyChain(part, contentOf, end);
    if (breaks.length === 0) intactUntil = lastBefore(checked.breaks[0], part) ?? intactUntil;
    breaks.push(...checked.breaks);
    end = checked.end;
    entries += part.length;
  }
  return { entries, intactUntil, breaks: [...breaks, ...(await unaudited(database))] };
}

/** Number of the last row before a break, or of the last at all; undefined where there is none. */
function lastBefore(broken: AuditBreak | undefined, part: readonly AuditEntry[]): number | undefined {
  const end = broken?.sequence ?? Infinity;
  return part.findLast(({ sequence }) => sequence < end)?.sequence;
}

function place({ type, id, revision }: { type: string; id: string; revision: number | null }): string {
  return `${type}\n${id}\n${revision}`;
}

async function revisionHashes(
  database: Kysely<Tables>,
  entries: readonly AuditEntry[],
): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom("audit")
    .innerJoin("record_revision", (join) =>
      join
        .onRef("record_revision.type", "=", "audit.type")
        .onRef("record_revision.id", "=", "audit.id")
        .onRef("record_revision.revision", "=", "audit.revision"),
    )
    .select(["audit.type", "audit.id", "audit.revision", "record_revision.document"])
    .where("audit.sequence", ">=", entries[0]?.sequence ?? 0)
    .where("audit.sequence", "<=", entries.at(-1)?.sequence ?? 0)
    .execute();
  return new Map(rows.map((row) => [place(row), contentHash(JSON.parse(row.document))]));
}

async function releaseHashes(database: Kysely<Tables>): Promise<Set<string>> {
  const rows = await database.selectFrom("dataset_release").select(["id", "manifest"]).execute();
  return new Set(rows.map(({ id, manifest }) => releaseHash(id, JSON.parse(manifest) as ReleaseManifest)));
}

/** A left join, for which both databases make a passing index; a correlated subquery would take hours. */
async function unaudited(database: Kysely<Tables>): Promise<AuditBreak[]> {
  const rows = await database
    .selectFrom("record_revision")
    .leftJoin("audit", (join) =>
      join
        .onRef("audit.type", "=", "record_revision.type")
        .onRef("audit.id", "=", "record_revision.id")
        .onRef("audit.revision", "=", "record_revision.revision"),
    )
    .select(["record_revision.type", "record_revision.id", "record_revision.revision"])
    .where("audit.sequence", "is", null)
    .execute();
  return rows.map((row) => ({ ...row, sequence: null, kind: "not-audited" }));
}
