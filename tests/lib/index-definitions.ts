import { demoStatusClassification } from "#domain/priority-index/index-classification.ts";
import type { IndexDefinition } from "#domain/priority-index/index-definition.ts";

/** An index of nothing but the test indicator, which is neutral and counts by an invented resolution. */
export const indexOfSealedArea: IndexDefinition = {
  name: "Probeindex",
  version: 1,
  purpose: "Probe",
  levels: ["district"],
  components: [
    {
      indicatorCode: "sealed-area",
      weight: 1,
      direction: "HIGH_IS_BURDEN",
      transform: "Z",
      resolution: "Beschluss der Probe",
    },
  ],
  minResidents: 0,
  winsorize: false,
  standardisation: "UNWEIGHTED",
  classification: demoStatusClassification,
  author: "Sozialamt",
};
