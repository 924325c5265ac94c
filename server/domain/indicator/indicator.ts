import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { countLinksSchema, suppressionSchema } from "../disclosure/suppression.ts";
import { textSchema } from "../text/text.ts";

export const indicatorThemes = [
  "demography",
  "social-situation",
  "education",
  "health",
  "housing",
  "environment",
  "cohesion",
  "infrastructure",
  "other",
] as const;

/**
 * What the figure is, which decides how it may be drawn: counts only as proportional symbols,
 * rates, means, indices and supply ratios as choropleths (METHODS §6).
 */
export const indicatorKinds = ["rate", "count", "mean", "index", "supply"] as const;

/** High is bad, high is good, or neither: neutral ones are never coloured as good or bad (MODEL §7). */
export const indicatorDirections = ["HIGH_IS_BURDEN", "HIGH_IS_RESOURCE", "NEUTRAL"] as const;

/** Indikator: a metric chosen to stand for a concept, with everything a reader must know about it. */
export const indicatorSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  name: textSchema,
  shortName: textSchema.optional(),
  theme: z.enum(indicatorThemes),
  kind: z.enum(indicatorKinds),
  numerator: textSchema.optional(),
  denominator: textSchema.optional(),
  unit: z.string().max(40),
  direction: z.enum(indicatorDirections),
  decimals: z.number().int().min(0).max(6),
  minDenominator: z.number().nonnegative().optional(),
  /** Rule of disclosure control; without one figures are told as they are. */
  suppression: suppressionSchema.optional(),
  links: countLinksSchema.optional(),
  levels: z.array(areaLevelSchema).min(1),
  source: z.string().min(1).max(500),
  cycle: z.string().max(80).optional(),
  referenceDay: z.string().max(80).optional(),
  licence: z.string().max(200),
  publicationAllowed: z.boolean(),
  interpretationNote: textSchema.optional(),
  /** Content breaks (inhaltliche Grenzen) between classes, in the unit of the indicator. */
  contentBreaks: z.array(z.number()).max(6).optional(),
  /** Orientierungswerte: figures to hold one's own against, each from somebody who set it (FEATURES B4). */
  orientationValues: z
    .array(
      z.strictObject({
        value: z.number(),
        name: textSchema,
        source: z.string().min(1).max(500),
        date: z.string(),
      }),
    )
    .max(5)
    .optional(),
  /** Drawn around a middle (city mean or 0) with a diverging ramp. */
  diverging: z.boolean().optional(),
  /** Method breaks: from this date on the series is not comparable with before. */
  breaks: z.array(z.strictObject({ date: z.string(), text: textSchema })).default([]),
});
export type Indicator = z.infer<typeof indicatorSchema>;
