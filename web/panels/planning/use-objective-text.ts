import type { SuggestedSite, WhyNot } from "#domain/analysis/answers.ts";
import type { Objective } from "#domain/analysis/question.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { usePlanningText } from "./use-planning-text.ts";

/** Values of an objective in its own unit, and sites by name or number. */
export function useObjectiveText() {
  const { formats } = useLanguage();
  const words = usePlanningText();
  const figure = (value: number) => formats.number(Math.round(value));
  const siteName = (site: SuggestedSite, place: number) => site.name ?? words.suggestion.place(place + 1);
  return {
    value: (objective: Objective, value: number) => words.suggestion.units[objective](figure(value)),
    loss: (objective: Objective, value: number) => words.suggestion.lossUnits[objective](figure(value)),
    siteName,
    whyNot: (objective: Objective, { candidate, loss }: WhyNot) => {
      const name = candidate.name ?? words.suggestion.whyNotPlace;
      return loss === 0
        ? words.suggestion.whyNotSame(name)
        : words.suggestion.whyNotLoss(name, words.suggestion.lossUnits[objective](figure(loss)));
    },
  };
}
