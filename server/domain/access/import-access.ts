import type { ImportJob, ImportKind } from "../contract/import-contract.ts";
import type { datasetKinds, Release } from "../dataset/release.ts";
import type { StoredRecord } from "../record/record.ts";
import { recordTypeOf } from "../record/record-types.ts";
import { may, movesTo, readsRelease } from "./access.ts";
import type { Audience } from "./audience.ts";
import { importersOf } from "./import-roles.ts";
import { isAtMost } from "./visibility.ts";

/** Whether this audience may import files of this kind; for records of this type. */
export function mayImport(audience: Audience, kind: ImportKind, recordType?: string | null): boolean {
  if (!audience.account || !importersOf(audience.role).includes(kind)) return false;
  if (kind !== "records") return true;
  if (audience.role === "PLANNER" && !audience.department) return false;
  const type = recordType ? recordTypeOf(recordType) : undefined;
  // What is about an area is written for it by hand: a file's places would put it into other districts. Nobody signs a file,
  // and no file decides: it names the state of its rows.
  return (
    type !== undefined &&
    !type.areasOf &&
    !type.signature &&
    !type.fieldWriters &&
    Object.keys(type.lifecycle.states).every((state) => movesTo({ role: "PLANNER" }, type, state)) &&
    may(audience, "create", type)
  );
}

/** Whether this audience may state, with an import of this kind, that everyone may read it. */
export function mayReleaseImport(audience: Audience, kind: ImportKind): boolean {
  if (kind === "records") return audience.role === "SECRETARIAT";
  return importersOf(audience.role).includes(kind) && audience.account !== null;
}

/**
 * Whether this audience reads an import job with the rows of its file: the owner, and those who answer for what
 * it brings. A lowered Sicht hides it, and a former right is no right.
 */
export function readsJob(
  audience: Audience,
  job: Pick<ImportJob, "account" | "kind" | "recordType">,
): boolean {
  if (!audience.account || !isAtMost("RESTRICTED", audience.ceiling)) return false;
  if (!mayImport(audience, job.kind, job.recordType)) return false;
  if (job.account === audience.account || audience.role === "SECRETARIAT") return true;
  return audience.role === "STATISTICS";
}

/** Whether an import in this person's name may overwrite a record that an earlier import brought. */
export function mayReplaceByImport(audience: Audience, record: StoredRecord): boolean {
  const type = recordTypeOf(record.type);
  return type !== undefined && may(audience, "edit", type, record);
}

const importKindOf: Readonly<Record<(typeof datasetKinds)[number], ImportKind | undefined>> = {
  areas: "areas",
  observations: "indicator",
  features: "layer",
  records: undefined,
  grid: undefined,
  network: undefined,
};

/** Whether the list of datasets names this release to this audience; what brought records is the planners' matter. */
export function listsRelease(audience: Audience, release: Pick<Release, "kind" | "visibility">): boolean {
  if (!readsRelease(audience, release)) return false;
  if (release.kind !== "records") return true;
  return audience.role === "PLANNER" || audience.role === "SECRETARIAT";
}

/** Whether the number of rows may be told: of records it counts hidden ones as well. */
export function countsRelease(audience: Audience, { kind }: Pick<Release, "kind">): boolean {
  return kind !== "records" || (audience.role === "SECRETARIAT" && isAtMost("RESTRICTED", audience.ceiling));
}

/** Whether this audience may make the former release of a dataset the current one again. */
export function mayUndoRelease(audience: Audience, release: Pick<Release, "kind" | "visibility">): boolean {
  const kind = importKindOf[release.kind];
  return kind !== undefined && mayImport(audience, kind) && readsRelease(audience, release);
}
