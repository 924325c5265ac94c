import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningData } from "#domain/analysis/planning-model.ts";
import { applyScenario } from "#domain/scenario/apply-scenario.ts";
import { areasAtPlace } from "#domain/supply/areas-of-grid.ts";
import { anyPlace, type Metres, placeAt } from "../network/towns.ts";
import { anyPlanningTown, ask, gridOf, planningData, sketchedSite } from "./planning-towns.ts";
import { slowSite } from "./slow-site.ts";

const anyQuestion = fc.constantFrom(
  ask(),
  ask({ limit: { measure: "metres", metres: 150 } }),
  ask({ limit: { measure: "minutes", minutes: 4 } }),
);
const anyWay = fc.array(anyPlace, { minLength: 1, maxLength: 5 });
const at = (place: Metres): [number, number] => {
  const { longitude, latitude } = placeAt(...place);
  return [longitude, latitude];
};

/** The town with a site of a scenario in it, in the layer that counts. */
function withSite(data: PlanningData, place: Metres, capacity = 60): PlanningData {
  const site = sketchedSite("new", place, {
    layer: "BESTAND",
    uses: [{ facilityType: "KITA_MIX", unit: "PLATZ", category: "", amount: capacity }],
  });
  const changes = [{ change: "add-site" as const, site }];
  const supply = applyScenario(
    data.supply,
    { changes },
    { areasAt: (position) => areasAtPlace(data.grid, position) },
  );
  return { ...data, supply };
}

describe("a dragged site", () => {
  it("is answered at every position as by computing the whole city twice", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyQuestion, anyWay, (data, question, way) => {
        const drag = makePlanningModel(data).drag(question, sketchedSite("s", way[0]!));
        for (const place of way) {
          expect(drag.move(at(place))).toEqual(slowSite(data, question, "s", placeAt(...place)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is answered alike wherever it came from, and alike by `site`", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyQuestion, anyWay, anyPlace, (data, question, way, end) => {
        const model = makePlanningModel(data);
        const drag = model.drag(question, sketchedSite("s", way[0]!));
        for (const place of way) drag.move(at(place));
        expect(drag.move(at(end))).toEqual(model.site(question, sketchedSite("s", end)).result);
      }),
    );
  });

  it("takes back also what changes thousands of cells, as in a city that has no such place yet", () => {
    const homes = Array.from({ length: 3000 }, (_, index) => ({
      place: [(index % 60) * 10, Math.floor(index / 60) * 10] as Metres,
      children: [1, index % 3] as [number, number],
      others: 1,
      area: index % 2,
    }));
    const model = makePlanningModel(planningData({ grid: gridOf(homes, ["101", "102"]), supply: [] }));
    const drag = model.drag(ask(), sketchedSite("s", [0, 0]));
    drag.move(at([300, 200]));
    drag.move(at([0, 0]));
    expect(drag.move(at([100, 400]))).toEqual(model.site(ask(), sketchedSite("s", [100, 400])).result);
  });

  it("is held against the city without itself where the scenario has it already", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyPlace, (data, place) => {
        const site = sketchedSite("new", place);
        expect(makePlanningModel(withSite(data, place)).site(ask(), site).result).toEqual(
          makePlanningModel(data).site(ask(), site).result,
        );
      }),
    );
  });

  it("leads to just the ways the city has once the site is built", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyPlace, (data, place) => {
        const { after } = makePlanningModel(data).site(ask(), sketchedSite("new", place)).result;
        expect(after).toEqual(makePlanningModel(withSite(data, place)).coverage(ask()).result.city);
      }),
    );
  });
});

describe("a further facility", () => {
  it("lengthens nobody's way and lowers no coverage", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyPlace, (data, place) => {
        const before = makePlanningModel(data).coverage(ask()).result;
        const after = makePlanningModel(withSite(data, place)).coverage(ask()).result;
        const pairs = [before.city, ...before.areas].map((was, index) => [
          was,
          [after.city, ...after.areas][index]!,
        ]);
        for (const [was, is] of pairs) {
          expect(is!.covered).toBeGreaterThanOrEqual(was!.covered);
          expect(is!.medianWay ?? Infinity).toBeLessThanOrEqual(was!.medianWay ?? Infinity);
          expect(is!.ninetiethWay ?? Infinity).toBeLessThanOrEqual(was!.ninetiethWay ?? Infinity);
        }
      }),
    );
  });

  it("leaves every answer of the present as it was once it is taken away again", () => {
    fc.assert(
      fc.property(anyPlanningTown, anyPlace, (data, place) => {
        const built = withSite(data, place);
        const changes = [{ change: "close" as const, recordType: "scenario", recordId: "new" }];
        const supply = applyScenario(built.supply, { changes }, { areasAt: () => ({}) });
        const [present, again] = [makePlanningModel(data), makePlanningModel({ ...data, supply })];
        for (const question of [
          "coverage",
          "supplyRatio",
          "floatingCatchment",
          "gaps",
          "duplicates",
        ] as const) {
          expect(again[question](ask())).toEqual(present[question](ask()));
        }
      }),
    );
  });
});
