import { z } from "zod";

/** Thresholds of the rules for signals (METHODS §7, tagged [design] there); part of a dated parameter set. */
export const warningThresholdsSchema = z.strictObject({
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
export type WarningThresholds = z.infer<typeof warningThresholdsSchema>;

/** The thresholds of METHODS §7, agreed by nobody; the minimum is Hamburg's smallest area. */
export const demoWarningThresholds: WarningThresholds = {
  levelDeviations: 1.5,
  changeYears: 3,
  changeDeviations: 1,
  intervals: 3,
  adverseIntervals: 2,
  minDenominator: 300,
};
