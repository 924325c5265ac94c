import { z } from "zod";

/** Thresholds of the rules for signals, as a dated set (METHODS §7, tagged [design] there). */
export const warningRulesSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  validFrom: z.iso.date(),
  source: z.string().trim().min(1).max(500),
  /** a: how many standard deviations of all areas a level must lie beyond their mean, on the side of the burden. */
  levelDeviations: z.number().positive().max(10),
  /** b: over how many years the change is looked at … */
  changeYears: z.number().int().min(1).max(20),
  /** … and how many standard deviations of all areas' changes it must exceed. */
  changeDeviations: z.number().positive().max(10),
  /** c: of so many last intervals between periods … */
  intervals: z.number().int().min(1).max(20),
  /** … so many must have gone the wrong way. */
  adverseIntervals: z.number().int().min(1).max(20),
  /** d: fewest people a figure must be made from. */
  minDenominator: z.number().nonnegative(),
});
export type WarningRules = z.infer<typeof warningRulesSchema>;

/** The thresholds of METHODS §7, agreed by nobody; the minimum is Hamburg's smallest area. */
export const demoWarningRules: WarningRules = {
  name: "Demo-Kennwertsatz (nicht abgestimmt)",
  validFrom: "2026-01-01",
  source: "Werkzeugvorgabe, nicht abgestimmt",
  levelDeviations: 1.5,
  changeYears: 3,
  changeDeviations: 1,
  intervals: 3,
  adverseIntervals: 2,
  minDenominator: 300,
};
