import type { PopulationGrid } from "../demand/population-grid.ts";
import type { WalkingNetwork } from "../network/walking-network.ts";
import type { ParameterSet } from "../parameter-set/parameter-set.ts";
import type { Standard } from "../parameter-set/standard.ts";
import type { Place, Reachability } from "../reachability/reachability.ts";
import type { SketchedSite } from "../scenario/scenario.ts";
import type { SupplyPoint } from "../supply/supply-point.ts";
import type {
  AnalysisAnswer,
  CatchmentResult,
  CoverageResult,
  DatasetDates,
  DuplicateResult,
  FloatingCatchmentResult,
  GapResult,
  SiteCheck,
  SiteEvaluation,
  SupplyRatioResult,
} from "./answers.ts";
import type { Question } from "./question.ts";

/** What planning computes with; the supply already has the scenario's changes. */
export interface PlanningData {
  scenario: { id: string; name: string };
  grid: PopulationGrid;
  network: WalkingNetwork | null;
  supply: readonly SupplyPoint[];
  /** With the scenario's own standards in place. */
  parameterSet: ParameterSet & { id: string };
  dates: { grid: DatasetDates; network: DatasetDates | null };
  /** Year the scenario is about; what opens later closes no gap. Left out: everything decided counts. */
  referenceYear?: number;
}

/**
 * All questions of planning to one city in one scenario. Server and browser worker hold one each and call the
 * same functions, which is why their answers are equal to the last digit. Expensive parts (ways of a profile,
 * nearest places of a question) are kept between calls.
 */
export interface PlanningModel {
  data: PlanningData;
  /**
   * What a question means once standard and defaults are filled in. Throws `UnknownKindError`, and
   * `UnanswerableQuestionError` where neither question nor standard name a way.
   */
  resolve(question: Question): ResolvedQuestion;
  coverage(question: Question): AnalysisAnswer<CoverageResult>;
  supplyRatio(question: Question): AnalysisAnswer<SupplyRatioResult>;
  /** E2SFCA with the grid's distance weights, or 2SFCA with "step". */
  floatingCatchment(
    question: Question,
    options?: { distanceWeights?: FloatingCatchmentResult["distanceWeights"] },
  ): AnalysisAnswer<FloatingCatchmentResult>;
  gaps(question: Question, options?: { cellSizeM?: number }): AnalysisAnswer<GapResult>;
  duplicates(question: Question): AnalysisAnswer<DuplicateResult>;
  /** Limits in the question's measure (metres or minutes), ascending. */
  catchment(question: Question, place: Place, limits: readonly number[]): AnalysisAnswer<CatchmentResult>;
  site(question: Question, site: SketchedSite): AnalysisAnswer<SiteEvaluation>;
  check(question: Question, site: SketchedSite): AnalysisAnswer<SiteCheck>;
  /** Keeps what is needed to answer `site` again and again for a moving place, touching only what changes. */
  drag(question: Question, site: SketchedSite): SiteDrag;
}

export interface ResolvedQuestion {
  question: Question;
  standard: Standard;
  reachability: Reachability;
  /** Limit in the reachability's own whole units (millimetres or milliseconds). */
  limit: number;
  /** Target group per cell in thousandths of a person. */
  weights: Uint32Array;
  /** True where an age group of the grid was split evenly to get them. */
  agesEstimated: boolean;
  /** Places that count, and of their capacity what serves this kind. */
  supply: readonly { point: SupplyPoint; capacity: number | null }[];
}

export interface SiteDrag {
  /** Equal, to the last digit, to `site` at that place. */
  move(position: readonly [number, number]): SiteEvaluation;
  /** Outline of the catchment at the place last moved to. */
  outline(): SiteCheck["outline"];
}

export class UnknownKindError extends Error {}

/** No longest way was agreed or asked for, or minutes were asked for and the profile has no speed. */
export class UnanswerableQuestionError extends Error {
  readonly reason: "no-limit" | "no-speed";
  constructor(reason: UnanswerableQuestionError["reason"]) {
    super(
      reason === "no-limit" ? "neither question nor standard name a longest way" : "profile without speed",
    );
    this.reason = reason;
  }
}
