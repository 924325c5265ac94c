import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  questionSchema,
  type SuggestionRequest,
  suggestionRequestSchema,
} from "#domain/analysis/question.ts";
import { IncompleteRequestError } from "#domain/placement/make-task.ts";
import type { MilpSolver } from "#domain/placement/milp.ts";
import { SearchCancelledError } from "#domain/placement/search-run.ts";
import { type SuggestionContext, suggestSites } from "#domain/placement/suggest-sites.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { fewest, mostCovered, shortestMean, shortestMeanWithPlaces } from "./independent-milp.ts";
import { anyPaperCity, choices, metres, sum, worth } from "./paper-cities.ts";
import { type PaperCity, paperModel } from "./paper-city.ts";

const highs = makeHighsSolver();
/** A solver that is never done in time. */
const late: MilpSolver = { solve: async () => ({ status: "stopped" }) };

async function suggested(
  city: PaperCity,
  request: Partial<SuggestionRequest>,
  context: Partial<SuggestionContext> = {},
) {
  const { model, land } = paperModel(city);
  const asked = suggestionRequestSchema.parse({
    land: "CITY_OWNED",
    ...request,
    question: questionSchema.parse({ kind: "KITA" }),
  });
  return (await suggestSites(model, asked, { land, solver: highs, ...context })).result;
}

const counted = { COVER_MOST: "max", SHORTEST_WAYS: "min", SHORTEST_LONGEST_WAY: "min" } as const;
type Counted = keyof typeof counted;
const countedObjectives = Object.keys(counted) as Counted[];
const anyCount = fc.integer({ min: 1, max: 4 });

/** The best of every choice there is. */
function bestOfAll(city: PaperCity, objective: Counted, count: number): number {
  const values = choices(city.plots.length, count).map((chosen) => worth[objective](city, chosen));
  return counted[objective] === "max" ? Math.max(...values) : Math.min(...values);
}

const runs = { numRuns: 40 };

describe("suggested sites", () => {
  for (const objective of countedObjectives) {
    it(`${objective}: no choice of as many sites is better`, async () => {
      await fc.assert(
        fc.asyncProperty(anyPaperCity, anyCount, async (city, count) => {
          const result = await suggested(city, { objective, count });
          expect(result.isProven).toBe(true);
          expect(result.value).toBeCloseTo(bestOfAll(city, objective, count), 2);
          expect(result.bound).toBe(result.value);
        }),
        runs,
      );
    });
  }

  it("are as good as the textbook problems solved as they stand", async () => {
    await fc.assert(
      fc.asyncProperty(anyPaperCity, anyCount, async (city, count) => {
        const covered = await suggested(city, { objective: "COVER_MOST", count });
        expect(covered.value).toBeCloseTo(await mostCovered(city, count), 3);
        const near = await suggested(city, { objective: "SHORTEST_WAYS", count });
        expect(near.value).toBeCloseTo(await shortestMean(city, count), 2);
        const placed = await suggested(city, { objective: "SHORTEST_WAYS_WITH_PLACES", count, capacity: 45 });
        expect(placed.value).toBeCloseTo(await shortestMeanWithPlaces(city, count, 45), 2);
        expect(placed.isProven).toBe(true);
      }),
      runs,
    );
  });

  it("FEWEST_SITES: no fewer cover the share asked for", async () => {
    await fc.assert(
      fc.asyncProperty(anyPaperCity, fc.constantFrom(0.3, 0.7, 0.9, 1), async (city, coverageTarget) => {
        const today = worth.COVER_MOST(city, []);
        const most = worth.COVER_MOST(
          city,
          city.plots.map((_, plot) => plot),
        );
        const missing = Math.max(0, Math.min(sum(city.people) * coverageTarget, most) - today);
        const result = await suggested(city, { objective: "FEWEST_SITES", coverageTarget });
        expect(result.value).toBeCloseTo(await fewest(city, missing - 1e-6), 6);
        expect(result.sites).toHaveLength(result.value);
        expect(result.isProven).toBe(true);
      }),
      runs,
    );
  });

  it("are bounded honestly when no proof ends in time", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPaperCity,
        anyCount,
        fc.constantFrom(...countedObjectives),
        async (city, count, objective) => {
          const result = await suggested(city, { objective, count }, { solver: late });
          const best = bestOfAll(city, objective, count);
          const sign = counted[objective] === "max" ? 1 : -1;
          const tolerance = 0.01;
          expect(sign * result.bound).toBeGreaterThanOrEqual(sign * best - tolerance);
          expect(sign * result.value).toBeLessThanOrEqual(sign * best + tolerance);
          expect(result.gap).toBeCloseTo(
            result.value === result.bound ? 0 : Math.abs(result.bound - result.value) / (result.bound || 1),
            2,
          );
          if (result.isProven) expect(result.value).toBeCloseTo(best, 2);
          for (const { value } of result.alternatives)
            expect(sign * value).toBeLessThanOrEqual(sign * result.value);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("with places and fewest sites are bounded honestly too", async () => {
    await fc.assert(
      fc.asyncProperty(anyPaperCity, anyCount, async (city, count) => {
        const request = { objective: "SHORTEST_WAYS_WITH_PLACES", count, capacity: 30 } as const;
        const placed = await suggested(city, request, { solver: late });
        const best = await shortestMeanWithPlaces(city, count, 30);
        expect(placed.bound).toBeLessThanOrEqual(best + 0.01);
        expect(placed.value).toBeGreaterThanOrEqual(best - 0.01);
        const few = await suggested(city, { objective: "FEWEST_SITES" }, { solver: late });
        const proven = await suggested(city, { objective: "FEWEST_SITES" });
        expect(few.bound).toBeLessThanOrEqual(proven.value);
        expect(few.value).toBeGreaterThanOrEqual(proven.value);
      }),
      runs,
    );
  });

  it("cover no fewer people with one site more", async () => {
    await fc.assert(
      fc.asyncProperty(anyPaperCity, anyCount, async (city, count) => {
        const fewer = await suggested(city, { objective: "COVER_MOST", count });
        const more = await suggested(city, { objective: "COVER_MOST", count: count + 1 });
        expect(more.value).toBeGreaterThanOrEqual(fewer.value);
      }),
      runs,
    );
  });

  it("lose nothing less than nothing by a place asked about, which is then among them", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPaperCity,
        anyCount,
        fc.constantFrom(...countedObjectives),
        fc.nat(),
        async (city, count, objective, any) => {
          const plot = any % city.plots.length;
          const place: [number, number] = [city.facilities.length + plot, 0];
          const { whyNot, value } = await suggested(city, { objective, count, whyNot: place });
          const withIt = choices(city.plots.length, count).filter((chosen) => chosen.includes(plot));
          const values = withIt.map((chosen) => worth[objective](city, chosen));
          const best = counted[objective] === "max" ? Math.max(...values) : Math.min(...values);
          expect(whyNot!.candidate.candidateId).toBe(city.plots[plot]!.id);
          expect(whyNot!.value).toBeCloseTo(best, 2);
          expect(whyNot!.loss).toBeGreaterThanOrEqual(0);
          expect(whyNot!.loss).toBeCloseTo(Math.abs(best - value), 2);
        },
      ),
      runs,
    );
  });

  it("are the same each time, alternatives and all", async () => {
    const objectives = [...countedObjectives, "FEWEST_SITES", "SHORTEST_WAYS_WITH_PLACES"] as const;
    await fc.assert(
      fc.asyncProperty(
        anyPaperCity,
        anyCount,
        fc.constantFrom(...objectives),
        async (city, count, objective) => {
          const request = { objective, count, capacity: 40, whyNot: [city.facilities.length, 0] } as const;
          const ask = () => suggested(city, { ...request, whyNot: [...request.whyNot] });
          expect(await ask()).toEqual(await ask());
        },
      ),
      runs,
    );
  });

  it("count people up to twice where most have no place, and say so", async () => {
    // Two plots reach ten people each; area 02 lacks twice as many places as area 01.
    const city: PaperCity = {
      people: [11, 10, 12],
      areas: [0, 1, 1],
      areaNumbers: ["01", "02"],
      limitM: 500,
      placesPerPerson: 1,
      facilities: [],
      plots: [
        { id: "A", ways: [100, null, null] },
        { id: "B", ways: [null, 100, null] },
      ],
    };
    const alike = await suggested(city, { objective: "COVER_MOST", count: 1 });
    expect(alike).toMatchObject({ value: 11, equityWeight: 0, sites: [{ candidateId: "A" }] });
    // Area 02 lacks 22 places and counts twice; area 01 lacks 11, half as many, and counts 1.5 times.
    const evened = await suggested(city, { objective: "COVER_MOST", count: 1, equityWeight: 1 });
    expect(evened).toMatchObject({ value: 20, equityWeight: 1, sites: [{ candidateId: "B", people: 10 }] });
  });

  it("tell of a first answer and its bound before the proof", async () => {
    const stages: string[] = [];
    const [city] = fc.sample(anyPaperCity, { numRuns: 1, seed: 7 });
    await suggested(
      city!,
      { objective: "COVER_MOST", count: 2 },
      { onProgress: ({ stage }) => stages.push(stage) },
    );
    expect(stages.filter((stage) => stage !== "PROOF")).toEqual(["FIRST_ANSWER", "BOUND", "ALTERNATIVES"]);
  });

  it("are looked for no longer once somebody cancels", async () => {
    const [city] = fc.sample(anyPaperCity, { numRuns: 1, seed: 7 });
    let asked = 0;
    const search = suggested(
      city!,
      { objective: "COVER_MOST", count: 2 },
      { isCancelled: () => ++asked > 1 },
    );
    await expect(search).rejects.toThrow(SearchCancelledError);
  });

  it("need a number of sites, and for places their size", async () => {
    const [city] = fc.sample(anyPaperCity, { numRuns: 1, seed: 7 });
    await expect(suggested(city!, { objective: "COVER_MOST" })).rejects.toThrow(IncompleteRequestError);
    const search = suggested(city!, { objective: "SHORTEST_WAYS_WITH_PLACES", count: 1 });
    await expect(search).rejects.toThrow(IncompleteRequestError);
  });

  it("take plots of the land asked for only", async () => {
    const [city] = fc.sample(anyPaperCity, { numRuns: 1, seed: 7 });
    const { candidates } = await suggested(city!, {
      objective: "COVER_MOST",
      count: 1,
      land: "PUBLIC_NEEDS",
    });
    expect(candidates).toBe(0);
    expect(city!.plots.every(({ ways }) => ways.some((w) => metres(w) >= 0))).toBe(true);
  });
});
