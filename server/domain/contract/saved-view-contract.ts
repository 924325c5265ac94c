import { z } from "zod";

/** What a page sends to keep a view, or to change one. */
export const savedViewBodySchema = z.strictObject({
  properties: z.record(z.string(), z.unknown()),
  /** Whether the administration may read it; otherwise it is the owner's alone. */
  isShared: z.boolean().default(false),
});

/** One step within its list. */
export const savedViewMoveSchema = z.strictObject({ to: z.enum(["earlier", "later"]) });
export type SavedViewStep = z.infer<typeof savedViewMoveSchema>["to"];
