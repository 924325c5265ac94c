import { parentPort, workerData } from "node:worker_threads";
import { makePlanningModel } from "#domain/analysis/make-planning-model.ts";
import { UnanswerableQuestionError } from "#domain/analysis/planning-model.ts";
import { IncompleteRequestError } from "#domain/placement/make-task.ts";
import { suggestSites } from "#domain/placement/suggest-sites.ts";
import { makeHighsSolver } from "./highs-solver.ts";
import type { SuggestionMessage, SuggestionOrder } from "./suggestion-thread.ts";

/** The inside of `suggestInThread`: one order, one answer. Whoever cancels ends the thread. */
const { data, land, request } = workerData as SuggestionOrder;
const tell = (message: SuggestionMessage) => parentPort!.postMessage(message);
/** The solver tells its progress far more often than anybody looks. */
const tellEveryMs = 200;
let lastTold = 0;
try {
  const answer = await suggestSites(makePlanningModel(data), request, {
    land,
    solver: makeHighsSolver(),
    onProgress: (progress) => {
      if (progress.stage === "PROOF" && Date.now() - lastTold < tellEveryMs) return;
      lastTold = Date.now();
      tell({ kind: "progress", progress });
    },
  });
  tell({ kind: "answer", answer });
} catch (error) {
  tell({
    kind: "refused",
    name: error instanceof Error ? error.constructor.name : "",
    text: error instanceof Error ? error.message : String(error),
    detail:
      error instanceof UnanswerableQuestionError
        ? error.reason
        : error instanceof IncompleteRequestError
          ? error.missing
          : "",
  });
}
