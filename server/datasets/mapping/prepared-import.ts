import type { AreaLevel } from "#domain/area/area.ts";
import type { ReleaseManifest } from "#domain/dataset/release.ts";
import type { AreaRow, StagedRecord, StagedRows } from "../../store/store.ts";
import type { CoordinateSystem } from "../coordinate-systems.ts";
import type { ReportBuilder } from "../import-report.ts";
import type { ImportLimits } from "../limits.ts";
import type { GeometryRepair } from "../repair-geometry.ts";
import type { Table } from "../table.ts";

/** What mapping needs to know of the database and the wishes of the person importing. */
export interface MappingContext {
  table: Table;
  report: ReportBuilder;
  limits: ImportLimits;
  cityName: string | undefined;
  /** Current areas of a level, empty when none are loaded. */
  areas: (level: AreaLevel) => Promise<readonly AreaRow[]>;
  repair: GeometryRepair | undefined;
}

/** The part of a release only its kind knows; provenance and visibility are added by the job. */
export type ReleaseDraft = Pick<ReleaseManifest, "dataset" | "kind" | "title"> &
  Partial<Pick<ReleaseManifest, "level" | "boundaryVersion" | "details">> & {
    /** False keeps the release INTERNAL whatever was stated. */
    mayBePublic?: boolean;
  };

export interface PreparedRelease {
  draft: ReleaseDraft;
  rows: StagedRows;
  /** What the release counts as, where its rows are parts of one file: cells of a grid, edges of a network. */
  count?: number;
  titleOf?: (record: StagedRecord["record"]) => string;
}

export interface PreparedImport {
  crs: CoordinateSystem | null;
  rowsAccepted: number;
  releases: PreparedRelease[];
}
