import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import { derivedOfSite, siteDerivedFields, siteFields, siteShape } from "./site-fields.ts";

export const candidateSiteSchema = z.strictObject({
  ...siteShape,
  plannedSiteId: z.string().max(60).optional(),
});
export type CandidateSite = z.infer<typeof candidateSiteSchema>;

/** Skizzierter Standort: an option, visible to its author and the Geschäftsstelle until shared (MODEL §4). */
export const candidateSite = defineRecordType({
  type: "candidate-sites",
  names: {
    singular: { de: "Standortskizze", en: "Candidate site" },
    plural: { de: "Standortskizzen", en: "Candidate sites" },
  },
  schema: candidateSiteSchema,
  fields: {
    ...siteFields,
    plannedSiteId: { name: { de: "Geplanter Standort", en: "Planned site" }, filter: "text" },
  },
  references: { plannedSiteId: ["planned-sites"] },
  earlyRelease: {
    de: "Eine Skizze ist ein Gedanke der Verwaltung, über den niemand beschlossen hat.",
    en: "A sketch is a thought of the administration that nobody has decided on.",
  },
  lifecycle: {
    initial: "SKIZZE",
    states: {
      SKIZZE: { name: { de: "Skizze", en: "sketch" }, next: ["VORGEPRUEFT", "VERWORFEN"] },
      VORGEPRUEFT: {
        name: { de: "vorgeprüft", en: "pre-checked" },
        next: ["AGSP_ABGESTIMMT", "SKIZZE", "VERWORFEN"],
        waitsFor: "secretariat",
      },
      AGSP_ABGESTIMMT: {
        name: { de: "in der AGSP abgestimmt", en: "agreed in the AGSP" },
        next: ["PLANNED", "VERWORFEN"],
        waitsFor: "department",
      },
      PLANNED: { name: { de: "übernommen", en: "taken over" }, next: [] },
      VERWORFEN: { name: { de: "verworfen", en: "dropped" }, next: ["SKIZZE"] },
    },
  },
  defaultVisibility: "RESTRICTED",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"] },
  title: (p) => String(p.name ?? ""),
  titleField: "name",
  dueField: "openingYear",
  mapFields: [],
  derivedFields: siteDerivedFields,
  derived: ({ properties }) => derivedOfSite("IDEE", properties),
});
