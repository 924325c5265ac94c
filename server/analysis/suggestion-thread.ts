import { Worker } from "node:worker_threads";
import type { AnalysisAnswer, Suggestion } from "#domain/analysis/answers.ts";
import type { LandPlot } from "#domain/analysis/planning-base.ts";
import {
  type PlanningData,
  UnanswerableQuestionError,
  UnknownKindError,
} from "#domain/analysis/planning-model.ts";
import type { SuggestionRequest } from "#domain/analysis/question.ts";
import { IncompleteRequestError } from "#domain/placement/make-task.ts";
import { SearchCancelledError, type SearchProgress } from "#domain/placement/search-run.ts";

/** What the thread is given; arrays of grid and network are copied into it. */
export interface SuggestionOrder {
  data: PlanningData;
  land: readonly LandPlot[];
  request: SuggestionRequest;
}

/** What the thread tells: progress many times, then an answer or the reason for none. */
export type SuggestionMessage =
  | { kind: "progress"; progress: SearchProgress }
  | { kind: "answer"; answer: AnalysisAnswer<Suggestion> }
  | { kind: "refused"; name: string; text: string; detail: string };

/** Longer than asked for, because answer and bound come before the proof whatever the clock says. */
const extraSeconds = 60;
/** A whole city with 5,000 candidates needs a fraction of it. */
const heapMegabytes = 1024;

/**
 * Suggests sites in a thread of its own, so that the server goes on answering. The thread ends with the answer,
 * when `signal` aborts, or when the time is up, and its memory with it, the solver's included. Rejects with
 * `SearchCancelledError` on abort and on lack of time or memory, and with what `suggestSites` throws.
 */
export function suggestInThread(
  order: SuggestionOrder,
  options: { signal?: AbortSignal; onProgress?: (progress: SearchProgress) => void } = {},
): Promise<AnalysisAnswer<Suggestion>> {
  const { signal, onProgress } = options;
  if (signal?.aborted) return Promise.reject(new SearchCancelledError("cancelled"));
  const worker = new Worker(new URL("./suggestion-boot.mjs", import.meta.url), {
    workerData: order,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  return new Promise<AnalysisAnswer<Suggestion>>((resolve, reject) => {
    const abort = () => reject(new SearchCancelledError("cancelled"));
    const timer = setTimeout(abort, (order.request.seconds + extraSeconds) * 1000);
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("message", (message: SuggestionMessage) => {
      if (message.kind === "progress") onProgress?.(message.progress);
      else if (message.kind === "answer") resolve(message.answer);
      else reject(refusal(message));
    });
    worker.on("error", (error) =>
      reject(
        (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY"
          ? new SearchCancelledError("out of memory")
          : error,
      ),
    );
    worker.on("exit", abort);
    const tidy = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    worker.once("exit", tidy);
  }).finally(() => worker.terminate());
}

/** Errors lose their class on the way between threads. */
function refusal({ name, text, detail }: Extract<SuggestionMessage, { kind: "refused" }>): Error {
  switch (name) {
    case "UnknownKindError":
      return new UnknownKindError(text);
    case "UnanswerableQuestionError":
      return new UnanswerableQuestionError(detail as UnanswerableQuestionError["reason"]);
    case "IncompleteRequestError":
      return new IncompleteRequestError(detail as IncompleteRequestError["missing"]);
    default:
      return new Error(text);
  }
}
