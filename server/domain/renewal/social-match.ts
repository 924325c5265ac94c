import { z } from "zod";
import { renewalDepartment } from "../access/departments.ts";
import { areaLevelSchema } from "../area/area.ts";
import { defineRecordType } from "../record/record-type.ts";

export const matchRecommendations = {
  INTEGRIERT: { de: "integriert (Stadterneuerung und Soziales)", en: "integrated (renewal and social)" },
  NUR_SOZIAL: { de: "nur sozial", en: "social only" },
  NUR_STAEDTEBAULICH: { de: "nur städtebaulich", en: "urban only" },
  BEOBACHTEN: { de: "beobachten", en: "keep watching" },
  KEIN_HANDLUNGSBEDARF: { de: "kein Handlungsbedarf", en: "no need for action" },
} as const;
export type MatchRecommendation = keyof typeof matchRecommendations;

const officeAssessment = z.strictObject({
  text: z.string().trim().min(1).max(5000),
  office: z.string().trim().min(1).max(200),
  date: z.iso.date(),
});
export type OfficeAssessment = z.infer<typeof officeAssessment>;

export const socialMatchSchema = z
  .strictObject({
    /** Left out only where the SVG was withdrawn from readers who still read the match. */
    priorityAreaId: z.string().min(1).max(60).optional(),
    areaLevel: areaLevelSchema,
    areaNumber: z.string().trim().min(1).max(40),
    urbanAssessment: officeAssessment.optional(),
    socialAssessment: officeAssessment.optional(),
    recommendation: z.enum(Object.keys(matchRecommendations) as [MatchRecommendation]).optional(),
    reason: z.string().trim().max(5000).optional(),
    /** In which meeting it was agreed. */
    meeting: z.string().trim().max(200).optional(),
  })
  .refine((match) => match.recommendation === undefined || isAssessedTwice(match), {
    path: ["recommendation"],
    message: "Eine gemeinsame Empfehlung gibt es erst, wenn beide Bewertungen vorliegen.",
  });
export type SocialMatch = z.infer<typeof socialMatchSchema>;

/** Whether both departments have assessed, which a joint recommendation needs. */
export function isAssessedTwice(
  match: Partial<Record<"urbanAssessment" | "socialAssessment", unknown>>,
): boolean {
  return match.urbanAssessment !== undefined && match.socialAssessment !== undefined;
}

const assessmentParts = {
  text: { name: { de: "Bewertung", en: "assessment" } },
  office: { name: { de: "Stelle", en: "office" } },
  date: { name: { de: "Datum", en: "date" } },
};

/**
 * Abgleich of an SVG with a social area (MODEL §2): the urban and the social side assess separately, each in its own
 * field and by its own people; the joint recommendation is a third one.
 */
export const socialMatch = defineRecordType({
  type: "social-matches",
  names: {
    singular: { de: "Abgleich SVG und Sozialraum", en: "Social match" },
    plural: { de: "Abgleiche SVG und Sozialraum", en: "Social matches" },
  },
  schema: socialMatchSchema,
  fields: {
    priorityAreaId: { name: { de: "SVG", en: "Renewal priority area" }, filter: "text" },
    areaLevel: { name: { de: "Gebietsebene", en: "Level of the area" }, filter: "text" },
    areaNumber: { name: { de: "Gebietsnummer", en: "Number of the area" }, filter: "text" },
    urbanAssessment: {
      name: { de: "Städtebauliche Bewertung", en: "Urban assessment" },
      visibility: "INTERNAL",
      parts: assessmentParts,
    },
    socialAssessment: {
      name: { de: "Soziale Bewertung", en: "Social assessment" },
      visibility: "INTERNAL",
      parts: assessmentParts,
    },
    recommendation: {
      name: { de: "Gemeinsame Empfehlung", en: "Joint recommendation" },
      filter: "text",
      values: matchRecommendations,
    },
    reason: { name: { de: "Begründung", en: "Reason" }, visibility: "DISTRICT" },
    meeting: { name: { de: "Abgestimmt in", en: "Agreed in" } },
  },
  references: { priorityAreaId: ["renewal-priority-areas"] },
  fieldWriters: {
    urbanAssessment: { onlyDepartment: renewalDepartment },
    socialAssessment: { notDepartment: renewalDepartment },
  },
  ownOffice: { parts: ["urbanAssessment", "socialAssessment"] },
  unique: {
    fields: ["priorityAreaId", "areaLevel", "areaNumber"],
    freeIn: ["UEBERHOLT"],
    sentence: () => "Für diese SVG und dieses Gebiet gibt es schon einen Abgleich. Bitte ergänzen Sie ihn.",
  },
  earlyRelease: {
    de: "Der Abgleich ist noch nicht abgestimmt. Eine frühe Veröffentlichung kann Bodenpreise treiben.",
    en: "The match is not agreed yet. Publishing it early can drive up land prices.",
  },
  lifecycle: {
    initial: "IN_BEWERTUNG",
    states: {
      IN_BEWERTUNG: {
        name: { de: "in Bewertung", en: "being assessed" },
        next: ["ABGESTIMMT", "UEBERHOLT"],
        requires: ["priorityAreaId"],
        waitsFor: "department",
      },
      ABGESTIMMT: {
        name: { de: "abgestimmt", en: "agreed" },
        next: ["IN_BEWERTUNG", "UEBERHOLT"],
        requires: [
          ...["priorityAreaId", "urbanAssessment", "socialAssessment", "recommendation", "reason", "meeting"],
        ],
        isDecided: true,
        isFixed: true,
      },
      UEBERHOLT: { name: { de: "überholt", en: "outdated" }, next: [] },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "all" },
    SECRETARIAT: { create: true, edit: "all" },
  },
  isMapped: false,
  geometry: { kinds: ["Polygon", "MultiPolygon"], optional: true },
  areasOf: {
    field: "areaNumber",
    read: (p) => {
      const { areaLevel, areaNumber } = p as SocialMatch;
      return [{ level: areaLevel, number: areaNumber }];
    },
  },
  title: (p) => `Abgleich SVG und Sozialraum ${String(p.areaNumber ?? "")}`,
  mapFields: [],
});
