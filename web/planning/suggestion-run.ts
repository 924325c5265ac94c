import { proxy, wrap } from "comlink";
import { useStore } from "zustand/react";
import { createStore } from "zustand/vanilla";
import type { AnalysisAnswer, Suggestion } from "#domain/analysis/answers.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { SuggestionRequest } from "#domain/analysis/question.ts";
import type { SearchProgress } from "#domain/placement/search-run.ts";
import type { AskedScenario } from "./planning-data.ts";
import type { SuggestionDesk } from "./suggestion.worker.ts";

/** What a suggestion was asked for; an answer holds for exactly this. */
export interface SuggestionOrder {
  base: PlanningBase;
  scenario: AskedScenario;
  request: SuggestionRequest;
}

export interface SuggestionRun {
  state: "none" | "running" | "done" | "failed" | "cancelled";
  order: SuggestionOrder | null;
  progress: SearchProgress | null;
  /** The latest answer, also while a further question about it runs. */
  answer: AnalysisAnswer<Suggestion> | null;
}

const untouched: SuggestionRun = { state: "none", order: null, progress: null, answer: null };
const run = createStore<SuggestionRun>(() => untouched);
let worker: Worker | null = null;

export function useSuggestionRun(): SuggestionRun {
  return useStore(run);
}

/** What the latest answer was asked for. */
export function suggestionOrder(): SuggestionOrder | null {
  return run.getState().order;
}

/** Whether an answer still belongs to what is asked now; a place asked about does not change it. */
export function isFor(order: SuggestionOrder | null, scenario: AskedScenario, kind: string): boolean {
  return (
    order !== null &&
    order.request.question.kind === kind &&
    JSON.stringify(order.scenario) === JSON.stringify(scenario)
  );
}

/** Starts a search in a worker of its own, in place of one that still runs. Resolves when it has ended. */
export async function startSuggestion(order: SuggestionOrder): Promise<SuggestionRun> {
  stop();
  const isAfterthought = order.request.whyNot !== undefined;
  const { answer } = run.getState();
  run.setState({ state: "running", order, progress: null, answer: isAfterthought ? answer : null });
  const own = new Worker(new URL("./suggestion.worker.ts", import.meta.url), { type: "module" });
  worker = own;
  const isCurrent = () => worker === own;
  try {
    const found = await Promise.race([
      wrap<SuggestionDesk>(own).suggest(
        order.base,
        order.scenario,
        order.request,
        proxy((progress: SearchProgress) => {
          if (isCurrent()) run.setState({ progress });
        }),
      ),
      // A worker that cannot start answers no call at all.
      new Promise<never>((_, reject) => own.addEventListener("error", () => reject(new Error("no worker")))),
    ]);
    if (isCurrent()) run.setState({ state: "done", answer: found });
  } catch {
    if (isCurrent()) run.setState({ state: "failed" });
  }
  if (isCurrent()) stop();
  return run.getState();
}

/** Ends a search at once; what was found before stays. */
export function cancelSuggestion(): void {
  if (!worker) return;
  stop();
  run.setState({ state: "cancelled", progress: null });
}

function stop(): void {
  worker?.terminate();
  worker = null;
}
