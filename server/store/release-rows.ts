import type { Kysely, Selectable } from "kysely";
import type { AreaLevel } from "#domain/area/area.ts";
import type { Observation } from "#domain/indicator/observation.ts";
import { largestPart } from "./content-parts.ts";
import { insertAll } from "./insert-all.ts";
import { toJson } from "./json.ts";
import type { AreaRow, FeatureRow, StagedRows } from "./store.ts";
import type { AreaTable, FeatureTable, ObservationTable, Tables } from "./tables.ts";

/** Rows of a release on their way in and out, one pair of functions per kind. */

export async function insertRows(
  database: Kysely<Tables>,
  staged: StagedRows,
  { releaseId, from }: { releaseId: string; from: number },
): Promise<void> {
  const place = (index: number) => ({ release_id: releaseId, position: from + index });
  switch (staged.kind) {
    case "areas":
      return insertAll(
        database,
        "area",
        staged.rows.map((row, index) => ({ ...place(index), ...areaColumns(row) })),
      );
    case "observations":
      await insertAll(
        database,
        "finer_observation",
        (staged.finer ?? []).map((row, index) => ({ ...place(index), ...observationColumns(row) })),
      );
      return insertAll(
        database,
        "observation",
        staged.rows.map((row, index) => ({ ...place(index), ...observationColumns(row) })),
      );
    case "features":
      return insertAll(
        database,
        "feature",
        staged.rows.map(({ key, properties, geometry }, index) => ({
          ...place(index),
          key,
          properties: toJson(properties),
          geometry: geometry && toJson(geometry),
        })),
      );
    case "records":
      return insertAll(
        database,
        "staged_record",
        staged.rows.map(({ importKey, record }, index) => ({
          ...place(index),
          type: staged.type,
          import_key: importKey,
          document: toJson(record),
        })),
      );
    case "grid":
    case "network":
      for (const [index, part] of staged.rows.entries()) {
        if (part.length > largestPart)
          throw new Error(`part of ${part.length} bytes, at most ${largestPart}`);
        const content = Buffer.from(part.buffer, part.byteOffset, part.length);
        await database
          .insertInto("release_content")
          .values({ ...place(index), content })
          .execute();
      }
  }
}

/** Tables that hold rows of releases. */
export const rowTables = [
  "area",
  "observation",
  "finer_observation",
  "feature",
  "staged_record",
  "release_content",
] as const;

function areaColumns(row: AreaRow): Omit<AreaTable, "release_id" | "position"> {
  return {
    number: row.number,
    name: row.name,
    level: row.level,
    parent_number: row.parentNumber,
    boundary_version: row.boundaryVersion,
    residents: row.residents,
    area_ha: row.areaHa,
    geometry: toJson(row.geometry),
    label_point: row.labelPoint && toJson(row.labelPoint),
  };
}

export function toArea(row: Selectable<AreaTable>): AreaRow {
  return {
    number: row.number,
    name: row.name,
    level: row.level as AreaLevel,
    parentNumber: row.parent_number,
    boundaryVersion: row.boundary_version,
    residents: row.residents,
    areaHa: row.area_ha,
    geometry: JSON.parse(row.geometry),
    labelPoint: row.label_point && JSON.parse(row.label_point),
  };
}

function observationColumns(row: Observation): Omit<ObservationTable, "release_id" | "position"> {
  return {
    indicator_code: row.indicatorCode,
    level: row.level,
    area_number: row.areaNumber,
    period: row.period,
    value: row.value,
    state: row.state,
    numerator: row.numerator ?? null,
    denominator: row.denominator ?? null,
    flag: row.flag ?? null,
  };
}

/** Numerator, denominator and flag are left out where there are none. */
export function toObservation(row: Selectable<ObservationTable>): Observation {
  return {
    indicatorCode: row.indicator_code,
    level: row.level as AreaLevel,
    areaNumber: row.area_number,
    period: row.period,
    value: row.value,
    state: row.state as Observation["state"],
    ...(row.numerator === null ? {} : { numerator: row.numerator }),
    ...(row.denominator === null ? {} : { denominator: row.denominator }),
    ...(row.flag === null ? {} : { flag: row.flag as NonNullable<Observation["flag"]> }),
  };
}

export function toFeature({ key, properties, geometry }: Selectable<FeatureTable>): FeatureRow {
  return { key, properties: JSON.parse(properties), geometry: geometry && JSON.parse(geometry) };
}
