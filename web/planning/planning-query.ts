import type {
  AnalysisAnswer,
  CatchmentResult,
  CoverageResult,
  DuplicateResult,
  FloatingCatchmentResult,
  GapResult,
  SiteCheck,
  SiteEvaluation,
  SupplyRatioResult,
} from "#domain/analysis/answers.ts";
import type { PlanningModel } from "#domain/analysis/planning-model.ts";
import type { Question } from "#domain/analysis/question.ts";
import type { SketchedSite } from "#domain/scenario/scenario.ts";

/** What the page asks the model, by the names of `POST /api/analysis/{name}`. */
export type PlanningQuery =
  | { name: "coverage"; question: Question }
  | { name: "supply"; question: Question }
  | { name: "floating-catchment"; question: Question }
  | { name: "gaps"; question: Question }
  | { name: "duplicates"; question: Question }
  | {
      name: "catchment";
      question: Question;
      place: readonly [number, number];
      /** In the question's own measure, ascending. */
      limits: readonly number[];
    }
  | { name: "site"; question: Question; site: SketchedSite }
  | { name: "site-check"; question: Question; site: SketchedSite };

interface Results {
  coverage: CoverageResult;
  supply: SupplyRatioResult;
  "floating-catchment": FloatingCatchmentResult;
  gaps: GapResult;
  duplicates: DuplicateResult;
  catchment: CatchmentResult;
  site: SiteEvaluation;
  "site-check": SiteCheck;
}
export type AnswerTo<Q extends PlanningQuery> = AnalysisAnswer<Results[Q["name"]]>;

export function answered<Q extends PlanningQuery>(model: PlanningModel, query: Q): AnswerTo<Q> {
  return answerOf(model, query) as AnswerTo<Q>;
}

function answerOf(model: PlanningModel, query: PlanningQuery): AnalysisAnswer<Results[keyof Results]> {
  const { question } = query;
  switch (query.name) {
    case "coverage":
      return model.coverage(question);
    case "supply":
      return model.supplyRatio(question);
    case "floating-catchment":
      return model.floatingCatchment(question);
    case "gaps":
      return model.gaps(question);
    case "duplicates":
      return model.duplicates(question);
    case "catchment": {
      const [longitude, latitude] = query.place;
      return model.catchment(question, { longitude, latitude }, query.limits);
    }
    case "site":
      return model.site(question, query.site);
    case "site-check":
      return model.check(question, query.site);
  }
}
