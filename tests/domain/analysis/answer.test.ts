import { describe, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import {
  type PlanningData,
  UnanswerableQuestionError,
  UnknownKindError,
} from "#domain/analysis/planning-model.ts";
import { type Metres, town } from "../network/towns.ts";
import {
  ask,
  dayCare,
  gridOf,
  parameterSet,
  places,
  planningData,
  sketchedSite,
  supplyPoint,
} from "./planning-towns.ts";

const street = town([{ points: [[0, 0] as Metres, [1000, 0] as Metres] }]);
const grid = gridOf(
  [
    { place: [100, 0], children: [10, 20], others: 100, area: 0 },
    { place: [800, 0], children: [4, 6], others: 50, area: 1 },
  ],
  ["101", "102"],
);
const supply = [
  supplyPoint("a", [0, 0], { areas: { subdistrict: "101" } }),
  supplyPoint("b", [50, 0], { capacity: [{ ...places(null), referenceDate: "2023-03-01" }] }),
];
const model = (other: Partial<PlanningData> = {}) =>
  makePlanningModel(planningData({ network: street, grid, supply, ...other }));
const german = (answer: { warnings: { de: string }[] }) => answer.warnings.map(({ de }) => de);
const demo = "Standard aus einem Demo-Kennwertsatz, nicht abgestimmt.";

describe("an answer", () => {
  it("names its scenario and everything it was made from", () => {
    const { scenario, ingredients } = model({ scenario: { id: "x1", name: "Cannstatt 2030" } }).coverage(
      ask(),
    );
    expect(scenario).toEqual({ id: "x1", name: "Cannstatt 2030" });
    expect(ingredients).toEqual({
      kind: "KITA",
      profile: "ADULT",
      measure: "metres",
      limit: 300,
      differsFromStandard: false,
      method: "network",
      layers: ["BESTAND"],
      ages: { from: 0, to: 6 },
      agesEstimated: false,
      parameterSet: { id: "set-1", name: "Test", validFrom: "2024-01-01" },
      grid: { source: "Test", referenceDate: "2024-12-31" },
      network: null,
      capacityDates: { earliest: "2023-03-01", latest: "2024-03-01" },
      supplyPoints: 2,
    });
  });

  it("warns of nothing but what concerns it", () => {
    expect(german(model().coverage(ask()))).toEqual([demo]);
    const agreed = { ...parameterSet, standards: [{ ...dayCare, sourceStatus: "DECIDED" as const }] };
    expect(german(model({ parameterSet: agreed }).coverage(ask()))).toEqual([]);
  });

  it("says that ways are air lines where the city has no network", () => {
    expect(german(model({ network: null }).coverage(ask()))).toContain(
      "Ohne Wegenetz gerechnet: Luftlinie × 1,3.",
    );
  });

  it("says that slopes are unknown only where the profile minds them", () => {
    const slopes = "Das Wegenetz kennt keine Steigungen; steile Wege zählen als begehbar.";
    const steep = { ...parameterSet, profiles: [{ ...parameterSet.profiles[0]!, maxSlopePerMille: 60 }] };
    expect(german(model({ parameterSet: steep }).coverage(ask()))).toContain(slopes);
    expect(german(model().coverage(ask()))).not.toContain(slopes);
    const known = { ...street, hasSlopes: true };
    expect(german(model({ parameterSet: steep, network: known }).coverage(ask()))).not.toContain(slopes);
  });

  it("says where profile or longest way are not the standard's, also for the same metres", () => {
    const differs = "Weicht vom Standard ab (300 m).";
    expect(german(model().coverage(ask({ limit: { measure: "metres", metres: 500 } })))).toContain(differs);
    expect(german(model().coverage(ask({ profile: "CHILD" })))).toContain(differs);
    expect(german(model().coverage(ask({ limit: { measure: "minutes", minutes: 5 } })))).toContain(differs);
    expect(german(model().coverage(ask({ limit: { measure: "metres", metres: 300 } })))).not.toContain(
      differs,
    );
  });

  it("says how many capacities are unknown where capacities are in it", () => {
    const unknown = "Bei 1 von 2 Angeboten ist die Kapazität unbekannt; sie zählt dort nicht mit.";
    for (const name of ["supplyRatio", "floatingCatchment", "gaps"] as const) {
      expect(german(model()[name](ask()))).toContain(unknown);
    }
    expect(german(model().coverage(ask()))).not.toContain(unknown);
  });

  it("says that age groups were split", () => {
    const standard = { ...dayCare, ages: { from: 1, to: 6 } };
    const answer = model({ parameterSet: { ...parameterSet, standards: [standard] } }).coverage(ask());
    expect(answer.ingredients.agesEstimated).toBe(true);
    // Two thirds of ten and all of twenty; two thirds of four and all of six; a third is 333 thousandths.
    expect(answer.result.city.people).toBe(6.67 + 20 + 2.668 + 6);
    expect(german(answer)).toContain(
      "Altersgruppen des Gitters sind gleichmäßig auf Jahre aufgeteilt (Schätzung).",
    );
  });

  it("has no figures of areas where the grid does not know their level, and says so", () => {
    const answer = model().coverage(ask({ level: "district" }));
    expect(answer.result.areas).toEqual([]);
    expect(german(answer)).toContain(
      "Das Bevölkerungsgitter ist dieser Gebietsebene nicht zugeordnet; es gibt nur Werte für die Stadt.",
    );
  });

  it("leaves later years out until there is a forecast", () => {
    const later = "Versorgte in späteren Jahren: entfällt, solange keine Prognose vorliegt.";
    expect(german(model().site(ask(), sketchedSite("s", [500, 0])))).toContain(later);
    expect(german(model().catchment(ask(), supply[0]!, [100]))).toContain(later);
  });

  it("says beside double structures that a plurality of providers is intended", () => {
    expect(german(model().duplicates(ask())).at(-1)).toMatch(
      /^Prüfhinweis mögliche Doppelstruktur: .*§ 5 SGB VIII/,
    );
  });
});

describe("a question", () => {
  it("of a kind without standard is refused", () => {
    expect(() => model().coverage(ask({ kind: "MOND" }))).toThrow(UnknownKindError);
  });

  it("is refused where nobody named a longest way, or minutes lack a speed", () => {
    const open = { ...parameterSet, standards: [{ ...dayCare, maxWayM: null }] };
    expect(() => model({ parameterSet: open }).coverage(ask())).toThrow(UnanswerableQuestionError);
    const minutes = ask({ profile: "CHILD", limit: { measure: "minutes", minutes: 5 } });
    expect(() => model().coverage(minutes)).toThrow(UnanswerableQuestionError);
  });

  it("is answered with its own way where the standard names none", () => {
    const open = { ...parameterSet, standards: [{ ...dayCare, maxWayM: null }] };
    const answer = model({ parameterSet: open }).coverage(ask({ limit: { measure: "metres", metres: 750 } }));
    expect(answer.result.city.covered).toBe(30);
    expect(german(answer)).toContain(
      "Für diese Art ist kein längster Weg vereinbart; gefragt ist nach 750 m.",
    );
  });
});

describe("a catchment", () => {
  it("tells people and ages within each break, once and in order", () => {
    const { result } = model().catchment(ask(), supply[0]!, [801, 101, 101, 99]);
    expect(
      result.breaks.map(({ limit, people, byAge }) => [limit, people, byAge.map((age) => age.people)]),
    ).toEqual([
      [99, 0, [0, 0, 0]],
      [101, 30, [10, 20, 100]],
      [801, 40, [14, 26, 150]],
    ]);
    for (const { outline } of result.breaks) expect(outline.coordinates.length).toBeGreaterThan(0);
  });
});

describe("gaps", () => {
  const decided = (openingYear: number | null) =>
    supplyPoint("d", [800, 0], { layer: "BESCHLOSSEN", openingYear, capacity: [places(60)] });
  const conditions = (data: Partial<PlanningData>) =>
    model(data)
      .gaps(ask())
      .result.areas.map((area) => area.conditions.notClosedByDecided);
  const small = { ...parameterSet, standards: [{ ...dayCare, sensibleUnit: 5 }] };

  it("are closed by what is decided, as far as it opens by the year of the scenario", () => {
    const data = { parameterSet: small, supply: [supply[0]!, decided(2030)] };
    expect(conditions(data)[1]).toBe(false);
    expect(conditions({ ...data, referenceYear: 2030 })[1]).toBe(false);
    expect(conditions({ ...data, referenceYear: 2029 })[1]).toBe(true);
    expect(conditions({ ...data, supply: [supply[0]!, decided(null)], referenceYear: 2029 })[1]).toBe(false);
  });

  it("may be closed by a decided place nobody knows the capacity of: that is not checked", () => {
    const unknown = { ...decided(2030), capacity: [places(null)] };
    expect(conditions({ parameterSet: small, supply: [supply[0]!, unknown] })).toEqual([false, null]);
  });

  it("count the unserved of the city and of each area", () => {
    const { result } = model({ supply: [supply[0]!] }).gaps(ask());
    expect([result.unserved, result.people]).toEqual([10, 40]);
    expect(result.areas.map(({ unserved }) => unserved)).toEqual([0, 10]);
  });

  it("are uncertain where people reach a place of unknown capacity", () => {
    const { areas } = model({ supply: [supply[1]!] }).gaps(ask()).result;
    expect(areas.map(({ conditions: { belowTarget } }) => belowTarget)).toEqual([null, true]);
  });
});
