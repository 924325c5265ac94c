import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { defineRecordType } from "../record/record-type.ts";

/** The four guiding questions of MODEL §3 (factor 4), and whatever fits none of them. */
export const assessmentTopics = {
  NEEDS: { de: "Bedarfe", en: "Needs" },
  VIEW: { de: "Einschätzung", en: "View of the place" },
  NETWORKS: { de: "Vernetzungsstrukturen", en: "Networks" },
  INFRASTRUCTURE: { de: "Infrastruktur und Nahversorgung", en: "Infrastructure and local supply" },
  FREE: { de: "freies Thema", en: "Free topic" },
} as const;
export type AssessmentTopic = keyof typeof assessmentTopics;

export const assessmentEvidence = {
  BEGEHUNG: { de: "Begehung", en: "site visit" },
  GESPRAECH: { de: "Gespräch", en: "conversation" },
  EINRICHTUNG: { de: "Einrichtung", en: "facility" },
  BESCHWERDE: { de: "Beschwerde", en: "complaint" },
  BEFRAGUNG: { de: "Befragung", en: "survey" },
  SONSTIGES: { de: "Sonstiges", en: "other" },
} as const;

const indicatorCodes = z.array(z.string().min(1).max(100)).max(50).default([]);

export const expertAssessmentSchema = z.strictObject({
  areaLevel: areaLevelSchema,
  areaNumber: z.string().trim().min(1).max(40),
  topic: z.enum(Object.keys(assessmentTopics) as [AssessmentTopic]),
  statement: z.string().trim().min(1).max(10_000),
  /** From −2, much worse than the figures say or should be, to +2. */
  rating: z.number().int().min(-2).max(2).optional(),
  evidence: z.enum(Object.keys(assessmentEvidence) as [keyof typeof assessmentEvidence]),
  confirmsIndicators: indicatorCodes,
  contradictsIndicators: indicatorCodes,
  publicSummary: z.string().trim().max(2000).optional(),
  authorOffice: z.string().trim().min(1).max(200),
  date: z.iso.date(),
});
export type ExpertAssessment = z.infer<typeof expertAssessmentSchema>;

/**
 * Wissen vor Ort: what somebody who knows an area says of it, to be held against its figures (MODEL §7). The public
 * reads a released one as its summary only, so its title says area and topic, never the statement.
 */
export const expertAssessment = defineRecordType({
  type: "expert-assessments",
  names: {
    singular: { de: "Einschätzung vor Ort", en: "Expert assessment" },
    plural: { de: "Wissen vor Ort", en: "Expert assessments" },
  },
  schema: expertAssessmentSchema,
  fields: {
    areaLevel: { name: { de: "Gebietsebene", en: "Level of the area" }, filter: "text" },
    areaNumber: { name: { de: "Gebietsnummer", en: "Number of the area" }, filter: "text" },
    topic: { name: { de: "Thema", en: "Topic" }, filter: "text", values: assessmentTopics },
    statement: { name: { de: "Aussage", en: "Statement" }, visibility: "DISTRICT" },
    rating: { name: { de: "Bewertung (−2 bis +2)", en: "Rating (−2 to +2)" }, visibility: "DISTRICT" },
    evidence: {
      name: { de: "Grundlage", en: "Evidence" },
      visibility: "DISTRICT",
      values: assessmentEvidence,
    },
    confirmsIndicators: {
      name: { de: "bestätigt Indikatoren", en: "Confirms indicators" },
      visibility: "DISTRICT",
    },
    contradictsIndicators: {
      name: { de: "widerspricht Indikatoren", en: "Contradicts indicators" },
      visibility: "DISTRICT",
    },
    publicSummary: { name: { de: "Zusammenfassung für die Öffentlichkeit", en: "Public summary" } },
    authorOffice: { name: { de: "Verfasst von (Stelle)", en: "Author's office" }, visibility: "DISTRICT" },
    date: { name: { de: "Datum", en: "Date" }, filter: "text" },
  },
  earlyRelease: {
    de: "Eine Zusammenfassung für die Öffentlichkeit ist noch nicht abgestimmt.",
    en: "No summary for the public has been agreed yet.",
  },
  lifecycle: {
    initial: "ERFASST",
    states: {
      ERFASST: { name: { de: "erfasst", en: "recorded" }, next: ["ZUSAMMENGEFASST", "UEBERHOLT"] },
      ZUSAMMENGEFASST: {
        name: { de: "zusammengefasst", en: "summarised" },
        next: ["ERFASST", "UEBERHOLT"],
        requires: ["publicSummary"],
        isDecided: true,
      },
      UEBERHOLT: { name: { de: "überholt", en: "outdated" }, next: [] },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    DISTRICT_HEAD: { create: true, edit: "own", withinDistricts: true },
    PLANNER: { create: true, edit: "own" },
    SECRETARIAT: { create: true, edit: "all" },
  },
  ownOffice: { author: "authorOffice" },
  isMapped: false,
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"], optional: true },
  areasOf: {
    field: "areaNumber",
    read: (p) => {
      const { areaLevel, areaNumber } = p as ExpertAssessment;
      return [{ level: areaLevel, number: areaNumber }];
    },
  },
  title: (p) => {
    const topic = assessmentTopics[p.topic as AssessmentTopic]?.de ?? "";
    return `Wissen vor Ort ${String(p.areaNumber ?? "")}: ${topic}`;
  },
  mapFields: [],
});
