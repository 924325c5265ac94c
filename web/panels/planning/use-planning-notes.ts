import { useMemo } from "react";
import { useLanguage } from "../../i18n/language.tsx";
import type { PlanningTerms } from "../../planning/use-planning.ts";
import { usePlanningText } from "./use-planning-text.ts";

/** Method, people, streets and standards behind what the map shows, a line each, for a picture of it. */
export function usePlanningNotes(terms: PlanningTerms | null): readonly string[] {
  const { formats } = useLanguage();
  const words = usePlanningText();
  return useMemo(() => {
    if (!terms) return [];
    const { grid, network } = terms.base;
    const asOf = ({ source, referenceDate }: { source: string; referenceDate: string }) =>
      words.ingredients.asOf(source, formats.date(referenceDate));
    const line = (name: string, value: string) => `${name}: ${value}`;
    return [
      ...(grid ? [line(words.ingredients.grid, asOf(grid))] : []),
      line(words.ingredients.network, network ? asOf(network) : words.ingredients.noNetwork),
      line(words.ingredients.parameters, terms.parameterSet.name),
    ];
  }, [terms, words, formats]);
}
