import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { periodSchema } from "../indicator/observation.ts";

const name = z.string().regex(/^[\w.-]{1,120}$/);
const degrees = z.number().min(-180).max(180);

/**
 * What the site around an embed may ask of it (`postMessage`), from a listed origin only: another view of the same
 * public content. There is no command that reads, writes or leaves the locked extent (RELIABILITY P-04).
 */
export const embedCommandSchema = z.discriminatedUnion("command", [
  z.strictObject({ command: z.literal("show-indicator"), indicator: name }),
  z.strictObject({ command: z.literal("show-period"), period: periodSchema }),
  z.strictObject({ command: z.literal("show-level"), level: areaLevelSchema }),
  z.strictObject({ command: z.literal("show-layers"), layers: z.array(name).max(30) }),
  z.strictObject({
    command: z.literal("show-extent"),
    bounds: z.tuple([degrees, degrees, degrees, degrees]),
  }),
]);
export type EmbedCommand = z.infer<typeof embedCommandSchema>;
