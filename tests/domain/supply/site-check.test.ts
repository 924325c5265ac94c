import { describe, expect, it } from "vitest";
import type { GoodLocationCode } from "#domain/analysis/answers.ts";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { SupplyPoint } from "#domain/supply/supply-point.ts";
import {
  ask,
  dayCare,
  gridOf,
  parameterSet,
  places,
  planningData,
  sketchedSite,
  supplyPoint,
} from "../analysis/planning-towns.ts";
import { type Metres, placeAt, town } from "../network/towns.ts";

/** One street of a kilometre from west to east, with ten homes 100 m apart from 0 to 900 m. */
const street = town([{ points: [[0, 0] as Metres, [1000, 0] as Metres] }]);
const homes = Array.from({ length: 10 }, (_, index) => ({
  place: [index * 100, 0] as Metres,
  children: [1, 1] as [number, number],
  others: 10,
  area: 0,
}));

const check = (supply: SupplyPoint[], site = sketchedSite("s", [500, 0]), question = ask()) =>
  makePlanningModel(planningData({ network: street, grid: gridOf(homes, ["101"]), supply })).check(
    question,
    site,
  ).result;

describe("what goes with a site", () => {
  const club = { facilityTypes: ["JUGENDTREFF" as const], name: "Jugendtreff" };

  it("are kinds of the combination table within the rules' way, nearest first, with what may stand against it", () => {
    const { synergy } = check([
      supplyPoint("far", [101, 0], club),
      supplyPoint("near", [400, 0], club),
      supplyPoint("beyond", [901, 0], club),
      supplyPoint("kita", [450, 0]),
      supplyPoint("idea", [450, 0], { ...club, layer: "IDEE" }),
    ]);
    const shared = {
      facilityType: "JUGENDTREFF",
      sharedM2: 120,
      conflict: { de: "Lärm am Abend", en: "Noise at night" },
    };
    expect(synergy).toEqual([
      { id: "near", name: "Jugendtreff", wayM: 100, ...shared },
      { id: "far", name: "Jugendtreff", wayM: 399, ...shared },
    ]);
  });
});

describe("existing buildings", () => {
  it("stand before a new site where they have free places, are shared or worth using", () => {
    const { existingFirst } = check([
      supplyPoint("good", [550, 0], { condition: "GUT", capacity: [places(40, 40)] }),
      supplyPoint("free", [700, 0], { capacity: [places(40, 31)] }),
      supplyPoint("shared", [600, 0], { sharedUse: ["Sprachkurs"] }),
      supplyPoint("worn out", [500, 0], { condition: "ERSATZ_NOETIG", capacity: [places(40, 45)] }),
      supplyPoint("too far", [850, 0], { condition: "GUT" }),
      supplyPoint("planned", [510, 0], { origin: "planned-sites", condition: "GUT" }),
    ]);
    expect(existingFirst.map(({ id, wayM, freeCapacity }) => [id, wayM, freeCapacity])).toEqual([
      ["free", 200, 9],
      ["good", 50, 0],
      ["shared", 100, null],
    ]);
  });
});

describe("outdoor area", () => {
  const plotOf = (metres: number) => {
    const corners: Metres[] = [
      [0, 0],
      [metres, 0],
      [metres, 20],
      [0, 20],
      [0, 0],
    ];
    return corners.map((corner): [number, number] => {
      const { longitude, latitude } = placeAt(...corner);
      return [longitude, latitude];
    });
  };

  it("needs 600 m² for 60 places at 10 m² each, and the source of that stands beside it", () => {
    const outdoor = (metres: number) =>
      check([], sketchedSite("s", [0, 0], { plot: plotOf(metres) })).outdoor;
    expect(outdoor(32)).toEqual({ neededM2: 600, availableM2: 640, isEnough: true, source: dayCare.source });
    expect(outdoor(28)).toEqual({ neededM2: 600, availableM2: 560, isEnough: false, source: dayCare.source });
  });

  it("is not judged for a bare point, and not asked for where the standard wants none", () => {
    expect(check([]).outdoor).toMatchObject({ availableM2: null, isEnough: null });
    expect(check([], sketchedSite("s", [0, 0]), ask({ kind: "JUGENDTREFF" })).outdoor).toBeNull();
  });
});

describe("constraints", () => {
  it("nobody checked read NOT_CHECKED, all others as they were stated", () => {
    const stated = { kind: "NOISE" as const, rating: "MINOR" as const, text: "Bahn" };
    const { constraints } = check([], sketchedSite("s", [0, 0], { constraints: [stated] }));
    expect(constraints).toHaveLength(9);
    expect(constraints.filter(({ rating }) => rating !== "NOT_CHECKED")).toEqual([stated]);
  });
});

describe("a good location", () => {
  const of = (code: GoodLocationCode, supply: SupplyPoint[], site = sketchedSite("s", [200, 0])) =>
    check(supply, site).goodLocation.find((location) => location.code === code);
  const stop = supplyPoint("stop", [0, 0], { facilityTypes: ["OEPNV_HALT"], capacity: [] });

  it("is nearer than a share of the inhabited cells, beside the median of the present facilities", () => {
    // Cells lie at 0, 100 … 900 m: seven of ten are farther than 200 m; the facilities pass 9, 4 and 0 of ten.
    const facilities = [0, 500, 950].map((east, index) => supplyPoint(`k${index}`, [east, 0]));
    expect(of("STOP", [stop, ...facilities])).toEqual({ code: "STOP", betterThan: 0.7, facilities: 0.4 });
  });

  it("is not checked where the city has no data, which for noise is everywhere", () => {
    for (const code of ["NOISE", "GREEN", "SHOP"] as const) {
      expect(of(code, [stop])).toEqual({ code, betterThan: null, facilities: null });
    }
  });

  it("asks for green of half a hectare, not for any lawn", () => {
    const green = (id: string, m2: number, east: number) =>
      supplyPoint(id, [east, 0], { facilityTypes: ["GRUENFLAECHE"], capacity: [], outdoorM2: m2 });
    expect(of("GREEN", [green("lawn", 4999, 200)])?.betterThan).toBeNull();
    expect(of("GREEN", [green("lawn", 4999, 200), green("park", 5000, 0)])?.betterThan).toBe(0.7);
  });
});

it("the snap to the street is told in metres, and the present rules where a set has none", () => {
  expect(check([], sketchedSite("s", [500, 30])).snapM).toBe(30);
  const set = { ...parameterSet, rules: undefined };
  const data = planningData({ network: street, grid: gridOf(homes, ["101"]), supply: [], parameterSet: set });
  const { warnings } = makePlanningModel(data).check(ask(), sketchedSite("s", [500, 0]));
  expect(warnings.map(({ de }) => de)).toContain(
    "Der Kennwertsatz nennt keine Prüfregeln; es gelten die nicht abgestimmten Vorgaben des Werkzeugs.",
  );
});
