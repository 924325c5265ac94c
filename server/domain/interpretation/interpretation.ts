import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { periodSchema } from "../indicator/observation.ts";
import { defineRecordType } from "../record/record-type.ts";

export const interpretationSchema = z
  .strictObject({
    indicatorCode: z.string().trim().min(1).max(100),
    /** Left out where the reading is of the whole city; level and number come together. */
    areaLevel: areaLevelSchema.optional(),
    areaNumber: z.string().trim().min(1).max(40).optional(),
    period: periodSchema.optional(),
    text: z.string().trim().min(1).max(10_000),
    authorOffice: z.string().trim().min(1).max(200),
    date: z.iso.date(),
    replaces: z.string().min(1).max(60).optional(),
    signedBy: z.string().max(200).optional(),
    signedOn: z.iso.date().optional(),
    version: z.number().int().min(1).optional(),
  })
  .refine(({ areaLevel, areaNumber }) => (areaLevel === undefined) === (areaNumber === undefined), {
    path: ["areaNumber"],
    message: "Ebene und Nummer des Gebiets gehören zusammen.",
  });
export type Interpretation = z.infer<typeof interpretationSchema>;

/** Deutung: how a department reads an indicator, signed, dated and in numbered versions (FEATURES B8). */
export const interpretation = defineRecordType({
  type: "interpretations",
  names: {
    singular: { de: "Deutung", en: "Interpretation" },
    plural: { de: "Deutungen", en: "Interpretations" },
  },
  schema: interpretationSchema,
  fields: {
    indicatorCode: { name: { de: "Kennwert", en: "Indicator" }, filter: "text" },
    areaLevel: { name: { de: "Gebietsebene", en: "Level of the area" }, filter: "text" },
    areaNumber: { name: { de: "Gebietsnummer", en: "Number of the area" }, filter: "text" },
    period: { name: { de: "Zeitraum", en: "Period" }, filter: "text" },
    text: { name: { de: "Deutung", en: "Interpretation" } },
    authorOffice: { name: { de: "Verfasst von (Stelle)", en: "Author's office" }, visibility: "INTERNAL" },
    date: { name: { de: "Datum", en: "Date" }, filter: "text" },
    replaces: { name: { de: "ersetzt", en: "Replaces" }, filter: "text", visibility: "INTERNAL" },
    signedBy: { name: { de: "Unterzeichnet von", en: "Signed by" } },
    signedOn: { name: { de: "Unterzeichnet am", en: "Signed on" }, filter: "text" },
    version: { name: { de: "Fassung", en: "Version" }, filter: "number" },
  },
  lifecycle: {
    initial: "ENTWURF",
    states: {
      ENTWURF: {
        name: { de: "Entwurf", en: "draft" },
        next: ["UNTERZEICHNET"],
        waitsFor: "department",
      },
      UNTERZEICHNET: {
        name: { de: "unterzeichnet", en: "signed" },
        next: ["ERSETZT"],
        isDecided: true,
      },
      ERSETZT: { name: { de: "ersetzt", en: "replaced" }, next: [] },
    },
  },
  signature: {
    signed: "UNTERZEICHNET",
    replaced: "ERSETZT",
    predecessor: "replaces",
    about: ["indicatorCode", "areaLevel", "areaNumber"],
    fields: { office: "signedBy", date: "signedOn", version: "version" },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "own" },
    SECRETARIAT: { create: true, edit: "all" },
  },
  isMapped: false,
  geometry: { kinds: ["Point"], optional: true },
  areasOf: {
    field: "areaNumber",
    read: (p) => {
      const { areaLevel, areaNumber } = p as Interpretation;
      return areaLevel && areaNumber ? [{ level: areaLevel, number: areaNumber }] : "city";
    },
  },
  references: { replaces: ["interpretations"] },
  title: (p) => `Deutung von ${String(p.indicatorCode ?? "")} ${String(p.areaNumber ?? "")}`.trim(),
  mapFields: [],
});
