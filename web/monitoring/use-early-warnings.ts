import { useQuery } from "@tanstack/react-query";
import type { ToldWarning, WarningAnswer } from "#domain/early-warning/warning-answer.ts";
import { send } from "../data/api.ts";
import { usePage } from "../state/use-page.ts";

/** Prüfanlässe of the level shown, as the rules in force give them. */
export function useEarlyWarnings() {
  const level = usePage((state) => state.level);
  const sight = usePage((state) => state.sight);
  return useQuery({
    // Under "records": saving what was found asks anew.
    queryKey: ["records", "early-warnings", "computed", level, sight],
    queryFn: () =>
      send<WarningAnswer>(`api/analysis/early-warnings${sight ? `?ceiling=${sight}` : ""}`, { level }),
  });
}

/** Those nobody has looked at, the urgent ones first; within a grade by area, never by how bad a figure is. */
export function openWarnings(warnings: readonly ToldWarning[]): ToldWarning[] {
  const isUrgent = ({ grade }: ToldWarning) => (grade === "URGENT_REVIEW" ? 0 : 1);
  return warnings
    .filter(({ examined }) => examined === null)
    .sort(
      (a, b) =>
        isUrgent(a) - isUrgent(b) ||
        a.areaNumber.localeCompare(b.areaNumber) ||
        a.indicatorCode.localeCompare(b.indicatorCode),
    );
}
