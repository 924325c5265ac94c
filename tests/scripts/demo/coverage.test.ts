import { beforeAll, describe, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import { questionSchema } from "#domain/analysis/question.ts";
import { parameterSetSchema } from "#domain/parameter-set/parameter-set.ts";
import { generateDemoCity } from "../../../scripts/demo/demo-city.ts";
import { makePlanningFiles } from "../../../scripts/demo/planning-files.ts";
import { demoSupply } from "../../../scripts/demo/supply-points.ts";

let model: PlanningModel;
beforeAll(() => {
  const city = generateDemoCity();
  const { grid, network } = makePlanningFiles(city);
  const [set] = city.records.filter(({ type }) => type === "parameter-sets");
  const dates = { source: city.source, referenceDate: city.referenceDate };
  model = makePlanningModel({
    scenario: { id: "bestand", name: "Bestand" },
    ...{ grid, network },
    supply: demoSupply(city.records),
    parameterSet: { id: "demo", ...parameterSetSchema.parse(set!.properties) },
    dates: { grid: dates, network: dates },
  });
});

describe("planning in the demo city", () => {
  it("finds most small children near a day care, and gaps worth looking at", () => {
    const { people, covered } = model.coverage(questionSchema.parse({ kind: "KITA" })).result.city;
    expect(covered / people).toBeGreaterThan(0.7);
    expect(covered / people).toBeLessThan(0.85);
    const graded = model
      .gaps(questionSchema.parse({ kind: "KITA" }))
      .result.areas.filter(({ grade }) => grade !== null);
    expect(graded.length).toBeGreaterThan(20);
    expect(graded.length).toBeLessThan(100);
  });

  it("finds some places of one kind that may be doubles, and not many", () => {
    const { pairs } = model.duplicates(questionSchema.parse({ kind: "KITA_UE3" })).result;
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.length).toBeLessThan(12);
  });

  it("lets people who use no steps walk farther for the same", () => {
    const reached = (profile: "ADULT" | "BARRIER_FREE") => {
      const question = questionSchema.parse({ kind: "TREFFPUNKT", profile });
      return model.coverage(question).result.city.covered;
    };
    expect(reached("BARRIER_FREE")).toBeLessThan(reached("ADULT"));
    expect(reached("BARRIER_FREE")).toBeGreaterThan(0.4 * reached("ADULT"));
  });
});
