import { z } from "zod";

/** A text of the subject (name of a field, a state, an indicator) in both languages of the interface. */
export const textSchema = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof textSchema>;
export type Language = keyof Text;
