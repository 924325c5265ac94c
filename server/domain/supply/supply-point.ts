import { z } from "zod";
import { capacitySchema } from "../facility/capacity.ts";
import { conditions } from "../facility/facility.ts";
import { facilityTypeCodes } from "../facility/facility-types.ts";
import { supplyLayers } from "../site/site-fields.ts";

/**
 * A facility or site as analysis sees it: where, what, how much, and in which supply layer. A scenario adds,
 * closes and resizes such points; nothing else in analysis knows of records.
 */
export const supplyPointSchema = z.object({
  /** Record id, or the id of the scenario's change for a place that only a scenario has. */
  id: z.string(),
  /** "facilities", "planned-sites", "candidate-sites", or "scenario". */
  origin: z.enum(["facilities", "planned-sites", "candidate-sites", "scenario"]),
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  layer: z.enum(Object.keys(supplyLayers) as [keyof typeof supplyLayers]),
  facilityTypes: z.array(z.enum(facilityTypeCodes)),
  /** Of a site: what is planned stands as offered, occupied is null. */
  capacity: z.array(
    capacitySchema.extend({
      /** Empty where a scenario set the capacity: nobody counted it. */
      referenceDate: z.string(),
      /** The one of its types the capacity belongs to; left out, it belongs to all of them. */
      facilityType: z.enum(facilityTypeCodes).optional(),
    }),
  ),
  provider: z.string().nullable(),
  /** Free text as the record has it; two points with different hours are no double structure. */
  openingHours: z.string().nullable(),
  openingYear: z.number().int().nullable(),
  condition: z.enum(Object.keys(conditions) as [keyof typeof conditions]).nullable(),
  sharedUse: z.array(z.string()),
  outdoorM2: z.number().nullable(),
  /** Official numbers of the areas the point lies in, by level. */
  areas: z.record(z.string(), z.string()),
});
export type SupplyPoint = z.infer<typeof supplyPointSchema>;
