import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import { textSchema } from "../text/text.ts";

export const glossaryTermSchema = z.strictObject({
  /** What screens ask for the term by, such as "stadtteil". */
  key: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*$/, "erwartet kleine Buchstaben, Ziffern und Bindestriche"),
  name: textSchema,
  definition: textSchema,
  /** The same in einfacher Sprache, which there is for German alone. */
  plainLanguage: z.string().trim().min(1).max(2000),
});
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

const languages = {
  de: { name: { de: "deutsch", en: "German" } },
  en: { name: { de: "englisch", en: "English" } },
};

/** Begriff: a word the screens use, explained once for all of them and edited by planners (FEATURES R2). */
export const glossaryTerm = defineRecordType({
  type: "glossary-terms",
  names: {
    singular: { de: "Begriff", en: "Term" },
    plural: { de: "Begriffe", en: "Terms" },
  },
  schema: glossaryTermSchema,
  fields: {
    key: { name: { de: "Schlüssel", en: "Key" }, filter: "text" },
    name: { name: { de: "Begriff", en: "Term" }, parts: languages },
    definition: { name: { de: "Erklärung", en: "Definition" }, parts: languages },
    plainLanguage: { name: { de: "In einfacher Sprache", en: "In plain German" } },
  },
  lifecycle: {
    initial: "GUELTIG",
    states: {
      GUELTIG: { name: { de: "gültig", en: "in use" }, next: ["ENTFALLEN"] },
      ENTFALLEN: { name: { de: "entfallen", en: "dropped" }, next: ["GUELTIG"] },
    },
  },
  defaultVisibility: "PUBLIC",
  rights: { PLANNER: { create: true, edit: "all" }, SECRETARIAT: { create: true, edit: "all" } },
  unique: {
    fields: ["key"],
    sentence: ({ key }) =>
      `Den Schlüssel „${String(key)}“ hat schon ein anderer Begriff. Bitte bearbeiten Sie diesen.`,
  },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => (p as Partial<GlossaryTerm>).name?.de ?? "",
  mapFields: [],
});
