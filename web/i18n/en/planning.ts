import type { planning as source } from "../de/planning.ts";

/** English wording of this part. */
export const planning: typeof source = {};
