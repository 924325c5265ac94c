import { z } from "zod";
import { visibilitySchema } from "#domain/access/visibility.ts";
import { type Question, questionSchema } from "#domain/analysis/question.ts";
import { Problem } from "../errors.ts";

/** A planning question as an address, for files to download and sheets to print: `layers=BESTAND,IDEE&metres=600`. */
export const analysisQuerySchema = z.strictObject({
  ceiling: visibilitySchema.optional(),
  scenario: z.string().max(60).optional(),
  kind: z.string().max(40),
  layers: z.string().max(100).optional(),
  level: z.string().max(40).optional(),
  profile: z.string().max(40).optional(),
  metres: z.coerce.number().optional(),
  minutes: z.coerce.number().optional(),
});
export type AnalysisQuery = z.infer<typeof analysisQuerySchema>;

/** Throws Problem 400 naming what is no question. */
export function questionOfQuery(query: AnalysisQuery): Question {
  const { ceiling: _ceiling, layers, metres, minutes, ...rest } = query;
  const parsed = questionSchema.safeParse({
    ...rest,
    ...(layers ? { layers: layers.split(",") } : {}),
    ...(metres === undefined ? {} : { limit: { measure: "metres", metres } }),
    ...(minutes === undefined ? {} : { limit: { measure: "minutes", minutes } }),
  });
  if (parsed.success) return parsed.data;
  throw new Problem(400, "Die Frage ist nicht lesbar.", {
    errors: parsed.error.issues.map(({ path, message }) => ({
      pointer: `/${path.join("/")}`,
      detail: message,
    })),
  });
}
