import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AnalysisAnswer } from "#domain/analysis/answers.ts";
import { usePage } from "../state/use-page.ts";
import { send } from "./api.ts";

/** A saved scenario's figures as the server computes them; null asks nothing. `state` is the scenario's mark. */
export function useServerAnalysis<Result>(name: string, question: object | null, state: string) {
  const sight = usePage((current) => current.sight);
  return useQuery({
    queryKey: ["analysis", name, question, state, sight],
    queryFn: () =>
      send<AnalysisAnswer<Result>>(`api/analysis/${name}${sight ? `?ceiling=${sight}` : ""}`, question),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });
}
