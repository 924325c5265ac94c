import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AnalysisAnswer } from "#domain/analysis/answers.ts";
import type { PlanningBase } from "#domain/analysis/planning-base.ts";
import type { Question } from "#domain/analysis/question.ts";
import { usePage } from "../state/use-page.ts";
import { read, send } from "./api.ts";

/** Everything planning computes with, as this person may know it. */
export function usePlanningBase({ isWanted }: { isWanted: boolean }) {
  const sight = usePage((state) => state.sight);
  return useQuery({
    queryKey: ["planning-base", sight],
    queryFn: ({ signal }) =>
      read<PlanningBase>("api/analysis/base", {
        signal,
        parameters: new URLSearchParams(sight ? { ceiling: sight } : {}),
      }),
    enabled: isWanted,
    // Supply follows the records' events; nothing else changes under one's hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A saved scenario's figures as the server computes them; null asks nothing. `state` is the scenario's mark. */
export function useServerAnalysis<Result>(name: string, question: Question | null, state: string) {
  const sight = usePage((current) => current.sight);
  return useQuery({
    queryKey: ["analysis", name, question, state, sight],
    queryFn: () =>
      send<AnalysisAnswer<Result>>(`api/analysis/${name}${sight ? `?ceiling=${sight}` : ""}`, question),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });
}
