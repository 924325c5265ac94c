import { describe, expect, it } from "vitest";
import {
  classBounds,
  demoDynamicsClassification,
  demoStatusClassification,
  indexClassificationSchema,
  indexClassOf,
} from "#domain/priority-index/index-classification.ts";
import { indexDefinitionSchema } from "#domain/priority-index/index-definition.ts";
import { type AreaScore, priorityIndex } from "#domain/priority-index/priority-index.ts";
import { statusDynamics } from "#domain/priority-index/status-dynamics.ts";

const definition = {
  name: "Belastung",
  version: 1,
  purpose: "Probe",
  levels: ["subdistrict"],
  components: [{ indicatorCode: "transfer", weight: 1, direction: "HIGH_IS_BURDEN" }],
  minResidents: 300,
  winsorize: false,
  standardisation: "UNWEIGHTED",
  classification: demoStatusClassification,
  author: "Sozialamt",
};

const areas = (classes: Record<string, number | null>) => ({
  areas: Object.entries(classes).map(([areaNumber, classIndex]) => ({ areaNumber, classIndex }) as AreaScore),
});

describe("classes of an index", () => {
  it("a score on a break belongs to the more burdened class, and equal scores lie in the middle", () => {
    const bounds = classBounds([-1, 1], demoStatusClassification);
    expect([-1, 0.999, 1, 1.499, 1.5].map((score) => indexClassOf(score, bounds))).toEqual([1, 1, 2, 2, 3]);
    expect(indexClassOf(-1.001, bounds)).toBe(0);
    const alike = classBounds([0.1 + 0.2, 0.3], demoStatusClassification);
    expect(indexClassOf(0.3, alike)).toBe(1);
  });

  it("quantile classes hold equal shares of the areas", () => {
    const scores = Array.from({ length: 100 }, (_, index) => index);
    const bounds = classBounds(scores, { method: "QUANTILES", breaks: [0.25, 0.5, 0.75] });
    const counts = [0, 0, 0, 0];
    for (const score of scores) counts[indexClassOf(score, bounds)]!++;
    expect(counts).toEqual([25, 25, 25, 25]);
  });

  it("cut points ascend and have one name more than there are", () => {
    const isRight = (changed: object) =>
      indexClassificationSchema.safeParse({ ...demoStatusClassification, ...changed }).success;
    expect(isRight({})).toBe(true);
    expect(isRight({ breaks: [1, -1, 1.5] })).toBe(false);
    expect(isRight({ breaks: [-1, 1] })).toBe(false);
    expect(isRight({ method: "QUANTILES" })).toBe(false);
    expect(demoDynamicsClassification.source).toBe("Demo-Kennwertsatz (nicht abgestimmt)");
  });

  it("a definition names each indicator once and takes no weight of nothing", () => {
    const isRight = (changed: object) =>
      indexDefinitionSchema.safeParse({ ...definition, ...changed }).success;
    expect(isRight({})).toBe(true);
    expect(isRight({ components: [...definition.components, ...definition.components] })).toBe(false);
    expect(isRight({ components: [{ ...definition.components[0], weight: 0 }] })).toBe(false);
    expect(isRight({ components: [{ ...definition.components[0], direction: "NEUTRAL" }] })).toBe(false);
  });

  it("four classes of status and three of dynamics make twelve combinations, empty ones included", () => {
    const found = statusDynamics(
      areas({ A: 0, B: 3, C: 3, D: null, E: 1 }),
      areas({ A: 1, B: 2, C: 2, D: 0, E: null }),
      { status: 4, dynamics: 3 },
    );
    expect(found).toHaveLength(12);
    expect(found.filter(({ areaNumbers }) => areaNumbers.length > 0)).toEqual([
      { status: 0, dynamics: 1, areaNumbers: ["A"] },
      { status: 3, dynamics: 2, areaNumbers: ["B", "C"] },
    ]);
  });

  it("an index of residents needs residents, and a column without figures adds nothing", () => {
    const rules = {
      components: [
        { weight: 9, direction: "HIGH_IS_BURDEN", transform: "Z" },
        { weight: 1, direction: "HIGH_IS_BURDEN", transform: "Z" },
      ],
      minResidents: 0,
      winsorize: true,
      standardisation: "POPULATION_WEIGHTED",
      classification: demoStatusClassification,
    } as const;
    const { areas: found, basis } = priorityIndex(rules, {
      areaNumbers: ["A", "B", "C"],
      residents: [100, 100, null],
      values: [
        [1, 2, 3],
        [null, null, null],
      ],
    });
    expect(found.map(({ state, score }) => [state, score])).toEqual([
      ["COMPUTED", expect.closeTo(-1, 9)],
      ["COMPUTED", expect.closeTo(1, 9)],
      ["RESIDENTS_UNKNOWN", null],
    ]);
    expect(basis[1]).toEqual({ centre: null, spread: null });
  });
});
