import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { indexClassificationSchema } from "./index-classification.ts";

/** How a column of figures becomes comparable: z-score, place between smallest and largest, share of the ranks. */
export const indexTransforms = ["Z", "MINMAX", "RANK"] as const;
export type IndexTransform = (typeof indexTransforms)[number];

/** Mean and deviation over areas alike, or over residents; decided once and printed with every result (METHODS §4.1). */
export const standardisations = ["UNWEIGHTED", "POPULATION_WEIGHTED"] as const;
export type Standardisation = (typeof standardisations)[number];

/** One indicator of an index. Every component is turned so that high is a burden. */
export const indexComponentSchema = z.strictObject({
  indicatorCode: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** Relative to the other weights; they need not add up to anything. */
  weight: z.number().positive().max(1000),
  direction: z.enum(["HIGH_IS_BURDEN", "HIGH_IS_RESOURCE"]),
  transform: z.enum(indexTransforms).default("Z"),
  /** The resolution by which an indicator that is NEUTRAL in itself counts as a burden here (MODEL §7). */
  resolution: z.string().trim().min(1).max(500).optional(),
});
export type IndexComponent = z.infer<typeof indexComponentSchema>;

export const indexDefinitionSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  version: z.number().int().min(1).max(9999),
  purpose: z.string().trim().min(1).max(2000),
  levels: z.array(areaLevelSchema).min(1).max(6),
  components: z
    .array(indexComponentSchema)
    .min(1)
    .max(20)
    .refine((list) => new Set(list.map(({ indicatorCode }) => indicatorCode)).size === list.length, {
      message: "Ein Indikator steht zweimal in der Definition.",
    }),
  /** Areas with fewer residents are excluded, also from means and deviations. */
  minResidents: z.number().int().min(0).max(1_000_000),
  /** Cut each column at its 1st and 99th percentile before transforming it. */
  winsorize: z.boolean(),
  standardisation: z.enum(standardisations),
  classification: indexClassificationSchema,
  /** Classes of the change of the same components over so many years; left out where none are told. */
  dynamics: z
    .strictObject({ years: z.number().int().min(1).max(20), classification: indexClassificationSchema })
    .optional(),
  author: z.string().trim().min(1).max(200),
  note: z.string().trim().max(10_000).optional(),
});

/** Definition eines Prioritätsindex (MODEL §7): everything that decides a score, and who answers for it. */
export type IndexDefinition = z.infer<typeof indexDefinitionSchema>;
