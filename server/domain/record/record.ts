import type { Geometry } from "geojson";
import type { Visibility } from "../access/visibility.ts";
import type { PublicFace } from "../release/public-face.ts";
import type { ReleaseEntry } from "../release/release-log.ts";

/** Values of a record's own fields, as its declaration's schema describes them. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * The envelope every record shares (DESIGN §4). `id` is random; `revision` counts from 1;
 * `owner` is an account; `participants` are accounts or departments ("department:51");
 * `districts` are official numbers of Stadtbezirke; geometry is WGS 84.
 */
export interface StoredRecord {
  id: string;
  type: string;
  revision: number;
  state: string;
  visibility: Visibility;
  owner: string;
  participants: string[];
  department: string | null;
  districts: string[];
  geometry: Geometry | null;
  properties: Properties;
  createdAt: string;
  updatedAt: string;
  /** Every Freigabe and Rücknahme, oldest first; left out where there was none. */
  releaseLog?: ReleaseEntry[];
  /** Left out or null where people outside the administration read the same as those inside. */
  publicFace?: PublicFace | null;
}

/** What happened to a record, as the revision and the audit row name it. */
export const recordActions = [
  "create",
  "edit",
  "transition",
  "release",
  "withdraw",
  "delete",
  "import",
] as const;
export type RecordAction = (typeof recordActions)[number];
