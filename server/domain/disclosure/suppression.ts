import { z } from "zod";
import type { AreaLevel } from "../area/area.ts";

/**
 * Rule of disclosure control (Geheimhaltungsregel) of one data set. Thresholds are political decisions
 * (METHODS §11): whoever sets others than the defaults says who decided them, and when.
 */
export const suppressionSchema = z.strictObject({
  /** Smallest count that is told for Stadtteile and larger areas; 0 hides nothing. */
  threshold: z.number().int().nonnegative(),
  /** The same for areas below the Stadtteil and for areas that overlap freely. */
  smallAreaThreshold: z.number().int().nonnegative().optional(),
  /** Whether further cells are hidden until no hidden one can be worked out. */
  complementary: z.boolean(),
  /** Counts are rounded to multiples of this instead of being hidden; 0 for not. */
  rounding: z.number().int().nonnegative(),
  /** False where even "nobody" tells something about people. */
  zeroIsSafe: z.boolean().optional(),
  decided: z
    .strictObject({
      office: z.string().min(1).max(200),
      date: z.iso.date(),
      resolution: z.string().max(80).optional(),
    })
    .optional(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

/** Defaults of the product (METHODS §10). */
export const defaultThreshold = 5;
export const defaultSmallAreaThreshold = 10;
export const defaultMinDenominator = 50;
export const defaultSuppression: Suppression = {
  threshold: defaultThreshold,
  smallAreaThreshold: defaultSmallAreaThreshold,
  complementary: true,
  rounding: 0,
  zeroIsSafe: true,
};

const largeLevels: ReadonlySet<AreaLevel> = new Set(["city", "district", "subdistrict"]);

/** Smallest count the rule lets an area of this level tell. */
export function thresholdAt(rule: Suppression, level: AreaLevel): number {
  if (largeLevels.has(level)) return rule.threshold;
  return rule.smallAreaThreshold ?? Math.max(rule.threshold, defaultSmallAreaThreshold);
}

/**
 * How the counts of an indicator hang together with those of others. What is told of one indicator could
 * otherwise reveal what is hidden of another.
 */
export const countLinksSchema = z.strictObject({
  /** Name of what the numerator counts, where another indicator counts the same: "unemployed". */
  counts: z.string().min(1).max(80).optional(),
  /** Name of what the denominator counts, where another indicator tells it. */
  outOf: z.string().min(1).max(80).optional(),
  /** Codes of indicators whose numerators are parts of this one without overlap: nested age bands. */
  parts: z.array(z.string()).max(40).optional(),
  /** Code of the yearly indicator this one adds up over the years. */
  runningTotalOf: z.string().optional(),
  /** Code of the indicator this one tells the change of, since the period before. */
  changeOf: z.string().optional(),
});
export type CountLinks = z.infer<typeof countLinksSchema>;
