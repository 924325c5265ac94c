import { z } from "zod";
import { renewalDepartment } from "../access/departments.ts";
import { defineRecordType } from "../record/record-type.ts";

export const fundingProgrammes = {
  SOCIAL_COHESION: {
    de: "Sozialer Zusammenhalt (früher Soziale Stadt)",
    en: "Social Cohesion (formerly Social City)",
  },
  LIVING_CENTRES: { de: "Lebendige Zentren", en: "Living Centres" },
  GROWTH_RENEWAL: { de: "Wachstum und nachhaltige Erneuerung", en: "Growth and Sustainable Renewal" },
  OTHER: { de: "anderes Programm", en: "other programme" },
} as const;

export const procedures = {
  FULL: { de: "umfassendes Verfahren", en: "full procedure" },
  SIMPLIFIED: { de: "vereinfachtes Verfahren", en: "simplified procedure" },
} as const;

export const renewalAreaSchema = z.strictObject({
  code: z.string().trim().min(1).max(100),
  programmes: z
    .array(
      z.strictObject({
        programme: z.enum(Object.keys(fundingProgrammes) as [keyof typeof fundingProgrammes]),
        admittedYear: z.number().int().min(1970).max(2100).optional(),
        fundingPeriodEnd: z.iso.date().optional(),
        fundingFrameEur: z.number().nonnegative().optional(),
        federalStateShare: z.number().min(0).max(1).optional(),
      }),
    )
    .max(10)
    .default([]),
  procedure: z.enum(Object.keys(procedures) as [keyof typeof procedures]).optional(),
  statute: z
    .strictObject({
      resolvedOn: z.iso.date().optional(),
      inForceSince: z.iso.date().optional(),
      implementationDeadline: z.iso.date().optional(),
      extensions: z.array(z.iso.date()).max(10).default([]),
    })
    .optional(),
  councilPapers: z.array(z.string().max(100)).max(20).default([]),
  goals: z.array(z.string().max(500)).max(30).default([]),
  fromPriorityAreaNumbers: z.array(z.number().int()).max(10).default([]),
  source: z.string().min(1).max(500),
});

export type RenewalArea = z.infer<typeof renewalAreaSchema>;

const ended = ["AUFGEHOBEN", "ABGESCHLOSSEN"];

/** Förmliches Sanierungsgebiet, § 142 BauGB (MODEL §2). Funding period and statute deadline are different dates. */
export const renewalArea = defineRecordType({
  type: "renewal-areas",
  names: {
    singular: { de: "Sanierungsgebiet", en: "Renewal area" },
    plural: { de: "Sanierungsgebiete", en: "Renewal areas" },
  },
  schema: renewalAreaSchema,
  fields: {
    code: { name: { de: "Bezeichnung", en: "Designation" }, filter: "text" },
    programmes: {
      name: { de: "Programme", en: "Programmes" },
      parts: {
        programme: { name: { de: "Programm", en: "programme" }, values: fundingProgrammes },
        admittedYear: { name: { de: "aufgenommen", en: "admitted" } },
        fundingPeriodEnd: { name: { de: "Ende der Förderung", en: "end of funding" } },
        fundingFrameEur: { name: { de: "Förderrahmen", en: "funding frame" }, unit: "EUR" },
        federalStateShare: { name: { de: "Anteil von Bund und Land", en: "federal and state share" } },
      },
    },
    procedure: { name: { de: "Verfahren", en: "Procedure" }, filter: "text", values: procedures },
    statute: {
      name: { de: "Satzung", en: "Statute" },
      parts: {
        resolvedOn: { name: { de: "beschlossen am", en: "resolved on" } },
        inForceSince: { name: { de: "in Kraft seit", en: "in force since" } },
        implementationDeadline: { name: { de: "Frist der Durchführung", en: "implementation deadline" } },
        extensions: { name: { de: "Verlängerungen", en: "extensions" } },
      },
    },
    councilPapers: { name: { de: "GRDrs", en: "Council papers" } },
    goals: { name: { de: "Ziele", en: "Goals" } },
    fromPriorityAreaNumbers: { name: { de: "hervorgegangen aus SVG", en: "grew out of SVG" } },
    source: { name: { de: "Quelle", en: "Source" } },
  },
  earlyRelease: {
    de: "Das Gebiet ist noch nicht förmlich festgelegt. Eine frühe Veröffentlichung kann Bodenpreise treiben.",
    en: "The area is not fixed by statute yet. Publishing it early can drive up land prices.",
  },
  lifecycle: {
    initial: "VU_BEANTRAGT",
    states: {
      VU_BEANTRAGT: {
        name: { de: "VU beantragt", en: "preparatory study asked for" },
        next: ["VU_EINGELEITET"],
        waitsFor: "department",
      },
      VU_EINGELEITET: {
        name: { de: "VU eingeleitet", en: "preparatory study begun" },
        next: ["VU_ABGESCHLOSSEN"],
        waitsFor: "department",
      },
      VU_ABGESCHLOSSEN: {
        name: { de: "VU abgeschlossen", en: "preparatory study done" },
        next: ["FOERMLICH_FESTGELEGT"],
        waitsFor: "department",
      },
      FOERMLICH_FESTGELEGT: {
        name: { de: "förmlich festgelegt", en: "fixed by statute" },
        next: ["IN_DURCHFUEHRUNG"],
        isDecided: true,
      },
      IN_DURCHFUEHRUNG: {
        name: { de: "in Durchführung", en: "being carried out" },
        next: ["VERLAENGERT", ...ended],
        isDecided: true,
      },
      VERLAENGERT: { name: { de: "verlängert", en: "prolonged" }, next: ended, isDecided: true },
      AUFGEHOBEN: { name: { de: "aufgehoben", en: "repealed" }, next: ["VERSTETIGUNG"], isDecided: true },
      ABGESCHLOSSEN: {
        name: { de: "abgeschlossen", en: "completed" },
        next: ["VERSTETIGUNG"],
        isDecided: true,
      },
      VERSTETIGUNG: { name: { de: "Verstetigung", en: "consolidation" }, next: [], isDecided: true },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "all", onlyDepartment: renewalDepartment },
    SECRETARIAT: { create: true, edit: "all" },
  },
  geometry: { kinds: ["Polygon", "MultiPolygon"] },
  title: (p) => String(p.code ?? ""),
  titleField: "code",
  mapFields: [],
  derived: (record) => ({ ended: [...ended, "VERSTETIGUNG"].includes(record.state) }),
});
