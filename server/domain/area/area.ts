import { z } from "zod";

/**
 * Levels of the Kleinräumige Gliederung (areaHierarchy), from the city down, followed by the area
 * kinds that overlap it freely. `subdistrict` is the Stadtteil, `statistical-quarter` the Stadtviertel.
 */
export const areaLevels = [
  "city",
  "district",
  "subdistrict",
  "statistical-quarter",
  "block",
  "neighbourhood",
  "planning-area",
  "school-district",
] as const;
export const areaLevelSchema = z.enum(areaLevels);
export type AreaLevel = z.infer<typeof areaLevelSchema>;

/**
 * An area as the city publishes it. `number` is the official number as text: leading zeros and forms
 * such as "146-2" are part of it. The parent is looked up, never derived from digits.
 */
export const areaSchema = z.strictObject({
  number: z.string().min(1).max(40),
  name: z.string().max(200).nullable(),
  level: areaLevelSchema,
  parentNumber: z.string().max(40).nullable(),
  boundaryVersion: z.string().max(60),
  residents: z.number().int().nonnegative().nullable(),
  areaHa: z.number().nonnegative(),
});
export type Area = z.infer<typeof areaSchema>;

/** Layer segment of a level, the same word in tiles, OGC collections and exports: `areas-district`. */
export function areaLayer(level: AreaLevel): `areas-${AreaLevel}` {
  return `areas-${level}`;
}
