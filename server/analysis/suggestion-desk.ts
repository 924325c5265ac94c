import type { Audience } from "#domain/access/audience.ts";
import type { AnalysisAnswer, Suggestion } from "#domain/analysis/answers.ts";
import type { SuggestionRequest } from "#domain/analysis/question.ts";
import { SearchCancelledError } from "#domain/placement/search-run.ts";
import { searchTooLong, tooManySearches } from "./analysis-problems.ts";
import type { PlanningService } from "./planning-service.ts";
import { suggestInThread } from "./suggestion-thread.ts";

/** Searches at once: each has a thread and a solver with memory of their own. */
const mostSearches = 2;

/** Suggests sites for what an audience may know, a few searches at a time. */
export class SuggestionDesk {
  readonly #planning: PlanningService;
  #running = 0;
  constructor(planning: PlanningService) {
    this.#planning = planning;
  }

  /** Ends early when `signal` aborts. Throws a Problem while too many are searching, and as the analysis does. */
  async suggest(
    audience: Audience,
    request: SuggestionRequest,
    signal: AbortSignal,
  ): Promise<AnalysisAnswer<Suggestion>> {
    const { data, land } = await this.#planning.data(audience, request.question.scenario);
    if (this.#running >= mostSearches) throw tooManySearches();
    this.#running++;
    try {
      return await suggestInThread({ data, land, request }, { signal });
    } catch (error) {
      throw error instanceof SearchCancelledError ? searchTooLong() : error;
    } finally {
      this.#running--;
    }
  }
}
