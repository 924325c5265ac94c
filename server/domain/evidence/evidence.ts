import { z } from "zod";
import { areaKeySchema, areasOfKeys } from "../area/area-key.ts";
import { defineRecordType } from "../record/record-type.ts";
import type { Text } from "../text/text.ts";

export const evidenceMethods = {
  STADTTEILERKUNDUNG: { de: "Stadtteilerkundung", en: "neighbourhood walk" },
  BEFRAGUNG: { de: "Befragung", en: "survey" },
  BEOBACHTUNG: { de: "Beobachtung", en: "observation on site" },
  QUARTIERSGESPRAECH: { de: "Quartiersgespräch", en: "neighbourhood talk" },
  SONSTIGES: { de: "Sonstiges", en: "other" },
} as const satisfies Record<string, Text>;
export type EvidenceMethod = keyof typeof evidenceMethods;

export const evidenceSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    method: z.enum(Object.keys(evidenceMethods) as [EvidenceMethod]),
    /** The day it was done, or the first day of its span. */
    from: z.iso.date(),
    to: z.iso.date().optional(),
    office: z.string().trim().min(1).max(200),
    summary: z.string().trim().min(1).max(10_000),
    participants: z.number().int().min(1).max(1_000_000).optional(),
    areas: z.array(areaKeySchema).min(1).max(60),
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    source: z.string().max(500).optional(),
  })
  .refine(({ from, to }) => to === undefined || to >= from, {
    path: ["to"],
    message: "Das Ende liegt vor dem Beginn.",
  });
export type Evidence = z.infer<typeof evidenceSchema>;

/** Erhebung vor Ort: what was found out by walking, asking and looking, with the same standing as figures (FEATURES C3). */
export const evidence = defineRecordType({
  type: "evidence",
  names: {
    singular: { de: "Erhebung vor Ort", en: "Qualitative evidence" },
    plural: { de: "Erhebungen vor Ort", en: "Qualitative evidence" },
  },
  schema: evidenceSchema,
  fields: {
    title: { name: { de: "Titel", en: "Title" }, filter: "text" },
    method: { name: { de: "Methode", en: "Method" }, filter: "text", values: evidenceMethods },
    from: { name: { de: "Datum", en: "Date" }, filter: "text" },
    to: { name: { de: "bis", en: "until" }, filter: "text" },
    office: { name: { de: "Durchgeführt von (Stelle)", en: "Carried out by (office)" } },
    summary: { name: { de: "Zusammenfassung", en: "Summary" } },
    participants: { name: { de: "Beteiligte", en: "Participants" }, filter: "number", unit: "persons" },
    areas: { name: { de: "Gebiete", en: "Areas" }, filter: "list" },
    link: { name: { de: "Verweis", en: "Link" } },
    source: { name: { de: "Quelle", en: "Source" } },
  },
  lifecycle: {
    initial: "AKTUELL",
    states: {
      AKTUELL: { name: { de: "aktuell", en: "current" }, next: ["UEBERHOLT"] },
      UEBERHOLT: { name: { de: "überholt", en: "outdated" }, next: [] },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "own" },
    SECRETARIAT: { create: true, edit: "all" },
  },
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"], optional: true },
  areasOf: { field: "areas", read: (p) => areasOfKeys((p as Evidence).areas) },
  title: (p) => String(p.title ?? ""),
  mapFields: ["method"],
});
