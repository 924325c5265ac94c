import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { periodSchema } from "../indicator/observation.ts";
import { indexDefinitionSchema } from "./index-definition.ts";
import { maxVariants } from "./index-robustness.ts";

/** What is asked of `/api/analysis/index`: one definition, kept or just being tried out, on one level. */
export const indexRequestSchema = z
  .strictObject({
    /** An index is of the present: scenarios change places, not figures. */
    scenario: z.string().min(1).max(60).default("bestand"),
    level: areaLevelSchema,
    /** Each component's newest figures up to this period's year; null for the newest there are. */
    period: periodSchema.nullable().default(null),
    /** Id of a kept definition … */
    definitionId: z.string().min(1).max(60).optional(),
    /** … or one that nobody keeps yet. */
    definition: indexDefinitionSchema.optional(),
    robustness: z
      .strictObject({
        variants: z.number().int().min(1).max(maxVariants).default(maxVariants),
        seed: z.number().int().min(0).max(0xffffffff).default(1),
      })
      .nullable()
      .default(null),
  })
  .refine(({ definition, definitionId }) => (definition === undefined) !== (definitionId === undefined), {
    path: ["definition"],
    message: "Entweder eine Definition oder die Kennung einer gespeicherten.",
  });
export type IndexRequest = z.infer<typeof indexRequestSchema>;
