import type { Geometry } from "geojson";
import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import type { Properties, StoredRecord } from "../record/record.ts";
import type { RecordType } from "../record/record-type.ts";

/**
 * How finely people outside the administration know where a record is: `null` as it is, a level as the area of
 * that level that holds it, `NONE` not at all. Its Stadtbezirke are told in any case.
 */
export const publicPlaceSchema = areaLevelSchema.exclude(["city"]).or(z.literal("NONE")).nullable();
export type PublicPlace = z.infer<typeof publicPlaceSchema>;

/** Öffentliche Fassung (MODEL §6): what a record shows outside the administration where that differs from the record. */
export interface PublicFace {
  /** Read instead of the record's own title; null where it is the same. */
  title: string | null;
  place: PublicPlace;
  /** Official number of the area drawn instead; null without one. */
  areaNumber: string | null;
  /** WGS 84, drawn instead of the record's own geometry where `place` is not null; null for nothing. */
  geometry: Geometry | null;
}

/** The area that stands for a coarser place, and nothing where no place is told. */
export interface CoarsePlace {
  place: NonNullable<PublicPlace>;
  areaNumber: string | null;
}

/** What a face replaces of a record; the record's own where it has none. */
export function publicFaceOf(
  type: RecordType,
  { properties, geometry, publicFace }: Pick<StoredRecord, "properties" | "geometry" | "publicFace">,
): { properties: Properties; geometry: Geometry | null; coarsePlace: CoarsePlace | null } {
  if (!publicFace) return { properties, geometry, coarsePlace: null };
  const { title, place, areaNumber } = publicFace;
  const hidden = place === null ? [] : (type.placeFields ?? []);
  const shown = Object.fromEntries(Object.entries(properties).filter(([field]) => !hidden.includes(field)));
  if (title !== null && type.titleField) shown[type.titleField] = title;
  return place === null
    ? { properties: shown, geometry, coarsePlace: null }
    : { properties: shown, geometry: publicFace.geometry, coarsePlace: { place, areaNumber } };
}
