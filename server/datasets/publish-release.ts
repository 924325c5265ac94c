import { isBulk, type Provenance, type Release, type ReleaseManifest } from "#domain/dataset/release.ts";
import type { StagedRows, Store } from "../store/store.ts";
import { contentHash } from "./content-hash.ts";
import type { DatasetOutcome } from "./import-report.ts";
import type { PreparedRelease } from "./mapping/prepared-import.ts";

/** Rows per transaction while staging: short enough that pages never wait for an import. */
const batchRows = 5_000;
/** The same for parts of a file, of a mebibyte each. */
const batchParts = 4;

export interface ReleaseStatements {
  provenance: Provenance;
  released: Release["released"];
  isDemo: boolean;
}

export interface PublishContext {
  actor: string;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The manifest of a prepared release: PUBLIC only where its release is stated and allowed, INTERNAL else. */
export function manifestOf(
  { draft }: PreparedRelease,
  { provenance, released, isDemo }: ReleaseStatements,
): Omit<ReleaseManifest, "contentHash"> {
  const { mayBePublic = true, details = {}, ...rest } = draft;
  const isPublic = mayBePublic && (released !== undefined || isDemo);
  return {
    ...rest,
    details,
    visibility: isPublic ? "PUBLIC" : "INTERNAL",
    ...(isPublic && released && { released }),
    isDemo,
    provenance,
  };
}

/**
 * Writes one release: staged in batches nobody sees, then published by one flip. When anything fails on the
 * way the staged rows are dropped and the error goes on. Content equal to the current release writes nothing.
 */
export async function publishRelease(
  store: Store,
  prepared: PreparedRelease,
  manifest: Omit<ReleaseManifest, "contentHash">,
  context: PublishContext,
): Promise<DatasetOutcome> {
  const { rows } = prepared.rows;
  const hash = contentHash(manifest, rows);
  const { count = rows.length } = prepared;
  const common = { dataset: manifest.dataset, rows: count };
  const [current] = await store.releases({ dataset: manifest.dataset });
  if (current?.contentHash === hash) {
    return {
      ...common,
      outcome: "unchanged",
      created: 0,
      changed: 0,
      unchanged: count,
      releaseId: current.id,
    };
  }
  const id = await store.openRelease(manifest);
  const batchSize = isBulk(manifest.kind) ? batchParts : batchRows;
  try {
    for (let from = 0; from < rows.length; from += batchSize) {
      const batch = rows.slice(from, from + batchSize);
      await store.stage(id, { ...prepared.rows, rows: batch } as StagedRows);
      context.onProgress?.(Math.min(from + batchSize, rows.length), rows.length);
    }
    const { actor, at } = context;
    const { titleOf } = prepared;
    const outcome = await store.publish(id, { actor, at, contentHash: hash, ...(titleOf && { titleOf }) });
    if (outcome.kind === "unchanged") {
      return {
        ...common,
        outcome: "unchanged",
        created: 0,
        changed: 0,
        unchanged: count,
        releaseId: id,
      };
    }
    const { changed, unchanged } = outcome;
    const created = prepared.count ?? outcome.created;
    return { ...common, outcome: "published", created, changed, unchanged, releaseId: outcome.release.id };
  } catch (error) {
    await store.discard(id, "abgebrochen").catch(() => undefined);
    throw error;
  }
}
