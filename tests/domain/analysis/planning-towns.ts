import fc from "fast-check";
import type { PlanningData } from "#domain/analysis/planning-model.ts";
import { type Question, questionSchema } from "#domain/analysis/question.ts";
import { makePopulationGrid } from "#domain/demand/make-population-grid.ts";
import type { ParameterSet } from "#domain/parameter-set/parameter-set.ts";
import type { Standard } from "#domain/parameter-set/standard.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import { aSite } from "../../lib/sketched-site.ts";
import { adult, anyPlace, anyTown, type Metres, placeAt } from "../network/towns.ts";

export const dayCare: Standard = {
  kind: "KITA",
  name: { de: "Kita", en: "Day care" },
  facilityTypes: ["KITA_U3", "KITA_UE3", "KITA_MIX"],
  targetGroup: { de: "Kinder unter 6", en: "Children under 6" },
  ages: { from: 0, to: 6 },
  profile: "ADULT",
  maxWayM: 300,
  unit: "PLATZ",
  capacityPerPerson: 0.7,
  sensibleUnit: 10,
  outdoorM2PerUnit: 10,
  sizes: [],
  source: "Test",
  sourceStatus: "DEMO",
};

export const youthClub: Standard = {
  ...dayCare,
  kind: "JUGENDTREFF",
  facilityTypes: ["JUGENDTREFF"],
  ages: { from: 6, to: 18 },
  unit: "M2",
  outdoorM2PerUnit: null,
};

export const parameterSet: ParameterSet & { id: string } = {
  id: "set-1",
  name: "Test",
  validFrom: "2024-01-01",
  source: "Test",
  standards: [dayCare, youthClub],
  profiles: [adult],
  combinations: [
    {
      kinds: ["KITA", "JUGENDTREFF"],
      sharedM2: 120,
      conflict: { de: "Lärm am Abend", en: "Noise at night" },
    },
  ],
  rules: { gapShareOfTarget: 0.8, duplicateOverlap: 0.6, duplicateUtilisation: 0.7, synergyWayM: 400 },
};

/** A day care of 40 places in the present; whatever differs is said. */
export function supplyPoint(id: string, place: Metres, other: Partial<SupplyPoint> = {}): SupplyPoint {
  return {
    id,
    origin: "facilities",
    name: `Kita ${id}`,
    ...placeAt(...place),
    layer: "BESTAND",
    facilityTypes: ["KITA_MIX"],
    capacity: [places(40)],
    provider: null,
    openingHours: null,
    openingYear: null,
    condition: null,
    sharedUse: [],
    outdoorM2: null,
    areas: {},
    ...other,
  };
}

export function places(offered: number | null, occupied: number | null = null) {
  return {
    unit: "PLATZ" as const,
    category: "",
    licensed: offered,
    offered,
    occupied,
    referenceDate: "2024-03-01",
  };
}

export function sketchedSite(id: string, place: Metres, other: Partial<SketchedSite> = {}): SketchedSite {
  const { longitude, latitude } = placeAt(...place);
  return aSite({
    ...{ id, name: "Skizze A", position: [longitude, latitude] },
    uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: 60 }],
    ...other,
  });
}

export const ask = (other: Partial<Question> = {}): Question => ({
  ...questionSchema.parse({ kind: "KITA", layers: ["BESTAND"] }),
  ...other,
});

/** People of one point: under 6 in two age groups, and the rest. */
export interface Home {
  place: Metres;
  children: [under3: number, from3to6: number];
  others: number;
  area: number;
}

export function gridOf(homes: readonly Home[], areaNumbers: readonly string[]) {
  return makePopulationGrid({
    cellSizeM: null,
    ageGroups: [
      { code: "0-2", from: 0, to: 3 },
      { code: "3-5", from: 3, to: 6 },
      { code: "6+", from: 6, to: null },
    ],
    levels: [{ level: "subdistrict", boundaryVersion: "2024", numbers: areaNumbers }],
    places: homes.map(({ place, children: [under3, from3to6], others, area }) => ({
      position: placeAt(...place),
      residents: under3 + from3to6 + others,
      counts: [under3, from3to6, others],
      areas: [area],
    })),
    protection: { kind: "INVENTED" },
  });
}

export const planningData = (
  other: Pick<PlanningData, "grid" | "supply"> & Partial<PlanningData>,
): PlanningData => ({
  scenario: { id: "bestand", name: "Bestand" },
  network: null,
  parameterSet,
  dates: { grid: { source: "Test", referenceDate: "2024-12-31" }, network: null },
  ...other,
});

const anyHome = fc.record({
  place: anyPlace,
  children: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
  others: fc.integer({ min: 0, max: 200 }),
  area: fc.integer({ min: -1, max: 2 }),
});

/** A town of streets or without, with homes in three areas and a few day cares. */
export const anyPlanningTown: fc.Arbitrary<PlanningData> = fc
  .record({
    network: fc.option(anyTown, { freq: 4 }),
    homes: fc.array(anyHome, { minLength: 1, maxLength: 40 }),
    dayCares: fc.array(fc.tuple(anyPlace, fc.integer({ min: 1, max: 90 })), { maxLength: 6 }),
  })
  .map(({ network, homes, dayCares }) =>
    planningData({
      network,
      grid: gridOf(homes, ["101", "102", "103"]),
      supply: dayCares.map(([place, amount], index) =>
        supplyPoint(`k${index}`, place, { capacity: [places(amount)] }),
      ),
    }),
  );
