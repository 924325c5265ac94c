import { z } from "zod";
import type { FieldDeclaration } from "../record/record-type.ts";
import { capacityUnits } from "./facility-types.ts";

/**
 * A capacity with its three counts: licensed (genehmigt), offered (angeboten; less than licensed where staff
 * is short) and occupied (belegt), for a category such as "U3" on a Stichtag. Unknown counts are null.
 */
export const capacitySchema = z.strictObject({
  unit: z.enum(Object.keys(capacityUnits) as [keyof typeof capacityUnits]),
  category: z.string().max(40),
  licensed: z.number().nonnegative().nullable(),
  offered: z.number().nonnegative().nullable(),
  occupied: z.number().nonnegative().nullable(),
  referenceDate: z.iso.date(),
});

/** Names of the fields of a capacity. */
export const capacityParts: Readonly<Record<keyof typeof capacitySchema.shape, FieldDeclaration>> = {
  unit: { name: { de: "Einheit", en: "unit" }, values: capacityUnits },
  category: { name: { de: "Angebot", en: "category" } },
  licensed: { name: { de: "genehmigt", en: "licensed" } },
  offered: { name: { de: "angeboten", en: "offered" } },
  occupied: { name: { de: "belegt", en: "occupied" } },
  referenceDate: { name: { de: "Stichtag", en: "reference date" } },
};
export type Capacity = z.infer<typeof capacitySchema>;

/** Offered capacity summed over the categories of one unit; null when none is known. */
export function offeredCapacity(capacities: readonly Capacity[], unit: Capacity["unit"]): number | null {
  const known = capacities.filter((c) => c.unit === unit && c.offered !== null);
  return known.length === 0 ? null : known.reduce((sum, c) => sum + (c.offered ?? 0), 0);
}
