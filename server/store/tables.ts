import type { Generated } from "kysely";
import type { Account } from "#domain/contract/account-contract.ts";
import type { Release, ReleaseManifest } from "#domain/dataset/release.ts";

/**
 * The tables as both databases have them (see migrations). Columns called `document`, `districts` and the
 * like hold JSON: they go in as text and come back as text on both engines, so one core reads and writes them.
 */
export interface Tables {
  setting: { key: string; value: string };
  record: RecordTable;
  record_revision: RecordRevisionTable;
  import_key: ImportKeyTable;
  audit: AuditTable;
  idempotency: { actor: string; key: string; body_hash: string; at: string; written: string };
  dataset_release: DatasetReleaseTable;
  area: AreaTable;
  observation: ObservationTable;
  finer_observation: ObservationTable;
  feature: FeatureTable;
  staged_record: StagedRecordTable;
  release_content: ReleaseContentTable;
  account: AccountTable;
  former_account: { id: string; pseudonym: string };
  session: { hash: string; account_id: string; created_at: string; used_at: string };
  personal_token: PersonalTokenTable;
  sign_in_attempt: SignInAttemptTable;
  import_job: ImportJobTable;
  asked_area: AskedAreaTable;
}

/** Current version of a record; the columns beside the document are what lists search, sort and join by. */
export interface RecordTable {
  number: Generated<number>;
  type: string;
  id: string;
  revision: number;
  state: string;
  visibility: string;
  owner: string;
  department: string | null;
  districts: string;
  participants: string;
  title: string;
  /** Lower case, for the literal search. */
  title_lower: string;
  /** In the order of German lists, see `sortKey`. */
  title_key: string;
  created_at: string;
  updated_at: string;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  /** The same of the public face. */
  public_title: string;
  public_title_lower: string;
  public_title_key: string;
  /** Where the face is: as the record ("exact"), in the box beside ("coarse"), nowhere ("none"). */
  public_place: "exact" | "coarse" | "none";
  public_west: number | null;
  public_south: number | null;
  public_east: number | null;
  public_north: number | null;
  /** What the declaration computes from the document, for lists to filter by. */
  derived: string;
  document: string;
}

export interface RecordRevisionTable {
  type: string;
  id: string;
  revision: number;
  action: string;
  actor: string;
  at: string;
  reason: string | null;
  document: string;
}

/** What an import wrote last under a key, so that a later run can tell its own change from a person's. */
export interface ImportKeyTable {
  type: string;
  source: string;
  key: string;
  id: string;
  content_hash: string;
  visibility: string;
}

export interface AuditTable {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  type: string;
  id: string;
  revision: number | null;
  reason: string | null;
  content_hash: string;
  previous_hash: string;
  hash: string;
}

export interface DatasetReleaseTable {
  number: Generated<number>;
  id: string;
  dataset: string;
  kind: ReleaseManifest["kind"];
  state: Release["state"];
  /** The manifest as published, with its content hash. */
  manifest: string;
  created_at: string;
  published_at: string | null;
  row_count: number;
  /** Process that stages, and when it last did: see release-owner. */
  owner: string;
  lease_at: string;
  reason: string | null;
}

interface ReleaseRow {
  release_id: string;
  /** Place within the release, from 0. */
  position: number;
}

export interface AreaTable extends ReleaseRow {
  number: string;
  name: string | null;
  level: string;
  parent_number: string | null;
  boundary_version: string;
  residents: number | null;
  area_ha: number;
  geometry: string;
  label_point: string | null;
}

export interface ObservationTable extends ReleaseRow {
  indicator_code: string;
  level: string;
  area_number: string;
  period: string;
  value: number | null;
  state: string;
  numerator: number | null;
  denominator: number | null;
  flag: string | null;
}

export interface FeatureTable extends ReleaseRow {
  key: string;
  properties: string;
  geometry: string | null;
}

export interface StagedRecordTable extends ReleaseRow {
  type: string;
  import_key: string;
  document: string;
}

export interface ReleaseContentTable extends ReleaseRow {
  content: Uint8Array;
}

export interface AccountTable {
  id: string;
  login: string;
  /** Lower case, by which it is found. */
  login_key: string;
  office: string;
  role: Account["role"];
  department: string | null;
  districts: string;
  sign_in: Account["signIn"];
  subject: string | null;
  password_hash: string | null;
  locked_at: string | null;
  created_at: string;
  last_sign_in_at: string | null;
}

export interface PersonalTokenTable {
  id: string;
  account_id: string;
  /** SHA-256 of the secret. */
  hash: string;
  name: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
}

export interface SignInAttemptTable {
  state_hash: string;
  nonce: string;
  verifier: string;
  return_path: string;
  created_at: string;
}

export interface ImportJobTable {
  number: Generated<number>;
  id: string;
  state: string;
  /** Process that has the job in hand (see release-owner). */
  server: string;
  updated_at: string;
  /** The job as it is answered. */
  document: string;
}

export interface AskedAreaTable {
  number: Generated<number>;
  release_id: string;
  /** SHA-256 of the cells. */
  cells_hash: string;
  /** A bit for each cell of the grid; null where somebody asked for the same cells before. */
  cells: Uint8Array | null;
  account: string;
  role: string;
  at: string;
  is_answered: number;
  /** Positions of the age groups that were not told. */
  hidden_groups: string;
}
