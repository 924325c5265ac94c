import { z } from "zod";
import { areaLevelSchema } from "../area/area.ts";
import { defineRecordType } from "../record/record-type.ts";

/** What an area is proposed for. There is no third answer: what is not proposed has none. */
export const areaProposals = {
  UMFASSEND: { de: "umfassende Quartiersentwicklung", en: "comprehensive quarter development" },
  FOKUSSIERT: { de: "fokussiertes Quartiersprojekt", en: "focused quarter project" },
} as const;
export type AreaProposal = keyof typeof areaProposals;

export const areaSelectionDossierSchema = z
  .strictObject({
    areaLevel: areaLevelSchema,
    areaNumber: z.string().trim().min(1).max(40),
    mirrorNote: z.string().trim().max(5000).optional(),
    proposal: z.enum(Object.keys(areaProposals) as [AreaProposal]).optional(),
    reason: z.string().trim().max(5000).optional(),
    meetingResult: z.string().trim().max(2000).optional(),
  })
  .refine(({ proposal, reason }) => proposal === undefined || Boolean(reason), {
    path: ["reason"],
    message: "Ein Vorschlag braucht eine Begründung.",
  });
export type AreaSelectionDossier = z.infer<typeof areaSelectionDossierSchema>;

/** States in which an area stands in the list of proposed ones. */
export const proposedStates: readonly string[] = ["VORGESCHLAGEN", "BESCHLOSSEN"];

/**
 * Gebietsauswahl (MODEL §3): what people write beside the four factors of an area. The factors themselves are read
 * afresh each time and never summed, so none of them is kept here.
 */
export const areaSelectionDossier = defineRecordType({
  type: "area-selection-dossiers",
  names: {
    singular: { de: "Gebietsdossier", en: "Area selection dossier" },
    plural: { de: "Gebietsdossiers", en: "Area selection dossiers" },
  },
  schema: areaSelectionDossierSchema,
  fields: {
    areaLevel: { name: { de: "Gebietsebene", en: "Level of the area" }, filter: "text" },
    areaNumber: { name: { de: "Gebietsnummer", en: "Number of the area" }, filter: "text" },
    mirrorNote: { name: { de: "Spiegelung", en: "Mirror note" }, visibility: "INTERNAL" },
    proposal: { name: { de: "Vorschlag", en: "Proposal" }, filter: "text", values: areaProposals },
    reason: { name: { de: "Begründung", en: "Reason" }, visibility: "INTERNAL" },
    meetingResult: { name: { de: "Ergebnis der Sitzung", en: "Result of the meeting" } },
  },
  earlyRelease: {
    de: "Über das Gebiet ist noch nicht beschlossen.",
    en: "The area has not been decided on yet.",
  },
  lifecycle: {
    initial: "IN_ARBEIT",
    states: {
      IN_ARBEIT: {
        name: { de: "in Arbeit", en: "in progress" },
        next: ["VORGESCHLAGEN", "ZURUECKGESTELLT"],
        waitsFor: "department",
      },
      VORGESCHLAGEN: {
        name: { de: "vorgeschlagen", en: "proposed" },
        next: ["BESCHLOSSEN", "ABGELEHNT", "IN_ARBEIT"],
        requires: ["proposal", "reason"],
        waitsFor: "secretariat",
      },
      BESCHLOSSEN: {
        name: { de: "beschlossen", en: "decided" },
        next: [],
        requires: ["proposal", "reason", "meetingResult"],
        isDecided: true,
        bySecretariatOnly: true,
        isFixed: true,
      },
      ABGELEHNT: {
        name: { de: "abgelehnt", en: "declined" },
        next: ["IN_ARBEIT"],
        requires: ["meetingResult"],
      },
      ZURUECKGESTELLT: { name: { de: "zurückgestellt", en: "put back" }, next: ["IN_ARBEIT"] },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: {
    PLANNER: { create: true, edit: "own" },
    SECRETARIAT: { create: true, edit: "all" },
  },
  isMapped: false,
  geometry: { kinds: ["Polygon", "MultiPolygon"], optional: true },
  areasOf: {
    field: "areaNumber",
    read: (p) => {
      const { areaLevel, areaNumber } = p as AreaSelectionDossier;
      return [{ level: areaLevel, number: areaNumber }];
    },
  },
  title: (p) => `Gebietsdossier ${String(p.areaNumber ?? "")}`,
  mapFields: [],
});
