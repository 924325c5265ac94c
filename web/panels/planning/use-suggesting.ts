import type { SuggestionRequest } from "#domain/analysis/question.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { startSuggestion } from "../../planning/suggestion-run.ts";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePageStore } from "../../state/use-page.ts";
import { useObjectiveText } from "./use-objective-text.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** Starts searches and tells their outcome aloud. */
export function useSuggesting(terms: PlanningTerms | null) {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const store = usePageStore();
  const objective = useObjectiveText();
  return {
    suggest: async (request: SuggestionRequest) => {
      if (!terms) return;
      const { base, scenario } = terms;
      store.getState().plan({ planningResult: "suggestion", planningView: "suggestions", siteInHand: null });
      store.getState().clearSelection();
      store.getState().announce(words.suggestion.running);
      const { state, answer } = await startSuggestion({ base, scenario, request });
      if (state !== "done" || !answer) return;
      const { result } = answer;
      const value = objective.value(request.objective, result.value);
      const { whyNot } = result;
      store
        .getState()
        .announce(
          whyNot
            ? objective.whyNot(request.objective, whyNot)
            : words.suggestion.done(value, `${formats.number(result.gap * 100, 1)} %`),
        );
    },
  };
}
