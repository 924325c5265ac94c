import { describe, expect, it } from "vitest";
import type { GapArea, SupplyRatioResult } from "#domain/analysis/answers.ts";
import { gaussianWeights } from "#domain/demand/gaussian-weights.ts";
import { unreached } from "#domain/reachability/reachability.ts";
import type { SupplyLayer } from "#domain/site/site-fields.ts";
import { catchmentsOf } from "#domain/supply/catchments.ts";
import { coverage } from "#domain/supply/coverage.ts";
import { duplicates } from "#domain/supply/duplicates.ts";
import { floatingCatchment, meansOverPeople } from "#domain/supply/floating-catchment.ts";
import { type AreaSupply, gapOf } from "#domain/supply/gaps.ts";
import { siteDrag } from "#domain/supply/site-drag.ts";
import { supplyRatio } from "#domain/supply/supply-ratio.ts";
import { dayCare, gridOf, parameterSet, places, supplyPoint } from "../domain/analysis/planning-towns.ts";
import { matrixReachability } from "../domain/supply/matrix-reachability.ts";
import { handCalculated } from "./case.ts";

const areasOf = (areaNumbers: readonly string[], cells: readonly { area: number }[]) => ({
  level: "subdistrict" as const,
  boundaryVersion: "2024",
  numbers: areaNumbers,
  index: Int32Array.from(cells, ({ area }) => area),
});

/** Ways on paper are metres, in the core millimetres. */
const mm = (metres: number | undefined) => (metres === undefined ? null : metres * 1000);

describe("hand-calculated supply", () => {
  it("coverage counts who is within the limit and finds the ways of half and nine tenths", () => {
    type Cell = { area: number; thousandths: number; costMm: number | null };
    const { input, expected } = handCalculated<
      { measure: "metres"; limitMm: number; areaNumbers: string[]; cells: Cell[] },
      object
    >("coverage");
    const { cells, areaNumbers, limitMm, measure } = input;
    const result = coverage({
      weights: Uint32Array.from(cells, ({ thousandths }) => thousandths),
      costs: Uint32Array.from(cells, ({ costMm }) => costMm ?? unreached),
      areas: areasOf(areaNumbers, cells),
      limit: limitMm,
      measure,
    });
    expect(result).toEqual(expected);
  });

  it("supply ratio adds only the layers asked for and knows what is unknown", () => {
    type Place = { id: string; layer: SupplyLayer; area: string | null; capacity: number | null };
    const { input, expected } = handCalculated<
      {
        level: "subdistrict";
        layers: SupplyLayer[];
        areaNumbers: string[];
        thousandths: number[];
        supply: Place[];
      },
      SupplyRatioResult
    >("supply-ratio");
    const { level, layers, areaNumbers, thousandths, supply } = input;
    const result = supplyRatio({
      ...{ level, layers, areaNumbers },
      people: Float64Array.from([...thousandths, thousandths.reduce((sum, people) => sum + people, 0)]),
      supply: supply.map(({ id, layer, area, capacity }) => ({
        capacity,
        point: supplyPoint(id, [0, 0], { layer, areas: area === null ? {} : { subdistrict: area } }),
      })),
    });
    expect(result).toEqual(expected);
  });

  it("floating catchment shares places out among all who reach them, with and without distance weights", () => {
    type Expected = { accessibility: number[]; withoutDemand: number[] };
    const { input, expected } = handCalculated<
      {
        limit: number;
        thousandths: number[];
        capacities: number[];
        reached: { cells: number[]; costs: number[] }[];
        weights: Record<string, number>;
      },
      {
        step: Expected;
        gaussian: Expected;
        areas: { groupOf: number[]; groupCount: number; people: number[]; stepMeans: (number | null)[] };
      }
    >("floating-catchment");
    const weights = Uint32Array.from(input.thousandths);
    const table = Int32Array.from({ length: 1001 }, (_, step) => input.weights[step] ?? -1);
    const reached = input.reached.map(({ cells, costs }) => ({
      cells: Uint32Array.from(cells),
      costs: Uint32Array.from(costs),
    }));
    const by = (distanceWeights: Int32Array | null) =>
      floatingCatchment({
        weights,
        reached,
        capacities: input.capacities,
        limit: input.limit,
        distanceWeights,
      });
    for (const [name, result] of [
      ["step", by(null)],
      ["gaussian", by(table)],
    ] as const) {
      const { accessibility, withoutDemand } = expected[name];
      result.accessibility.forEach((value, cell) => {
        expect(value).toBeCloseTo(accessibility[cell]!, 12);
      });
      expect(input.capacities.flatMap((_, place) => (result.demand[place] === 0 ? [place] : []))).toEqual(
        withoutDemand,
      );
    }
    const { groupOf, groupCount, people, stepMeans } = expected.areas;
    const means = meansOverPeople(by(null).accessibility, weights, Int32Array.from(groupOf), groupCount);
    expect([...means.people]).toEqual(people);
    expect(means.means.map((mean) => mean?.toFixed(12) ?? null)).toEqual(
      stepMeans.map((mean) => mean?.toFixed(12) ?? null),
    );
  });

  it("a gap needs all three conditions, and what is unknown makes none", () => {
    const { input, expected } = handCalculated<
      {
        standard: { capacityPerPerson: number; sensibleUnit: number };
        rules: { gapShareOfTarget: number };
        areas: AreaSupply[];
      },
      { rows: object[] }
    >("gaps");
    const unknown = { isUnderstated: false, isDecidedUnderstated: false };
    const told = ({ areaNumber, deficit, conditions, grade }: GapArea) => ({
      areaNumber,
      deficit,
      conditions: [conditions.belowTarget, conditions.deficitIsUnit, conditions.notClosedByDecided],
      grade,
    });
    const rows = input.areas.map((area) => told(gapOf({ ...unknown, ...area }, input.standard, input.rules)));
    expect(rows).toEqual(expected.rows);
  });

  it("double structures need overlap, little use and common hours, and never a guess", () => {
    type Place = {
      id: string;
      cells: number[];
      offered: number;
      occupied: number | null;
      openingHours: string | null;
      provider: string | null;
    };
    const { input, expected } = handCalculated<
      {
        residents: number[];
        rules: { duplicateOverlap: number; duplicateUtilisation: number };
        places: Place[];
      },
      object
    >("duplicates");
    const reached = input.places.map(({ cells }) => ({
      cells: Uint32Array.from(cells),
      costs: new Uint32Array(cells.length),
    }));
    const result = duplicates({
      supply: input.places.map(({ id, offered, occupied, openingHours, provider }) => ({
        capacity: offered,
        point: supplyPoint(id, [0, 0], {
          ...{ name: id, openingHours, provider },
          capacity: [places(offered, occupied)],
        }),
      })),
      catchments: catchmentsOf(reached, input.residents.length),
      residents: Uint32Array.from(input.residents),
      standard: dayCare,
      rules: { ...parameterSet.rules!, ...input.rules },
    });
    expect(result).toEqual(expected);
  });

  it("a site is told by whom it serves newly, whom it relieves and how ways change", () => {
    type Cell = {
      thousandths: number;
      residents: number;
      ages: [number, number];
      area: number;
      ways: Record<string, number>;
    };
    const { input, expected } = handCalculated<
      { limit: number; areaNumbers: string[]; cells: Cell[]; places: { id: string; name: string }[] },
      { siteId: string }
    >("site-evaluation");
    const { cells, areaNumbers } = input;
    const names = [...input.places.map(({ id }) => id), "site"];
    const reachability = matrixReachability(names.map((name) => cells.map(({ ways }) => mm(ways[name]))));
    const placesAt = input.places.map((_, index) => ({ longitude: index, latitude: 0 }));
    const limit = input.limit * 1000;
    const grid = {
      ...gridOf([], []),
      cellCount: cells.length,
      residents: Uint32Array.from(cells, ({ residents }) => residents),
      ageGroups: [
        { code: "young", from: 0, to: 6 },
        { code: "rest", from: 6, to: null },
      ],
      counts: [0, 1].map((age) => Uint32Array.from(cells, ({ ages }) => ages[age]!)),
      gaussianWeights: gaussianWeights(),
    };
    const drag = siteDrag(
      {
        ...{ grid, reachability, limit, places: input.places },
        weights: Uint32Array.from(cells, ({ thousandths }) => thousandths),
        areas: areasOf(areaNumbers, cells),
        before: reachability.nearest(placesAt),
        catchments: catchmentsOf(
          placesAt.map((place) => reachability.reach(place, limit)),
          cells.length,
        ),
      },
      { id: expected.siteId, position: [0, 0] },
    );
    expect(drag.move([names.indexOf("site"), 0])).toEqual(expected);
  });
});
