import type { scenario as source } from "../de/scenario.ts";

/** English wording of this part. */
export const scenario: typeof source = {};
