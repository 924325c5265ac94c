import { z } from "zod";
import { visibilitySchema } from "../access/visibility.ts";
import type { StoredRecord } from "../record/record.ts";

/**
 * One Freigabe or Rücknahme, kept with the record itself (MODEL §0.2): who took it from which level to which,
 * when, and why. Read from INTERNAL on.
 */
export const releaseEntrySchema = z.object({
  /** Day it counts from, as the Geschäftsstelle states it: the day of the decision, today or earlier. */
  on: z.iso.date(),
  /** ISO 8601, UTC: when it was done here. */
  at: z.string(),
  /** Account of the Geschäftsstelle. */
  by: z.string(),
  from: visibilitySchema,
  to: visibilitySchema,
  reason: z.string(),
  /** Why this release was early, as it was confirmed; null where it was not. */
  early: z.string().nullable(),
});
export type ReleaseEntry = z.infer<typeof releaseEntrySchema>;

/** Day since which the record is as visible as it is; null where no release or withdrawal made it so. */
export function visibleSince({ releaseLog, visibility }: StoredRecord): string | null {
  const last = releaseLog?.at(-1);
  return last?.to === visibility ? last.on : null;
}
