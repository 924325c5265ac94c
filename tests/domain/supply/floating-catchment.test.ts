import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import { gaussianWeights } from "#domain/demand/gaussian-weights.ts";
import { catchmentsOf } from "#domain/supply/catchments.ts";
import { accessibilityOf } from "#domain/supply/city-gaps.ts";
import { anyPlanningTown, ask } from "../analysis/planning-towns.ts";

describe("floating catchment", () => {
  it.each(["step", "gaussian"] as const)(
    "hands out just the places of facilities somebody reaches (%s)",
    (kind) => {
      fc.assert(
        fc.property(anyPlanningTown, (data) => {
          const { supply, reachability, limit, weights } = makePlanningModel(data).resolve(ask());
          const reached = supply.map(({ point }) => reachability.reach(point, limit));
          const distanceWeights = kind === "gaussian" ? gaussianWeights() : null;
          const { accessibility, demand } = accessibilityOf(
            { supply, catchments: catchmentsOf(reached, data.grid.cellCount) },
            { weights, limit, distanceWeights },
          );
          const received = accessibility.reduce((sum, value, cell) => sum + value * weights[cell]!, 0) / 1000;
          const offered = supply.reduce(
            (sum, { capacity }, at) => sum + (demand[at]! > 0 ? capacity! : 0),
            0,
          );
          expect(received).toBeCloseTo(offered, 6);
        }),
      );
    },
  );

  it("names the places nobody of the target group reaches, whose capacity is in no figure", () => {
    fc.assert(
      fc.property(anyPlanningTown, (data) => {
        const model = makePlanningModel(data);
        const { result } = model.floatingCatchment(ask(), { distanceWeights: "step" });
        const { supply, reachability, limit, weights } = model.resolve(ask());
        const alone = supply.filter(({ point }) =>
          reachability.reach(point, limit).cells.every((cell) => weights[cell] === 0),
        );
        expect(result.withoutDemand).toEqual(alone.map(({ point }) => point.id));
      }),
    );
  });
});
