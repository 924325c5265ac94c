import type { Geometry } from "geojson";
import type { Face, ReadScope } from "#domain/access/access.ts";
import type { Role } from "#domain/access/audience.ts";
import type { Area, AreaLevel } from "#domain/area/area.ts";
import type { ImportJob, JobState } from "#domain/contract/import-contract.ts";
import type { BulkKind, Release, ReleaseManifest } from "#domain/dataset/release.ts";
import type { CellSet } from "#domain/demand/cell-set.ts";
import type { AnsweredArea, AreaDecision } from "#domain/disclosure/asked-area.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import type { RecordAction, StoredRecord } from "#domain/record/record.ts";
import type { AccountStore } from "./account-store.ts";
import type { AuditSearch, AuditWords, FoundAudit } from "./audit-search.ts";

export type { AuditSearch } from "./audit-search.ts";

/**
 * The database behind one face: SQLite and PostgreSQL implement exactly this, and one conformance suite
 * runs on both. The store knows records, revisions, audit and dataset releases; it knows no role and no
 * route. Who may read arrives as a `ReadScope` (see access), and no function reads records without one.
 */
export interface Store {
  readonly engine: "sqlite" | "postgres";
  /** True when the database cannot be written (file read-only): writes throw `StoreReadOnlyError`. */
  readonly readOnly: boolean;

  /** True after a write that found no space, until one succeeds; reading goes on. */
  isFull(): boolean;
  /** Tries while full whether there is space again, at most every two seconds; never throws for want of it. */
  lookForSpace(): Promise<void>;

  /** Answers when the database does; throws `StoreUnavailableError` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;

  /** Small values that describe the database itself: city pack, demo mark, schema of the pack. */
  setting<T>(key: string): Promise<T | undefined>;
  saveSetting(key: string, value: unknown): Promise<void>;

  record(type: string, id: string, scope: ReadScope | "everything"): Promise<StoredRecord | undefined>;
  records(query: RecordQuery): Promise<RecordPage>;
  /** Of some types those that have any record within a scope, in one question to the database. */
  typesWithRecords(asked: readonly Pick<RecordQuery, "type" | "scope">[]): Promise<ReadonlySet<string>>;
  revisions(type: string, id: string): Promise<Revision[]>;
  /**
   * All changes, their revisions and audit rows in one transaction, or nothing at all. Expected refusals
   * are values. `importKey` finds records an earlier import wrote, so that a second run changes nothing.
   */
  write(changes: readonly RecordChange[], context: WriteContext): Promise<WriteOutcome>;
  importKeys(type: string, source: string): Promise<Map<string, StoredRecord>>;

  /**
   * Appends audit rows for what happened without a revision: a sign-in refused, an account locked, a confidential
   * export. No row for an act that only looks.
   */
  note(acts: readonly NotedAct[]): Promise<void>;
  audit(query: { after?: number; limit: number }): Promise<AuditEntry[]>;
  searchAudit(search: AuditSearch): Promise<FoundAudit>;
  /** Accounts, actions and types that occur in the rows of these types. */
  auditWords(types: AuditSearch["types"]): Promise<AuditWords>;
  /** Walks the whole chain and compares every row with the revision or release it vouches for. */
  verifyAudit(): Promise<AuditVerdict>;

  readonly accounts: AccountStore;

  /** Opens a release for staging; invisible to readers until published. */
  openRelease(manifest: Omit<ReleaseManifest, "contentHash">): Promise<string>;
  /** Adds rows in a short transaction of its own. */
  stage(releaseId: string, rows: StagedRows): Promise<void>;
  /**
   * One pointer flip: the release becomes the current one of its dataset, the former is SUPERSEDED, with an
   * audit row in the same transaction. Staged records become records here. When the current release has the
   * same content hash nothing changes and the answer says so.
   */
  publish(releaseId: string, options: PublishOptions): Promise<PublishOutcome>;
  /** Several releases of one import in one transaction: all of them become current, or none does. */
  publishTogether(releases: readonly (PublishOptions & { releaseId: string })[]): Promise<PublishOutcome[]>;
  /** Makes the release before the current one the current one again, with an audit row. */
  restoreFormer(
    dataset: string,
    options: { current: string; actor: string; at: string; reason: string },
  ): Promise<RestoreOutcome>;
  /** Drops the staged rows and marks the release ABORTED with the reason. */
  discard(releaseId: string, reason: string): Promise<void>;
  /** Current releases, newest first; `all` adds superseded and aborted ones. */
  releases(filter?: { dataset?: string; kind?: ReleaseManifest["kind"]; all?: boolean }): Promise<Release[]>;

  areas(releaseId: string): Promise<AreaRow[]>;
  observations(releaseId: string, filter?: { level?: AreaLevel; period?: string }): Promise<Observation[]>;
  /** Raw figures of the cells disclosure control hides, for those who may know them; see `readsFinerValues`. */
  finerObservations(releaseId: string, filter?: { level?: AreaLevel }): Promise<Observation[]>;
  features(releaseId: string): Promise<FeatureRow[]>;
  /** The file of a grid or network release, whole; empty where it has none. */
  content(releaseId: string): Promise<Uint8Array>;

  /**
   * Decides about an area in view of all that were answered before from the same grid release, and keeps question and
   * decision with an audit row, all in one transaction that no other question can be in. Who asks the same cells again
   * is told the same, and nothing is written. `decide` must be quick: nobody writes meanwhile.
   */
  askArea(
    question: AreaQuestion,
    decide: (earlier: readonly AnsweredArea[]) => AreaDecision,
  ): Promise<AreaDecision | { kind: "too-many" }>;

  addImportJob(job: ImportJob): Promise<void>;
  importJob(id: string): Promise<ImportJob | undefined>;
  /** Newest first; `left` keeps those no living process has in hand. */
  importJobs(filter?: { states?: readonly JobState[]; left?: boolean }): Promise<ImportJob[]>;
  /** Changes a job that is in one of these states and takes it in hand; undefined when it is not, or just moved. */
  changeImportJob(
    id: string,
    from: readonly JobState[],
    change: Partial<Omit<ImportJob, "id" | "updatedAt">>,
  ): Promise<ImportJob | undefined>;
  removeImportJob(id: string): Promise<void>;

  /** Called after every commit, of this or another process, within a second or two. Returns unsubscribe. */
  onChange(listener: (change: StoreChange) => void): () => void;
}

export interface AreaRow extends Area {
  geometry: Geometry;
  labelPoint: [number, number] | null;
}

export interface FeatureRow {
  key: string;
  properties: Record<string, string | number | boolean | null>;
  geometry: Geometry | null;
}

/** A record on its way in through an import: found again by `importKey` within its `source`. */
export interface StagedRecord {
  importKey: string;
  record: Omit<StoredRecord, "id" | "revision" | "createdAt" | "updatedAt" | "type">;
}

export type StagedRows =
  | { kind: "areas"; rows: readonly AreaRow[] }
  /** `rows` are what everybody reads whom the release is open to; `finer` the raw figures behind hidden ones. */
  | { kind: "observations"; rows: readonly Observation[]; finer?: readonly Observation[] }
  | { kind: "features"; rows: readonly FeatureRow[] }
  | { kind: "records"; type: string; rows: readonly StagedRecord[] }
  /** Parts of one file, in order, of at most `largestPart` bytes each (see content-parts). */
  | { kind: BulkKind; rows: readonly Uint8Array[] };

export interface RecordFilter {
  /** An envelope column (state, visibility, department) or a filterable field of the declaration. */
  field: string;
  op: "eq" | "in" | "gte" | "lte" | "contains";
  value: string | number | readonly (string | number)[];
}

export interface RecordQuery {
  type: string;
  scope: ReadScope | "everything";
  /** What text, box, order and the title's filters go by: left out the public face, with "everything" the records. */
  face?: Face;
  filters?: readonly RecordFilter[];
  /** West, south, east, north in WGS 84; records without geometry are left out. */
  bbox?: readonly [number, number, number, number];
  districts?: readonly string[];
  /** Found literally in the title, ignoring case; `%` and `_` mean themselves. */
  text?: string;
  sort?: { field: string; descending: boolean };
  limit: number;
  /** Opaque cursor from `next`. */
  after?: string;
}

export interface RecordPage {
  items: StoredRecord[];
  total: number;
  next: string | null;
}

export interface Revision {
  revision: number;
  action: RecordAction;
  actor: string;
  at: string;
  reason: string | null;
  record: StoredRecord;
}

interface ChangeBase {
  type: string;
  id: string;
  /** Title as the search finds it, computed by the declaration. */
  title: string;
  reason?: string;
}
export type RecordChange =
  | (ChangeBase & { action: "create"; record: StoredRecord; importKey?: { source: string; key: string } })
  | (ChangeBase & {
      action: Exclude<RecordAction, "create" | "delete">;
      /** Revision the editor saw; another one in the database is a conflict. */
      expectedRevision: number;
      record: StoredRecord;
    })
  | (ChangeBase & { action: "delete"; expectedRevision: number });

export interface WriteContext {
  /** Account that acts. */
  actor: string;
  /** ISO 8601 with milliseconds, UTC. The order of audit rows is the insert order, not this clock. */
  at: string;
  idempotency?: { key: string; bodyHash: string };
}

export type WriteOutcome =
  | { kind: "written"; records: StoredRecord[] }
  /** The same key with the same body was answered before: these are the records as written then. */
  | { kind: "replayed"; records: StoredRecord[] }
  | { kind: "key-reused" }
  | { kind: "conflict"; id: string; current: StoredRecord }
  /** Another record of the type has what there is only once (see `RecordType.unique`). */
  | { kind: "taken"; id: string }
  | { kind: "missing"; id: string }
  | { kind: "deleted"; id: string; at: string; actor: string };

export interface AuditEntry {
  sequence: number;
  at: string;
  actor: string;
  /** Record action, or "publish" and "discard" of a dataset release. */
  action: string;
  type: string;
  id: string;
  revision: number | null;
  reason: string | null;
  /** sha256 of what was written (canonical JSON), so that a changed row is found. */
  contentHash: string;
  previousHash: string;
  hash: string;
}

/** An act the audit keeps although no record and no release changed by it. */
export interface NotedAct {
  at: string;
  actor: string;
  /** What happened, in the words of `AuditEntry.action`: "sign-in-refused", "account-locked", "export". */
  action: string;
  /** What it happened to: "account", "token", or a record type; never "dataset". */
  type: string;
  id: string;
  reason: string | null;
}

/** Result of `verifyAudit`; an empty list of breaks means that nothing was changed behind the store's back. */
export interface AuditVerdict {
  entries: number;
  /** Sequence number of the last row before the first break; 0 where there is none. */
  intactUntil: number;
  breaks: AuditBreak[];
}
export interface AuditBreak {
  /** Of the audit row; null for a revision without one. */
  sequence: number | null;
  kind: "gap" | "previous-hash" | "hash" | "content" | "content-missing" | "not-audited";
  type: string;
  id: string;
  revision: number | null;
}

/** Somebody asks for the people of an area made of cells of a grid release. */
export interface AreaQuestion {
  releaseId: string;
  cells: CellSet;
  account: string;
  role: Role;
  at: string;
  /** Most new areas of one account after a time (ISO 8601); the next one is "too-many". */
  limit: { areas: number; since: string };
}

export interface PublishOptions {
  actor: string;
  at: string;
  contentHash: string;
  /** For records: turns a staged row into the title that search finds. */
  titleOf?: (record: StagedRecord["record"]) => string;
  /** For records: whether the importer may overwrite this one; others stay as they are. Without it all may be. */
  mayReplace?: (current: StoredRecord) => boolean;
}
export type PublishOutcome =
  | { kind: "published"; release: Release; created: number; changed: number; unchanged: number }
  | { kind: "unchanged"; current: Release };

export type RestoreOutcome =
  | { kind: "restored"; release: Release }
  /** There is none before the current one. */
  | { kind: "no-former" }
  /** Another release became current meanwhile, or there is no such dataset. */
  | { kind: "moved-on" };

export interface StoreChange {
  /** Types whose records changed, and datasets whose current release changed. */
  records: { type: string; id: string }[];
  datasets: string[];
  /** Accounts whose rights or sessions changed. */
  accounts: string[];
}

/** A release would bring a second record of what there is only once: nothing of it is published. */
export class RecordTakenError extends Error {
  readonly record: StoredRecord;
  constructor(record: StoredRecord) {
    super(`a second record of type ${record.type}`);
    this.record = record;
  }
}
/** The database is out of reach: the error handler answers 503 with Retry-After. */
export class StoreUnavailableError extends Error {}
/** The database is read-only: writes answer 503. */
export class StoreReadOnlyError extends Error {}
/** The disk is full (SQLITE_FULL, SQLITE_IOERR_WRITE, PostgreSQL 53100): writes answer 507. */
export class StoreFullError extends Error {}
/** A query names a field that is not declared as filterable: answers 400. */
export class UnknownFieldError extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`unknown field ${JSON.stringify(field)}`);
    this.field = field;
  }
}
/** A cursor that this store did not hand out for this query: answers 400. */
export class InvalidCursorError extends Error {}
/** The database was written by a newer version: the server refuses to start, the caller prints which. */
export class StoreTooNewError extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`database schema ${found}, this version knows ${known}`);
    this.found = found;
    this.known = known;
  }
}
