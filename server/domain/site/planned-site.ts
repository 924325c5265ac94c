import { z } from "zod";
import { defineRecordType } from "../record/record-type.ts";
import {
  derivedOfSite,
  siteDerivedFields,
  siteFields,
  siteShape,
  supplyLayerOfPlannedSite,
} from "./site-fields.ts";

export const securingTypes = {
  EIGENTUM: { de: "Eigentum", en: "ownership" },
  FESTSETZUNG: { de: "Festsetzung", en: "designation in a plan" },
  VERTRAG: { de: "Vertrag", en: "contract" },
  DIENSTBARKEIT: { de: "Dienstbarkeit", en: "easement" },
  MIETVERTRAG: { de: "Mietvertrag", en: "lease" },
} as const;

export const plannedSiteSchema = z.strictObject({
  ...siteShape,
  securingType: z.enum(Object.keys(securingTypes) as [keyof typeof securingTypes]).optional(),
  budgetReference: z.string().max(200).optional(),
  councilPaper: z.string().max(100).optional(),
});
export type PlannedSite = z.infer<typeof plannedSiteSchema>;

const needsSecuring = ["securingType"];
const needsBudget = ["securingType", "budgetReference"];

/** Geplanter Standort: a decided location on its way into operation (MODEL §4). */
export const plannedSite = defineRecordType({
  type: "planned-sites",
  names: {
    singular: { de: "Geplanter Standort", en: "Planned site" },
    plural: { de: "Geplante Standorte", en: "Planned sites" },
  },
  schema: plannedSiteSchema,
  fields: {
    ...siteFields,
    securingType: {
      name: { de: "Flächensicherung", en: "Site securing" },
      filter: "text",
      values: securingTypes,
    },
    budgetReference: { name: { de: "Haushaltsbezug", en: "Budget reference" }, visibility: "INTERNAL" },
    councilPaper: { name: { de: "GRDrs", en: "Council paper" } },
  },
  earlyRelease: {
    de: "Über den Standort ist noch nicht öffentlich beschlossen: Er ist noch nicht finanziert.",
    en: "There is no public decision on the site yet: it is not funded.",
  },
  lifecycle: {
    initial: "FLAECHE_GESUCHT",
    states: {
      FLAECHE_GESUCHT: {
        name: { de: "Fläche gesucht", en: "looking for land" },
        next: ["FLAECHE_GESICHERT"],
        waitsFor: "department",
      },
      FLAECHE_GESICHERT: {
        name: { de: "Fläche gesichert", en: "land secured" },
        next: ["PLANUNGSRECHT", "FLAECHE_GESUCHT"],
        requires: needsSecuring,
        waitsFor: "department",
      },
      PLANUNGSRECHT: {
        name: { de: "Planungsrecht", en: "planning law in place" },
        next: ["FINANZIERT"],
        requires: needsSecuring,
        waitsFor: "department",
      },
      FINANZIERT: {
        name: { de: "finanziert", en: "funded" },
        next: ["IM_BAU"],
        requires: needsBudget,
        isDecided: true,
      },
      IM_BAU: {
        name: { de: "im Bau", en: "under construction" },
        next: ["IN_BETRIEB"],
        requires: needsBudget,
        isDecided: true,
      },
      IN_BETRIEB: {
        name: { de: "in Betrieb", en: "open" },
        next: [],
        requires: needsBudget,
        isDecided: true,
      },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"], optional: true },
  title: (p) => String(p.name ?? ""),
  titleField: "name",
  dueField: "openingYear",
  mapFields: [],
  derivedFields: siteDerivedFields,
  derived: ({ state, properties }) => derivedOfSite(supplyLayerOfPlannedSite(state), properties),
});
