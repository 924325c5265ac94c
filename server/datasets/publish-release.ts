import { isBulk, type Provenance, type Release, type ReleaseManifest } from "#domain/dataset/release.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { StoredRecord } from "#domain/record/record.ts";
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
  onProgress?: ((done: number, total: number, dataset: string) => void) | undefined;
  /** Called once before the flip; throws to give up while nothing is written yet. */
  onPublish?: (() => void) | undefined;
  /** For records: which of an earlier import's may be overwritten; all when left out. */
  mayReplace?: ((current: StoredRecord) => boolean) | undefined;
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

export interface ReleaseToPublish {
  prepared: PreparedRelease;
  manifest: Omit<ReleaseManifest, "contentHash">;
}

/** Writes one release, see `publishReleases`. */
export async function publishRelease(
  store: Store,
  prepared: PreparedRelease,
  manifest: Omit<ReleaseManifest, "contentHash">,
  context: PublishContext,
): Promise<DatasetOutcome> {
  const [outcome] = await publishReleases(store, [{ prepared, manifest }], context);
  return outcome!;
}

/**
 * Writes the releases of one import: staged in batches nobody sees, then published by one flip, all or none.
 * When anything fails on the way the staged rows are dropped and the error goes on. Content equal to the current
 * release writes nothing.
 */
export async function publishReleases(
  store: Store,
  releases: readonly ReleaseToPublish[],
  context: PublishContext,
): Promise<DatasetOutcome[]> {
  const outcomes: (DatasetOutcome | undefined)[] = [];
  const staged: { at: number; id: string; hash: string }[] = [];
  try {
    for (const [at, { prepared, manifest }] of releases.entries()) {
      const { rows } = prepared.rows;
      const hash = contentHash(manifest, [...rows, ...finerOf(prepared)]);
      const [current] = await store.releases({ dataset: manifest.dataset });
      if (current?.contentHash === hash) {
        outcomes[at] = unchanged(prepared, manifest, current.id);
        continue;
      }
      const id = await store.openRelease(manifest);
      staged.push({ at, id, hash });
      await stageRows(store, id, prepared, manifest, context);
    }
    context.onPublish?.();
    const { actor, at, mayReplace } = context;
    const published = await store.publishTogether(
      staged.map((one) => {
        const { titleOf } = releases[one.at]!.prepared;
        const optional = { ...(titleOf && { titleOf }), ...(mayReplace && { mayReplace }) };
        return { releaseId: one.id, actor, at, contentHash: one.hash, ...optional };
      }),
    );
    for (const [index, outcome] of published.entries()) {
      const { at: place, id } = staged[index]!;
      const { prepared, manifest } = releases[place]!;
      outcomes[place] =
        outcome.kind === "unchanged"
          ? unchanged(prepared, manifest, id)
          : {
              dataset: manifest.dataset,
              rows: prepared.count ?? prepared.rows.rows.length,
              outcome: "published",
              created: prepared.count ?? outcome.created,
              changed: outcome.changed,
              unchanged: outcome.unchanged,
              releaseId: outcome.release.id,
            };
    }
    return outcomes as DatasetOutcome[];
  } catch (error) {
    for (const { id } of staged) await store.discard(id, "abgebrochen").catch(() => undefined);
    throw error;
  }
}

async function stageRows(
  store: Store,
  id: string,
  prepared: PreparedRelease,
  { kind, dataset }: Pick<ReleaseManifest, "kind" | "dataset">,
  { onProgress }: PublishContext,
): Promise<void> {
  const { rows } = prepared.rows;
  const finer = finerOf(prepared);
  const batchSize = isBulk(kind) ? batchParts : batchRows;
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    // There are never more raw figures than figures, so both are done with the last batch.
    const besides = finer.length > 0 && { finer: finer.slice(from, from + batchSize) };
    await store.stage(id, { ...prepared.rows, rows: batch, ...besides } as StagedRows);
    onProgress?.(Math.min(from + batchSize, rows.length), rows.length, dataset);
  }
}

function finerOf({ rows }: PreparedRelease): readonly Observation[] {
  return rows.kind === "observations" ? (rows.finer ?? []) : [];
}

function unchanged(
  { count, rows }: PreparedRelease,
  { dataset }: Pick<ReleaseManifest, "dataset">,
  releaseId: string,
): DatasetOutcome {
  const all = count ?? rows.rows.length;
  return { dataset, rows: all, outcome: "unchanged", created: 0, changed: 0, unchanged: all, releaseId };
}
