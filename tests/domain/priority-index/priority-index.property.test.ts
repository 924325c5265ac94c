import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoStatusClassification } from "#domain/priority-index/index-classification.ts";
import { indexTransforms, standardisations } from "#domain/priority-index/index-definition.ts";
import { indexRobustness } from "#domain/priority-index/index-robustness.ts";
import { priorityIndex } from "#domain/priority-index/priority-index.ts";

const figure = fc.option(fc.integer({ min: -100, max: 100 }), { freq: 8 });

const city = fc
  .tuple(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 1, max: 6 }))
  .chain(([areas, components]) =>
    fc.record({
      rules: fc.record({
        components: fc.array(
          fc.record({
            weight: fc.integer({ min: 1, max: 9 }),
            direction: fc.constantFrom("HIGH_IS_BURDEN" as const, "HIGH_IS_RESOURCE" as const),
            transform: fc.constantFrom(...indexTransforms),
          }),
          { minLength: components, maxLength: components },
        ),
        minResidents: fc.constantFrom(0, 300),
        winsorize: fc.boolean(),
        standardisation: fc.constantFrom(...standardisations),
        classification: fc.constantFrom(
          demoStatusClassification,
          { method: "QUANTILES", breaks: [0.25, 0.5, 0.75] } as const,
          { method: "SCORES", breaks: [-0.5, 0.5] } as const,
        ),
      }),
      input: fc.record({
        areaNumbers: fc.constant(Array.from({ length: areas }, (_, index) => `a${index}`)),
        residents: fc.array(fc.option(fc.integer({ min: 1, max: 5000 }), { freq: 9 }), {
          minLength: areas,
          maxLength: areas,
        }),
        values: fc.array(fc.array(figure, { minLength: areas, maxLength: areas }), {
          minLength: components,
          maxLength: components,
        }),
      }),
    }),
  );

const sum = (parts: readonly (number | null)[]) => parts.reduce<number>((all, part) => all + (part ?? 0), 0);

describe("any index", () => {
  it("contributions add up to the score, and only areas with enough weight have one", () => {
    fc.assert(
      fc.property(city, ({ rules, input }) => {
        for (const { state, score, contributions, weightShare, classIndex } of priorityIndex(rules, input)
          .areas) {
          expect(score === null).toBe(state !== "COMPUTED");
          expect(classIndex === null).toBe(score === null);
          if (score === null) continue;
          expect(Number.isFinite(score)).toBe(true);
          expect(sum(contributions!)).toBeCloseTo(score, 9);
          expect(weightShare!).toBeGreaterThanOrEqual(0.8 - 1e-9);
        }
      }),
    );
  });

  it("another order of areas or components changes no score", () => {
    fc.assert(
      fc.property(city, ({ rules, input }) => {
        const turned = priorityIndex(
          { ...rules, components: rules.components.toReversed() },
          {
            areaNumbers: input.areaNumbers.toReversed(),
            residents: input.residents.toReversed(),
            values: input.values.map((column) => column.toReversed()).toReversed(),
          },
        ).areas.toReversed();
        priorityIndex(rules, input).areas.forEach(({ state, score }, index) => {
          expect(turned[index]!.state).toBe(state);
          if (score !== null) expect(turned[index]!.score).toBeCloseTo(score, 9);
        });
      }),
    );
  });

  it("z-scores ignore the unit of a figure, and other weights in the same proportion change nothing", () => {
    fc.assert(
      fc.property(city, ({ rules, input }) => {
        const scaled = {
          ...input,
          values: input.values.map((column) => column.map((one) => (one === null ? null : one * 3 + 7))),
        };
        const tripled = {
          ...rules,
          components: rules.components.map((one) => ({ ...one, weight: one.weight * 3 })),
        };
        const plain = priorityIndex(rules, input).areas;
        priorityIndex(tripled, scaled).areas.forEach(({ score }, index) => {
          if (score === null) expect(plain[index]!.score).toBeNull();
          else expect(score).toBeCloseTo(plain[index]!.score!, 9);
        });
      }),
    );
  });

  it("robustness repeats with its seed, contains the area's own class and shares its variants among families", () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 1, max: 60 }), ({ rules, input }, variants) => {
        const found = indexRobustness(rules, input, { variants, seed: 5 });
        expect(indexRobustness(rules, input, { variants, seed: 5 })).toEqual(found);
        expect(Object.values(found.variantsByFamily).reduce((all, one) => all + one, 0)).toBe(variants);
        const own = new Map(priorityIndex(rules, input).areas.map((area) => [area.areaNumber, area]));
        for (const { areaNumber, classMin, classMax, sameShare } of found.areas) {
          expect(classMin).toBeLessThanOrEqual(own.get(areaNumber)!.classIndex!);
          expect(classMax).toBeGreaterThanOrEqual(own.get(areaNumber)!.classIndex!);
          expect(sameShare).toBeGreaterThanOrEqual(0);
          expect(sameShare).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("correlations are symmetric, and 1 with themselves", () => {
    fc.assert(
      fc.property(city, ({ rules, input }) => {
        const { correlation } = priorityIndex(rules, input);
        correlation.forEach((row, i) => {
          row.forEach((r, j) => {
            if (r === null) expect(correlation[j]![i]).toBeNull();
            else expect(correlation[j]![i]).toBeCloseTo(r, 12);
          });
          if (row[i] !== null) expect(row[i]).toBeCloseTo(1, 9);
        });
      }),
    );
  });
});
