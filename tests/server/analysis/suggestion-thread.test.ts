import { beforeAll, describe, expect, it } from "vitest";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import { type PlanningData, UnknownKindError } from "#domain/analysis/planning-model.ts";
import { questionSchema, suggestionRequestSchema } from "#domain/analysis/question.ts";
import { IncompleteRequestError } from "#domain/placement/make-task.ts";
import { SearchCancelledError } from "#domain/placement/search-run.ts";
import { suggestSites } from "#domain/placement/suggest-sites.ts";
import { makeHighsSolver } from "../../../server/analysis/highs-solver.ts";
import { suggestInThread } from "../../../server/analysis/suggestion-thread.ts";
import { gridOf, parameterSet, supplyPoint } from "../../domain/analysis/planning-towns.ts";

let data: PlanningData;
const request = (kind: string, other: object = {}) =>
  suggestionRequestSchema.parse({
    question: questionSchema.parse({ kind }),
    objective: "COVER_MOST",
    count: 2,
    land: "ANY",
    ...other,
  });

beforeAll(() => {
  const dates = { source: "Test", referenceDate: "2024-01-01" };
  data = {
    scenario: { id: "bestand", name: "Bestand" },
    grid: gridOf(
      Array.from({ length: 30 }, (_, n) => ({
        place: [150 * n, 90 * (n % 7)],
        children: [1 + (n % 3), 2],
        others: 20,
        area: 0,
      })),
      ["01"],
    ),
    network: null,
    supply: [supplyPoint("a", [0, 0])],
    parameterSet,
    dates: { grid: dates, network: null },
  };
});

describe("a search in its own thread", () => {
  it("answers as in this one, and tells of its progress", async () => {
    const stages: string[] = [];
    const order = { data, land: [], request: request("KITA") };
    const answer = await suggestInThread(order, { onProgress: ({ stage }) => stages.push(stage) });
    const here = await suggestSites(makePlanningModel(data), order.request, {
      land: [],
      solver: makeHighsSolver(),
    });
    expect(answer).toEqual(here);
    expect(answer.result.sites.length).toBeGreaterThan(0);
    expect(stages).toContain("FIRST_ANSWER");
  });

  it("ends when it is aborted, before or while it runs", async () => {
    const order = { data, land: [], request: request("KITA") };
    await expect(suggestInThread(order, { signal: AbortSignal.abort() })).rejects.toThrow(
      SearchCancelledError,
    );
    const stop = new AbortController();
    const search = suggestInThread(order, { signal: stop.signal });
    stop.abort();
    await expect(search).rejects.toThrow(SearchCancelledError);
  });

  it("refuses what the search refuses, as the same error", async () => {
    const unknown = suggestInThread({ data, land: [], request: request("ZOO") });
    await expect(unknown).rejects.toThrow(UnknownKindError);
    const incomplete = suggestInThread({ data, land: [], request: request("KITA", { count: undefined }) });
    await expect(incomplete).rejects.toMatchObject({ missing: "count" });
    await expect(incomplete).rejects.toThrow(IncompleteRequestError);
  });
});
