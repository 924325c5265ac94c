import { useQueries } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { IndicatorAnswer } from "#domain/contract/contract.ts";
import { nearestPeriod } from "#domain/indicator/nearest-period.ts";
import type { IndexInput } from "#domain/priority-index/index-input.ts";
import {
  type AreaRobustness,
  type IndexRobustness,
  indexRobustness,
  maxVariants,
} from "#domain/priority-index/index-robustness.ts";
import { type AreaScore, type IndexScores, priorityIndex } from "#domain/priority-index/priority-index.ts";
import { useOpened } from "../data/opened.ts";
import { useAreas, valuesQuery } from "../data/queries.ts";
import type { IndexTrial } from "../state/monitoring-slice.ts";
import { usePage } from "../state/use-page.ts";
import { indexIndicators, rulesOf, usualTrial } from "./index-trial.ts";

/** The seed is part of the result: the same everywhere, so that two people see the same variants. */
const robustnessSeed = 1;

/** An index with everything a screen tells of it. */
export interface ShownIndex {
  trial: IndexTrial;
  /** Indicators of the components in their order, and the period each of them speaks of. */
  indicators: readonly IndicatorAnswer[];
  periods: readonly string[];
  scores: IndexScores;
  scoreOf: ReadonlyMap<string, AreaScore>;
  robustness: IndexRobustness;
  robustnessOf: ReadonlyMap<string, AreaRobustness>;
}

/** What is tried out, or the usual start; components this city or person does not have are left out. */
export function useIndexTrial(): IndexTrial {
  const { indicators } = useOpened();
  const level = usePage((state) => state.level);
  const chosen = usePage((state) => state.indexTrial);
  return useMemo(() => {
    const offered = indexIndicators(indicators, level);
    if (!chosen) return usualTrial(offered);
    const codes = new Set(offered.map(({ code }) => code));
    return {
      ...chosen,
      components: chosen.components.filter(({ indicatorCode }) => codes.has(indicatorCode)),
    };
  }, [indicators, level, chosen]);
}

/** Scores, classes and robustness of what is tried out; null while figures are on their way, or nothing is chosen. */
export function useIndex(): ShownIndex | null {
  const { indicators: all } = useOpened();
  const level = usePage((state) => state.level);
  const sight = usePage((state) => state.sight);
  const wanted = usePage((state) => state.period);
  const trial = useIndexTrial();
  const areas = useAreas(level).data;
  const indicators = useMemo(
    () =>
      trial.components.flatMap(({ indicatorCode }) => all.find(({ code }) => code === indicatorCode) ?? []),
    [trial.components, all],
  );
  const periods = useMemo(
    () => indicators.map((indicator) => nearestPeriod(indicator.periods, wanted) ?? ""),
    [indicators, wanted],
  );
  const values = useQueries({
    queries: indicators.map(({ code }) => valuesQuery(code, level, sight)),
    combine: (results) => (results.every(({ data }) => data) ? results.map(({ data }) => data ?? []) : null),
  });
  const input = useMemo((): IndexInput | null => {
    if (!areas || !values || values.length !== indicators.length) return null;
    return {
      areaNumbers: areas.map(({ number }) => number),
      residents: areas.map(({ residents }) => residents),
      values: values.map((told, place) => {
        // Confidential figures are left out even for those who see them: a score must not tell of them.
        const known = new Map(
          told
            .filter(({ period, isConfidential }) => period === periods[place] && !isConfidential)
            .map((one) => [one.areaNumber, one.value]),
        );
        return areas.map(({ number }) => known.get(number) ?? null);
      }),
    };
  }, [areas, values, indicators, periods]);

  const scores = useMemo(
    () => (input && trial.components.length > 0 ? priorityIndex(rulesOf(trial), input) : null),
    [input, trial],
  );
  // A slider moves the map at once; a thousand variants may follow a moment later.
  const settled = useDeferredValue(useMemo(() => ({ input, trial }), [input, trial]));
  const robustness = useMemo(
    () =>
      settled.input && settled.trial.components.length > 0
        ? indexRobustness(rulesOf(settled.trial), settled.input, {
            variants: maxVariants,
            seed: robustnessSeed,
          })
        : null,
    [settled],
  );
  return useMemo(
    () =>
      scores && robustness
        ? {
            ...{ trial, indicators, periods, scores, robustness },
            scoreOf: new Map(scores.areas.map((area) => [area.areaNumber, area])),
            robustnessOf: new Map(robustness.areas.map((area) => [area.areaNumber, area])),
          }
        : null,
    [trial, indicators, periods, scores, robustness],
  );
}
