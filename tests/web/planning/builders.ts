import type { Standard } from "#domain/parameter-set/standard.ts";

export function aStandard(change: Partial<Standard> = {}): Standard {
  return {
    kind: "KITA",
    name: { de: "Kita", en: "Day care" },
    facilityTypes: ["KITA_MIX"],
    targetGroup: { de: "Kinder unter 6", en: "Children under 6" },
    ages: { from: 0, to: 6 },
    profile: "CHILD",
    maxWayM: 500,
    unit: "PLATZ",
    capacityPerPerson: 0.6,
    sensibleUnit: 20,
    outdoorM2PerUnit: 10,
    sizes: [
      {
        name: { de: "Kita 2-gruppig", en: "2 groups" },
        uses: [
          { category: "U3", amount: 10 },
          { category: "Ü3", amount: 20 },
        ],
      },
      {
        name: { de: "Kita 4-gruppig", en: "4 groups" },
        uses: [
          { category: "U3", amount: 20 },
          { category: "Ü3", amount: 40 },
        ],
      },
    ],
    source: "Test",
    sourceStatus: "DEMO",
    ...change,
  };
}
