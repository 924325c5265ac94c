import { z } from "zod";
import { facilityFamilies } from "../facility/facility-families.ts";
import { facilityTypes } from "../facility/facility-types.ts";
import { defineRecordType } from "../record/record-type.ts";
import { constraintSchema, plannedUseSchema, supplyLayerOfPlannedSite, supplyLayers } from "./site-fields.ts";

export const securingTypes = {
  EIGENTUM: { de: "Eigentum", en: "ownership" },
  FESTSETZUNG: { de: "Festsetzung", en: "designation in a plan" },
  VERTRAG: { de: "Vertrag", en: "contract" },
  DIENSTBARKEIT: { de: "Dienstbarkeit", en: "easement" },
  MIETVERTRAG: { de: "Mietvertrag", en: "lease" },
} as const;

export const plannedSiteSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  uses: z.array(plannedUseSchema).min(1).max(20),
  siteAreaM2: z.number().nonnegative().optional(),
  gfM2: z.number().nonnegative().optional(),
  constraints: z.array(constraintSchema).max(20).default([]),
  openingYear: z.number().int().min(2000).max(2100).optional(),
  securingType: z.enum(Object.keys(securingTypes) as [keyof typeof securingTypes]).optional(),
  budgetReference: z.string().max(200).optional(),
  councilPaper: z.string().max(100).optional(),
  note: z.string().max(10_000).optional(),
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
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    uses: { name: { de: "Nutzungen", en: "Uses" } },
    siteAreaM2: { name: { de: "Grundstück", en: "Site area" }, unit: "m²" },
    gfM2: { name: { de: "Geschossfläche", en: "Gross floor area" }, unit: "m²" },
    constraints: { name: { de: "Hindernisse", en: "Constraints" }, visibility: "INTERNAL" },
    openingYear: { name: { de: "Eröffnung", en: "Opening" }, filter: "number" },
    securingType: {
      name: { de: "Flächensicherung", en: "Site securing" },
      filter: "text",
      values: securingTypes,
    },
    budgetReference: { name: { de: "Haushaltsbezug", en: "Budget reference" }, visibility: "INTERNAL" },
    councilPaper: { name: { de: "GRDrs", en: "Council paper" } },
    note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
  },
  lifecycle: {
    initial: "FLAECHE_GESUCHT",
    states: {
      FLAECHE_GESUCHT: {
        name: { de: "Fläche gesucht", en: "looking for land" },
        next: ["FLAECHE_GESICHERT"],
      },
      FLAECHE_GESICHERT: {
        name: { de: "Fläche gesichert", en: "land secured" },
        next: ["PLANUNGSRECHT", "FLAECHE_GESUCHT"],
        requires: needsSecuring,
      },
      PLANUNGSRECHT: {
        name: { de: "Planungsrecht", en: "planning law in place" },
        next: ["FINANZIERT"],
        requires: needsSecuring,
      },
      FINANZIERT: { name: { de: "finanziert", en: "funded" }, next: ["IM_BAU"], requires: needsBudget },
      IM_BAU: {
        name: { de: "im Bau", en: "under construction" },
        next: ["IN_BETRIEB"],
        requires: needsBudget,
      },
      IN_BETRIEB: { name: { de: "in Betrieb", en: "open" }, next: [], requires: needsBudget },
    },
  },
  defaultVisibility: "INTERNAL",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"], optional: true },
  title: (p) => String(p.name ?? ""),
  mapFields: [],
  derivedFields: {
    layer: { name: { de: "Angebotsebene", en: "Supply layer" }, filter: "text", values: supplyLayers },
    family: { name: { de: "Bereich", en: "Family" }, filter: "text", values: facilityFamilies },
  },
  derived: (record) => {
    const use = (record.properties as PlannedSite).uses?.[0];
    return {
      layer: supplyLayerOfPlannedSite(record.state),
      ...(use ? { use: use.facilityType, family: facilityTypes[use.facilityType].family } : {}),
    };
  },
});
