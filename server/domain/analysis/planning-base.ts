import { z } from "zod";
import { parameterSetSchema } from "../parameter-set/parameter-set.ts";
import { supplyPointSchema } from "../supply/supply-point.ts";

const bulkSchema = z.object({
  release: z.string(),
  /** Address of the binary release, relative to the page; it never changes its content. */
  address: z.string(),
  source: z.string(),
  licence: z.string(),
  referenceDate: z.string(),
});

/** Land a facility could be placed on, as far as this audience may know of it. */
export const landPlotSchema = z.object({
  id: z.string(),
  type: z.enum(["public-needs-sites", "planned-sites", "candidate-sites"]),
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  areaM2: z.number().nullable(),
  isSecured: z.boolean(),
  isCityOwned: z.boolean(),
  isPublicNeeds: z.boolean(),
  constraints: z.array(z.object({ kind: z.string(), rating: z.string(), text: z.string() })),
});
export type LandPlot = z.infer<typeof landPlotSchema>;

/** Everything planning computes with, for one audience: `GET /api/analysis/base`. The bulk comes as files. */
export const planningBaseSchema = z.object({
  grid: bulkSchema.nullable(),
  /** Null where the city has no network: ways are then lengthened air lines. */
  network: bulkSchema.nullable(),
  /** The present, without any scenario. */
  supply: z.array(supplyPointSchema),
  land: z.array(landPlotSchema),
  parameterSets: z.array(parameterSetSchema.extend({ id: z.string(), state: z.string() })),
  /** The set in force: the latest decided or agreed one, else the latest with standards. */
  parameterSetId: z.string().nullable(),
  isDemo: z.boolean(),
});
export type PlanningBase = z.infer<typeof planningBaseSchema>;
