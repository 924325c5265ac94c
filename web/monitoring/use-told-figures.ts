import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DirectedFigures } from "#domain/area-choice/indicator-figures.ts";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { periodUpTo } from "#domain/indicator/nearest-period.ts";
import { useOpened } from "../data/opened.ts";
import { valuesQuery } from "../data/queries.ts";
import { usePage } from "../state/use-page.ts";

/** Figures of one indicator on the level and in the period shown, as everybody who reads the release is told them. */
export interface ToldFigures extends DirectedFigures {
  indicator: IndicatorAnswer;
  /** Null where there are none up to the year shown. */
  period: string | null;
}

/** Indicators areas can be chosen by on a level; cohesion is told by Stadtbezirk and compares nobody (METHODS §4.6). */
export function choiceIndicators(
  indicators: readonly IndicatorAnswer[],
  level: string,
): readonly IndicatorAnswer[] {
  return indicators.filter(
    ({ theme, levels }) => theme !== "cohesion" && (levels as readonly string[]).includes(level),
  );
}

/**
 * Figures of indicators, in the order asked for; unknown codes are left out. Confidential figures are no figures here, not even
 * for those who see them: a choice must not tell of them. Null while they are on their way.
 */
export function useToldFigures(codes: readonly string[]): readonly ToldFigures[] | null {
  const { indicators: all } = useOpened();
  const level = usePage((state) => state.level);
  const sight = usePage((state) => state.sight);
  const wanted = usePage((state) => state.period);
  const asked = codes.join(",");
  const indicators = useMemo(
    () =>
      asked.split(",").flatMap((code) => choiceIndicators(all, level).find((one) => one.code === code) ?? []),
    [asked, all, level],
  );
  const values = useQueries({
    queries: indicators.map(({ code }) => valuesQuery(code, level, sight)),
    combine: (results) => (results.every(({ data }) => data) ? results.map(({ data }) => data ?? []) : null),
  });
  return useMemo(() => {
    if (!values || values.length !== indicators.length) return null;
    return indicators.map((indicator, place): ToldFigures => {
      const period = periodUpTo(indicator.periods, wanted);
      const byArea = new Map(
        (values[place] ?? []).flatMap((told): [string, number][] =>
          told.period === period && !told.isConfidential && told.value !== null
            ? [[told.areaNumber, told.value]]
            : [],
        ),
      );
      return { indicator, period, indicatorCode: indicator.code, direction: indicator.direction, byArea };
    });
  }, [values, indicators, wanted]);
}
