import {
  demoDynamicsClassification,
  demoStatusClassification,
} from "#domain/priority-index/index-classification.ts";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";
import type { DemoRecord } from "../types.ts";
import { inventedSource } from "./setting.ts";

/** A definition to try things out with: few documented components, none that describes who people are. */
const demoIndex: IndexDefinition = {
  name: "Demo-Index soziale Lage (Gewichte erfunden)",
  version: 1,
  purpose: "Zum Ausprobieren: wie Gebiete nach fünf Merkmalen zueinander stehen",
  levels: ["district", "subdistrict"],
  components: [
    { indicatorCode: "unemployment", weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" },
    { indicatorCode: "basic-income-support", weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" },
    {
      indicatorCode: "children-under-15-basic-security",
      weight: 1,
      direction: "HIGH_IS_BURDEN",
      transform: "Z",
    },
    { indicatorCode: "basic-security-in-old-age", weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" },
    {
      indicatorCode: "school-entry-language-support",
      weight: 1,
      direction: "HIGH_IS_BURDEN",
      transform: "Z",
    },
  ],
  minResidents: 300,
  winsorize: false,
  standardisation: "UNWEIGHTED",
  classification: demoStatusClassification,
  // The law of 2023 is a break: over more years two of five components could not be compared.
  dynamics: { years: 1, classification: demoDynamicsClassification },
  author: "Geschäftsstelle",
  note: `${inventedSource}; Auswahl, Gewichte und Klassengrenzen mit niemandem abgestimmt.`,
};

/** One draft nobody agreed. */
export function makeIndexDefinitions(): DemoRecord[] {
  return [
    {
      type: "index-definitions",
      state: "ENTWURF",
      visibility: "INTERNAL",
      owner: "demo:SECRETARIAT",
      participants: [],
      department: null,
      districts: [],
      geometry: null,
      properties: demoIndex,
    },
  ];
}
