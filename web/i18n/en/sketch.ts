import type { sketch as source } from "../de/sketch.ts";

/** English wording of this part. */
export const sketch: typeof source = {};
