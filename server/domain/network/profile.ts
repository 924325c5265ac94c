import { z } from "zod";

/** Who walks: the four profiles of the tool (DESIGN §3.4). */
export const profiles = {
  ADULT: { de: "Erwachsene", en: "Adult" },
  CHILD: { de: "Kind", en: "Child" },
  OLDER_PERSON: { de: "Ältere", en: "Older person" },
  BARRIER_FREE: { de: "barrierefrei", en: "Barrier-free" },
} as const;
export type ProfileCode = keyof typeof profiles;
export const profileCodes = Object.keys(profiles) as [ProfileCode, ...ProfileCode[]];

/**
 * How somebody of a profile walks. Speeds are agreed figures and part of a dated parameter set, never
 * constants: without a speed the way is told in metres only.
 */
export const profileParametersSchema = z.strictObject({
  profile: z.enum(profileCodes),
  /** On the level. */
  speedMmPerSecond: z.number().int().min(100).max(3000).nullable(),
  usesSteps: z.boolean(),
  /** Steepest slope still usable, in per mille; null for any. Applies where slopes are known. */
  maxSlopePerMille: z.number().int().positive().nullable(),
});
export type ProfileParameters = z.infer<typeof profileParametersSchema>;
