import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { periodSchema } from "../indicator/observation.ts";
import { defineRecordType } from "../record/record-type.ts";

/** What a person found when looking at a Prüfanlass (METHODS §7). */
export const dispositions = {
  PLAUSIBLE: { de: "plausibel", en: "plausible" },
  DATA_ARTEFACT: { de: "Datenartefakt", en: "data artefact" },
  MEASURE: { de: "Maßnahme", en: "measure" },
} as const;
export type Disposition = keyof typeof dispositions;

export const warningRuleNames = {
  LEVEL: { de: "Niveau", en: "level" },
  CHANGE: { de: "Veränderung", en: "change" },
  DIRECTION: { de: "Richtung", en: "direction" },
} as const;

export const warningGrades = {
  REVIEW: { de: "Prüfanlass", en: "reason to look" },
  URGENT_REVIEW: { de: "dringender Prüfanlass", en: "urgent reason to look" },
} as const;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(table) as [K, ...K[]]);

export const earlyWarningSchema = z.strictObject({
  indicatorCode: z.string().trim().min(1).max(100),
  areaLevel: areaLevelSchema,
  areaNumber: z.string().trim().min(1).max(40),
  /** The figures looked at: newer ones speak again. */
  period: periodSchema,
  grade: keysOf(warningGrades),
  rules: z.array(keysOf(warningRuleNames)).min(2).max(3),
  disposition: keysOf(dispositions),
  reason: z.string().trim().min(1).max(5000),
  authorOffice: z.string().trim().min(1).max(200),
  date: z.iso.date(),
});
export type EarlyWarning = z.infer<typeof earlyWarningSchema>;

/**
 * A Prüfanlass somebody looked at: silent for the period it speaks of, until new figures come or it is reopened. Signals
 * nobody has looked at are computed and kept nowhere.
 */
export const earlyWarning = defineRecordType({
  type: "early-warnings",
  names: {
    singular: { de: "Geprüfter Prüfanlass", en: "Examined early warning" },
    plural: { de: "Geprüfte Prüfanlässe", en: "Examined early warnings" },
  },
  schema: earlyWarningSchema,
  fields: {
    indicatorCode: { name: { de: "Kennwert", en: "Indicator" }, filter: "text" },
    areaLevel: { name: { de: "Gebietsebene", en: "Level of the area" }, filter: "text" },
    areaNumber: { name: { de: "Gebietsnummer", en: "Number of the area" }, filter: "text" },
    period: { name: { de: "Zeitraum", en: "Period" }, filter: "text" },
    grade: { name: { de: "Stufe", en: "Grade" }, filter: "text", values: warningGrades },
    rules: { name: { de: "Regeln", en: "Rules" }, visibility: "INTERNAL", values: warningRuleNames },
    disposition: { name: { de: "Ergebnis", en: "Disposition" }, filter: "text", values: dispositions },
    reason: { name: { de: "Begründung", en: "Reason" }, visibility: "INTERNAL" },
    authorOffice: { name: { de: "Geprüft von (Stelle)", en: "Examined by" }, visibility: "INTERNAL" },
    date: { name: { de: "Datum", en: "Date" }, filter: "text" },
  },
  earlyRelease: {
    de: "Ein Prüfanlass ist eine Frage an die Fachleute und keine Feststellung.",
    en: "An early warning is a question to those who know, not a finding.",
  },
  lifecycle: {
    initial: "GEPRUEFT",
    states: {
      GEPRUEFT: { name: { de: "geprüft", en: "examined" }, next: ["WIEDER_OFFEN"] },
      WIEDER_OFFEN: { name: { de: "wieder offen", en: "reopened" }, next: ["GEPRUEFT"] },
    },
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
      const { areaLevel, areaNumber } = p as EarlyWarning;
      return [{ level: areaLevel, number: areaNumber }];
    },
  },
  title: (p) => `Prüfanlass ${String(p.indicatorCode ?? "")} ${String(p.areaNumber ?? "")}`.trim(),
  mapFields: [],
});
