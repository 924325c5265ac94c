import { z } from "zod";
import { targetGroups } from "../facility/target-groups.ts";
import { defineRecordType } from "../record/record-type.ts";

export const quarterProjectKinds = {
  COMPREHENSIVE: { de: "umfassend", en: "comprehensive" },
  FOCUSED: { de: "fokussiert", en: "focused" },
} as const;

export const fundDecisions = {
  GEPRUEFT_JA: { de: "geprüft: ja", en: "checked: yes" },
  GEPRUEFT_NEIN: { de: "geprüft: nein", en: "checked: no" },
  OFFEN: { de: "offen", en: "open" },
} as const;

export const goalStates = {
  OPEN: { de: "offen", en: "open" },
  REACHED: { de: "erreicht", en: "reached" },
  PARTLY: { de: "teilweise erreicht", en: "partly reached" },
  DROPPED: { de: "aufgegeben", en: "dropped" },
} as const;

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const quarterProjectSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  kind: z.enum(Object.keys(quarterProjectKinds) as [keyof typeof quarterProjectKinds]),
  isIntegrated: z.boolean().default(false),
  leadDepartment: z.string().max(20).optional(),
  provider: z.string().max(200).optional(),
  themes: z.array(z.string().max(100)).max(20).default([]),
  /** Empty means all groups. */
  targetGroups: z
    .array(z.enum(Object.keys(targetGroups) as [keyof typeof targetGroups]))
    .max(20)
    .default([]),
  start: z.iso.date().optional(),
  plannedEnd: z.iso.date().optional(),
  partOfId: z.string().max(60).optional(),
  coordination: z
    .strictObject({
      office: z.string().max(200),
      /** Longitude, latitude. */
      position: position.optional(),
      openWeekdays: z.number().int().min(0).max(7).optional(),
      fte: z.number().nonnegative().optional(),
    })
    .optional(),
  fund: z
    .strictObject({
      decision: z.enum(Object.keys(fundDecisions) as [keyof typeof fundDecisions]),
      annualAmountEur: z.number().nonnegative().optional(),
    })
    .optional(),
  steeringGroup: z.array(z.string().max(200)).max(30).default([]),
  goals: z
    .array(
      z.strictObject({
        text: z.string().min(1).max(1000),
        measurableBy: z.string().max(500).optional(),
        dueDate: z.iso.date().optional(),
        status: z.enum(Object.keys(goalStates) as [keyof typeof goalStates]).default("OPEN"),
      }),
    )
    .max(30)
    .default([]),
  source: z.string().max(500).optional(),
});

export type QuarterProject = z.infer<typeof quarterProjectSchema>;

/** Quartiersprojekt: comprehensive or focused social quarter development (MODEL §3). */
export const quarterProject = defineRecordType({
  type: "quarter-projects",
  names: {
    singular: { de: "Quartiersprojekt", en: "Quarter project" },
    plural: { de: "Quartiersprojekte", en: "Quarter projects" },
  },
  schema: quarterProjectSchema,
  fields: {
    title: { name: { de: "Titel", en: "Title" }, filter: "text" },
    kind: { name: { de: "Art", en: "Kind" }, filter: "text", values: quarterProjectKinds },
    isIntegrated: { name: { de: "integriert mit Stadterneuerung", en: "integrated with urban renewal" } },
    leadDepartment: { name: { de: "Federführendes Amt", en: "Lead department" }, filter: "text" },
    provider: { name: { de: "Träger", en: "Provider" } },
    themes: { name: { de: "Themen", en: "Themes" } },
    targetGroups: { name: { de: "Zielgruppen", en: "Target groups" }, filter: "list", values: targetGroups },
    start: { name: { de: "Beginn", en: "Start" }, filter: "text" },
    plannedEnd: { name: { de: "geplantes Ende", en: "Planned end" }, filter: "text" },
    partOfId: { name: { de: "Teil von", en: "Part of" }, filter: "text" },
    coordination: {
      name: { de: "Quartierskoordination", en: "Neighbourhood coordination" },
      parts: {
        office: { name: { de: "Büro", en: "office" } },
        position: { name: { de: "Lage des Büros", en: "position of the office" } },
        openWeekdays: { name: { de: "geöffnete Werktage", en: "open weekdays" } },
        fte: { name: { de: "Stellen", en: "full-time equivalents" } },
      },
    },
    fund: {
      name: { de: "Quartiersfonds", en: "Neighbourhood fund" },
      visibility: "INTERNAL",
      parts: {
        decision: { name: { de: "Entscheidung", en: "decision" }, values: fundDecisions },
        annualAmountEur: { name: { de: "Betrag im Jahr", en: "annual amount" }, unit: "EUR" },
      },
    },
    steeringGroup: {
      name: { de: "Projektbegleitgruppe", en: "Project steering group" },
      visibility: "DISTRICT",
    },
    goals: {
      name: { de: "Ziele", en: "Goals" },
      parts: {
        text: { name: { de: "Ziel", en: "goal" } },
        measurableBy: { name: { de: "messbar an", en: "measurable by" } },
        dueDate: { name: { de: "bis", en: "due" } },
        status: { name: { de: "Stand", en: "status" }, values: goalStates },
      },
    },
    source: { name: { de: "Quelle", en: "Source" } },
  },
  references: { partOfId: ["quarter-projects", "renewal-areas"] },
  earlyRelease: {
    de: "Der Antrag ist nicht bewilligt; was darin steht, gehört noch den Antragstellenden.",
    en: "The application is not approved; what it says still belongs to the applicants.",
  },
  lifecycle: {
    initial: "IDEE",
    states: {
      IDEE: { name: { de: "Idee", en: "idea" }, next: ["BERATUNG"] },
      BERATUNG: { name: { de: "Beratung", en: "advice" }, next: ["ANTRAG", "IDEE"], waitsFor: "department" },
      ANTRAG: {
        name: { de: "Antrag", en: "application" },
        next: ["KONZEPTPRUEFUNG"],
        waitsFor: "secretariat",
      },
      KONZEPTPRUEFUNG: {
        name: { de: "Konzeptprüfung", en: "concept check" },
        next: ["NACHBESSERUNG", "BEWILLIGT", "ABGELEHNT"],
        waitsFor: "secretariat",
      },
      NACHBESSERUNG: {
        name: { de: "Nachbesserung", en: "to be improved" },
        next: ["KONZEPTPRUEFUNG"],
        waitsFor: "department",
      },
      BEWILLIGT: {
        name: { de: "bewilligt", en: "approved" },
        next: ["EXPLORATION", "UMSETZUNG"],
        isDecided: true,
      },
      ABGELEHNT: { name: { de: "abgelehnt", en: "declined" }, next: [] },
      EXPLORATION: { name: { de: "Exploration", en: "exploration" }, next: ["UMSETZUNG"], isDecided: true },
      UMSETZUNG: {
        name: { de: "Umsetzung", en: "under way" },
        next: ["ZWISCHENBERICHT", "ABSCHLUSSEVALUATION"],
        isDecided: true,
      },
      ZWISCHENBERICHT: {
        name: { de: "Zwischenbericht", en: "interim report" },
        next: ["UMSETZUNG", "ZWISCHENBERICHT", "ABSCHLUSSEVALUATION"],
        isDecided: true,
      },
      ABSCHLUSSEVALUATION: {
        name: { de: "Abschlussevaluation", en: "final evaluation" },
        next: ["VERSTETIGT", "AUSGELAUFEN", "ANTRAG"],
        isDecided: true,
      },
      VERSTETIGT: { name: { de: "verstetigt", en: "consolidated" }, next: [], isDecided: true },
      AUSGELAUFEN: { name: { de: "ausgelaufen", en: "ended" }, next: [], isDecided: true },
    },
  },
  defaultVisibility: "RESTRICTED",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Polygon", "MultiPolygon"] },
  title: (p) => String(p.title ?? ""),
  titleField: "title",
  placeFields: ["coordination"],
  dueField: "plannedEnd",
  mapFields: ["kind"],
  anchor: (p) => (p as QuarterProject).coordination?.position,
});
