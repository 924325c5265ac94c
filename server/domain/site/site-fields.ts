import { z } from "zod";
import { capacityUnits, facilityTypeCodes } from "../facility/facility-types.ts";

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
