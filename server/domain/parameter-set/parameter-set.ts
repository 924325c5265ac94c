import { z } from "zod";
import { warningThresholdsSchema } from "../early-warning/warning-rules.ts";
import { profileParametersSchema } from "../network/profile.ts";
import { defineRecordType } from "../record/record-type.ts";
import { combinationSchema, ruleSchema, standardSchema } from "./standard.ts";

export const parameterSetSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  validFrom: z.iso.date(),
  source: z.string().min(1).max(500),
  standards: z.array(standardSchema).max(60).default([]),
  profiles: z.array(profileParametersSchema).max(4).default([]),
  combinations: z.array(combinationSchema).max(400).default([]),
  rules: ruleSchema.optional(),
  /** Rules of early warning; a set without them leaves those of the one before in force. */
  warnings: warningThresholdsSchema.optional(),
  note: z.string().max(10_000).optional(),
});
export type ParameterSet = z.infer<typeof parameterSetSchema>;

/** Kennwertsatz for planning: standards, walking profiles and rules with date and source (MODEL §5, METHODS §2–3). */
export const parameterSet = defineRecordType({
  type: "parameter-sets",
  names: {
    singular: { de: "Kennwertsatz", en: "Parameter set" },
    plural: { de: "Kennwertsätze", en: "Parameter sets" },
  },
  schema: parameterSetSchema,
  fields: {
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    validFrom: { name: { de: "gültig ab", en: "Valid from" }, filter: "text" },
    source: { name: { de: "Quelle", en: "Source" } },
    standards: { name: { de: "Standards", en: "Standards" } },
    profiles: { name: { de: "Gehprofile", en: "Walking profiles" } },
    combinations: { name: { de: "Kombinationen", en: "Combinations" } },
    rules: { name: { de: "Prüfregeln", en: "Rules" } },
    warnings: { name: { de: "Regeln der Frühwarnung", en: "Rules of early warning" } },
    note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
  },
  lifecycle: {
    initial: "ENTWURF",
    states: {
      ENTWURF: { name: { de: "Entwurf", en: "draft" }, next: ["ABGESTIMMT"], waitsFor: "secretariat" },
      ABGESTIMMT: {
        name: { de: "abgestimmt", en: "agreed" },
        next: ["BESCHLOSSEN", "ENTWURF"],
        waitsFor: "secretariat",
        // What was agreed is what is decided on: whoever wants it otherwise takes it back first.
        isFixed: true,
      },
      BESCHLOSSEN: {
        name: { de: "beschlossen", en: "decided" },
        next: ["ABGELOEST"],
        isDecided: true,
        bySecretariatOnly: true,
        isFixed: true,
      },
      ABGELOEST: {
        name: { de: "abgelöst", en: "superseded" },
        next: [],
        bySecretariatOnly: true,
        isFixed: true,
      },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  title: (p) => String(p.name ?? ""),
  dueField: "validFrom",
  mapFields: [],
});
