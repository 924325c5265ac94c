import { expose } from "comlink";
import type { AnalysisAnswer, Suggestion } from "#domain/analysis/answers.ts";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { SuggestionRequest } from "#domain/analysis/question.ts";
import type { SearchProgress } from "#domain/placement/search-run.ts";
import { suggestSites } from "#domain/placement/suggest-sites.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import { makeHighsSolver } from "./highs-solver.ts";
import { type AskedScenario, loadGround, planningData } from "./planning-data.ts";

/** One search; whoever started the worker ends it to cancel. */
const desk = {
  async suggest(
    base: PlanningBase,
    scenario: AskedScenario,
    request: SuggestionRequest,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<AnalysisAnswer<Suggestion>> {
    const ground = await loadGround(base, { fetchBytes });
    const model = makePlanningModel(planningData(ground, scenario));
    return suggestSites(model, request, { land: base.land, solver: makeHighsSolver(), onProgress });
  },
};
export type SuggestionDesk = typeof desk;

expose(desk);
