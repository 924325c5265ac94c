import { z } from "zod";
import { facilityFamilies } from "../facility/facility-families.ts";
import { capacityUnits, facilityTypeCodes, facilityTypes } from "../facility/facility-types.ts";
import type { Properties } from "../record/record.ts";
import type { FieldDeclaration } from "../record/record-type.ts";
import { namesOf } from "../text/text.ts";
import { constraintNames, ratingNames } from "./constraint-names.ts";

/** What a site is to be used for and with how many places. */
export const plannedUseSchema = z.strictObject({
  facilityType: z.enum(facilityTypeCodes),
  unit: z.enum(Object.keys(capacityUnits) as [keyof typeof capacityUnits]),
  category: z.string().max(40).default(""),
  amount: z.number().nonnegative(),
});

/** Things that may stand against a site. A constraint without data reads "nicht geprüft" (METHODS §8.1). */
export const constraintSchema = z.strictObject({
  kind: z.enum([
    "OWNERSHIP",
    "PLAN_LAW",
    "NOISE",
    "SLOPE",
    "CONTAMINATION",
    "FLOOD",
    "NATURE",
    "HERITAGE",
    "ACCESS",
  ]),
  rating: z.enum(["NOT_CHECKED", "NONE", "MINOR", "MAJOR", "EXCLUDING"]),
  text: z.string().max(1000).default(""),
});

/** Supply layers (Bestand, beschlossen, geplant, Idee): may be stacked, never added silently (MODEL §4). */
export const supplyLayers = {
  BESTAND: { de: "Bestand", en: "existing" },
  BESCHLOSSEN: { de: "beschlossen", en: "decided" },
  GEPLANT: { de: "geplant", en: "planned" },
  IDEE: { de: "Idee", en: "idea" },
} as const;
export type SupplyLayer = keyof typeof supplyLayers;

const stateOrder = [
  "FLAECHE_GESUCHT",
  "FLAECHE_GESICHERT",
  "PLANUNGSRECHT",
  "FINANZIERT",
  "IM_BAU",
  "IN_BETRIEB",
];

/** Supply layer of a planned site by its state: decided from FINANZIERT on, planned from FLAECHE_GESICHERT on. */
export function supplyLayerOfPlannedSite(state: string): SupplyLayer {
  const step = stateOrder.indexOf(state);
  if (step >= stateOrder.indexOf("IN_BETRIEB")) return "BESTAND";
  if (step >= stateOrder.indexOf("FINANZIERT")) return "BESCHLOSSEN";
  if (step >= stateOrder.indexOf("FLAECHE_GESICHERT")) return "GEPLANT";
  return "IDEE";
}

/** What sketched and planned sites have in common (MODEL §4). */
export const siteShape = {
  name: z.string().trim().min(1).max(200),
  uses: z.array(plannedUseSchema).min(1).max(20),
  siteAreaM2: z.number().nonnegative().optional(),
  gfM2: z.number().nonnegative().optional(),
  constraints: z.array(constraintSchema).max(20).default([]),
  openingYear: z.number().int().min(2000).max(2100).optional(),
  note: z.string().max(10_000).optional(),
};

export const siteFields: Readonly<Record<keyof typeof siteShape, FieldDeclaration>> = {
  name: { name: { de: "Name", en: "Name" }, filter: "text" },
  uses: {
    name: { de: "Nutzungen", en: "Uses" },
    parts: {
      facilityType: { name: { de: "Art", en: "type" }, values: namesOf(facilityTypes) },
      unit: { name: { de: "Einheit", en: "unit" }, values: capacityUnits },
      category: { name: { de: "Angebot", en: "category" } },
      amount: { name: { de: "Anzahl", en: "amount" } },
    },
  },
  siteAreaM2: { name: { de: "Grundstück", en: "Site area" }, unit: "m²" },
  gfM2: { name: { de: "Geschossfläche", en: "Gross floor area" }, unit: "m²" },
  constraints: {
    name: { de: "Hindernisse", en: "Constraints" },
    visibility: "INTERNAL",
    parts: {
      kind: { name: { de: "Art", en: "kind" }, values: constraintNames },
      rating: { name: { de: "Bewertung", en: "rating" }, values: ratingNames },
      text: { name: { de: "Beschreibung", en: "description" } },
    },
  },
  openingYear: { name: { de: "Eröffnung", en: "Opening" }, filter: "number" },
  note: { name: { de: "Anmerkung", en: "Note" }, visibility: "INTERNAL" },
};

export const siteDerivedFields: Readonly<Record<string, FieldDeclaration>> = {
  layer: { name: { de: "Angebotsebene", en: "Supply layer" }, filter: "text", values: supplyLayers },
  family: { name: { de: "Bereich", en: "Family" }, filter: "text", values: facilityFamilies },
};

/** Supply layer, and main use with its family: what the map draws a site by. */
export function derivedOfSite(layer: SupplyLayer, properties: Properties): Record<string, string> {
  const [use] = (properties.uses ?? []) as z.infer<typeof plannedUseSchema>[];
  return { layer, ...(use ? { use: use.facilityType, family: facilityTypes[use.facilityType].family } : {}) };
}
