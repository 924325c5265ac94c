import { z } from "zod";
import { recordSchema } from "./contract.ts";

/** A scenario as `/api/scenarios` tells it: the envelope of a record, and which of its parts are gone. */
export const scenarioAnswerSchema = recordSchema
  .omit({ visibleSince: true, releaseLog: true, publicFace: true, coarsePlace: true })
  .extend({
    /** Records its changes name that were deleted since; those changes have no effect. */
    missing: z.array(z.object({ recordType: z.string(), recordId: z.string() })),
  });
export type ScenarioAnswer = z.infer<typeof scenarioAnswerSchema>;
