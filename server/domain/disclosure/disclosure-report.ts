import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { periodSchema } from "../indicator/observation.ts";
import { suppressionSchema } from "./suppression.ts";

const tableSchema = z.object({
  level: areaLevelSchema,
  period: periodSchema,
  /** Areas with a figure, whether told or not. */
  cells: z.number().int(),
  told: z.number().int(),
  /** Hidden because the cell itself tells too much (primäre Sperrung). */
  primary: z.number().int(),
  /** Hidden so that no other hidden cell can be worked out (sekundäre Sperrung). */
  secondary: z.number().int(),
  /** Not told for another reason, such as too few residents, and protected all the same. */
  withheld: z.number().int(),
});
export type DisclosureTable = z.infer<typeof tableSchema>;

/**
 * What disclosure control did to one indicator at import (Geheimhaltungsbericht). Kept with the release; says
 * where cells are hidden and how well they are protected, never what they hold.
 */
export const disclosureReportSchema = z.object({
  indicator: z.string(),
  method: z.enum(["suppression", "rounding"]),
  rule: suppressionSchema,
  minDenominator: z.number(),
  tables: z.array(tableSchema),
  /** Sums that were tried: parent less its told parts. `revealing` must be 0 for figures to leave the house. */
  parentMinusParts: z.object({ checked: z.number().int(), revealing: z.number().int() }),
  /** Areas that are the only part of a larger one and are hidden in some period (Münster, Wangen). */
  onlyParts: z.array(z.string()),
  /** Sums and parts that contradict each other in the data: "parts" is larger than the whole. */
  contradictions: z.number().int(),
  /** The hidden cell that can be bounded best, from everything told; `width` in people. */
  narrowest: z
    .object({ level: areaLevelSchema, area: z.string(), period: periodSchema, width: z.number() })
    .nullable(),
  /** Hidden cells that stay more narrowly bounded than the rule wants: nothing is told to the public then. */
  unprotected: z.number().int(),
});
export type DisclosureReport = z.infer<typeof disclosureReportSchema>;

export function hiddenCells(report: DisclosureReport): { primary: number; secondary: number } {
  return report.tables.reduce(
    (all, { primary, secondary }) => ({
      primary: all.primary + primary,
      secondary: all.secondary + secondary,
    }),
    { primary: 0, secondary: 0 },
  );
}
