import { z } from "zod";

/** A text of the subject (name of a field, a state, an indicator) in both languages of the interface. */
export const textSchema = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof textSchema>;
export type Language = keyof Text;

/** Names out of a catalogue whose entries carry more than a name. */
export function namesOf<K extends string>(catalogue: Readonly<Record<K, { name: Text }>>): Record<K, Text> {
  const entries = Object.entries(catalogue) as [K, { name: Text }][];
  return Object.fromEntries(entries.map(([key, entry]) => [key, entry.name])) as Record<K, Text>;
}
