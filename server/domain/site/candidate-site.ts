import { z } from "zod";
import { facilityFamilies } from "../facility/facility-families.ts";
import { facilityTypes } from "../facility/facility-types.ts";
import { defineRecordType } from "../record/record-type.ts";
import { constraintSchema, plannedUseSchema, supplyLayers } from "./site-fields.ts";

export const candidateSiteSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  uses: z.array(plannedUseSchema).min(1).max(20),
  siteAreaM2: z.number().nonnegative().optional(),
  gfM2: z.number().nonnegative().optional(),
  constraints: z.array(constraintSchema).max(20).default([]),
  openingYear: z.number().int().min(2000).max(2100).optional(),
  note: z.string().max(10_000).optional(),
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
    name: { name: { de: "Name", en: "Name" }, filter: "text" },
    uses: { name: { de: "Nutzungen", en: "Uses" } },
    siteAreaM2: { name: { de: "Grundstück", en: "Site area" }, unit: "m²" },
    gfM2: { name: { de: "Geschossfläche", en: "Gross floor area" }, unit: "m²" },
    constraints: { name: { de: "Hindernisse", en: "Constraints" }, visibility: "INTERNAL" },
    openingYear: { name: { de: "Eröffnung", en: "Opening" }, filter: "number" },
    note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
    plannedSiteId: { name: { de: "Geplanter Standort", en: "Planned site" } },
  },
  lifecycle: {
    initial: "SKIZZE",
    states: {
      SKIZZE: { name: { de: "Skizze", en: "sketch" }, next: ["VORGEPRUEFT", "VERWORFEN"] },
      VORGEPRUEFT: {
        name: { de: "vorgeprüft", en: "pre-checked" },
        next: ["AGSP_ABGESTIMMT", "SKIZZE", "VERWORFEN"],
      },
      AGSP_ABGESTIMMT: {
        name: { de: "in der AGSP abgestimmt", en: "agreed in the AGSP" },
        next: ["PLANNED", "VERWORFEN"],
      },
      PLANNED: { name: { de: "übernommen", en: "taken over" }, next: [] },
      VERWORFEN: { name: { de: "verworfen", en: "dropped" }, next: ["SKIZZE"] },
    },
  },
  defaultVisibility: "RESTRICTED",
  rights: { PLANNER: { create: true, edit: "own" }, SECRETARIAT: { create: true, edit: "all" } },
  geometry: { kinds: ["Point", "Polygon", "MultiPolygon"] },
  title: (p) => String(p.name ?? ""),
  mapFields: [],
  derivedFields: {
    layer: { name: { de: "Angebotsebene", en: "Supply layer" }, filter: "text", values: supplyLayers },
    family: { name: { de: "Bereich", en: "Family" }, filter: "text", values: facilityFamilies },
  },
  derived: (record) => {
    const use = (record.properties as CandidateSite).uses?.[0];
    return {
      layer: "IDEE",
      ...(use ? { use: use.facilityType, family: facilityTypes[use.facilityType].family } : {}),
    };
  },
});
