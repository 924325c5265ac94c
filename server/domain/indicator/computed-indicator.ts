import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import { computedIndicators } from "./computed-code.ts";
import { formulaSchema } from "./formula.ts";
import { indicatorDirections, indicatorThemes } from "./indicator.ts";

/** Everything of an indicator but what its formula decides. The cohesion study stays as it was surveyed (METHODS §4.6). */
export const computedIndicatorSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Left out where there is only a German name. */
  nameInEnglish: z.string().trim().min(1).max(200).optional(),
  version: z.number().int().min(1).max(9999),
  theme: z.enum(indicatorThemes).exclude(["cohesion"]),
  formula: formulaSchema,
  direction: z.enum(indicatorDirections),
  decimals: z.number().int().min(0).max(6),
  note: z.string().trim().min(1).max(2000).optional(),
  author: z.string().trim().min(1).max(200),
});
export type ComputedIndicator = z.infer<typeof computedIndicatorSchema>;

/**
 * Berechneter Indikator as people keep it (FEATURES B3): named, versioned and agreed like an index definition. A new version
 * is a record of its own and so another indicator, so that maps of the old one stay explained. The formula itself is told
 * with the indicator, and only to those who read all its parts.
 */
export const computedIndicator = defineRecordType({
  type: computedIndicators,
  names: {
    singular: { de: "Berechneter Indikator", en: "Computed indicator" },
    plural: { de: "Berechnete Indikatoren", en: "Computed indicators" },
  },
  schema: computedIndicatorSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    nameInEnglish: { name: { de: "Name auf Englisch", en: "English name" } },
    version: { name: { de: "Fassung", en: "Version" }, filter: "number" },
    theme: { name: { de: "Thema", en: "Theme" } },
    formula: { name: { de: "Formel", en: "Formula" }, visibility: "INTERNAL" },
    direction: { name: { de: "Lesart", en: "Direction" } },
    decimals: { name: { de: "Nachkommastellen", en: "Decimals" } },
    note: { name: { de: "Hinweis zur Deutung", en: "How to read it" } },
    author: { name: { de: "Verfasst von (Stelle)", en: "Author's office" }, visibility: "INTERNAL" },
  },
  earlyRelease: {
    de: "Dieser berechnete Indikator ist noch nicht abgestimmt.",
    en: "This computed indicator has not been agreed yet.",
  },
  lifecycle: {
    initial: "ENTWURF",
    states: {
      ENTWURF: { name: { de: "Entwurf", en: "draft" }, next: ["ABGESTIMMT"], waitsFor: "secretariat" },
      ABGESTIMMT: {
        name: { de: "abgestimmt", en: "agreed" },
        next: [],
        isDecided: true,
        bySecretariatOnly: true,
        isFixed: true,
      },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  unique: {
    fields: ["name", "version"],
    sentence: ({ name, version }) =>
      `Fassung ${String(version)} von „${String(name)}“ gibt es schon. Bitte speichern Sie Ihre als nächste Fassung.`,
  },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => `${String(p.name ?? "")} (Fassung ${String(p.version ?? 1)})`,
  mapFields: [],
});
